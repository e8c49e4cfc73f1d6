/// What a person asks of contour levels: how they are spaced and how many there are, or the very
/// heights.
public enum LevelRule: Hashable, Sendable, CustomStringConvertible {
  /// About so many, as the spacing places them.
  case spaced(LevelSpacing, count: Int)
  /// Values of f.
  case fixed([Double])

  /// As many as can still be told apart by colour.
  public static let defaultCount = 14
  /// As the function suggests, `defaultCount` of them.
  public static let automatic = LevelRule.spaced(.automatic, count: defaultCount)

  /// With equal distances where the spacing is left open.
  var even: LevelRule {
    guard case .spaced(.automatic, let count) = self else { return self }
    return .spaced(.linear, count: count)
  }

  /// "auto:14", "log:20", "1.0,2.5".
  public var description: String {
    switch self {
    case .spaced(let spacing, let count): "\(spacing.rawValue):\(count)"
    case .fixed(let values): values.map(\.description).joined(separator: ",")
    }
  }
}

/// How the levels lie between the lowest and the highest value.
public enum LevelSpacing: String, Hashable, Sendable, CaseIterable {
  /// Logarithmic in the excess f − f*; symmetric where f* is not known; at equal distances
  /// where f is a plane or differs in its fourth digit and those behind it only; by rank where the
  /// values span too little for either.
  case automatic = "auto"
  /// At equal distances.
  case linear
  /// Geometric in the excess f − f*; where f* is not known, as `symlog`.
  case log
  /// Geometric in |f| on either side of zero.
  case symlog
  /// The same area between any two.
  case rank
}
