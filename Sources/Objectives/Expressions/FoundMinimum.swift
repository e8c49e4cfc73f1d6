import LinearAlgebra

/// What a search found of the minimum of a function.
public struct FoundMinimum: Hashable, Sendable {
  /// min f; nil where none was found.
  public var minimum: Double?
  /// How the minimum is known, or why there is none.
  public var basis: MinimumBasis
  /// Points of n numbers where f is that low, the one nearest the origin first.
  public var minimizers: [Vector]
  /// Whether f is as low at other points, more than are listed or a set without end.
  public var hasMoreMinimizers: Bool

  /// What was found, or that nothing was.
  public init(
    minimum: Double? = nil, basis: MinimumBasis, minimizers: [Vector] = [],
    hasMoreMinimizers: Bool = false
  ) {
    self.minimum = minimum
    self.basis = basis
    self.minimizers = minimizers
    self.hasMoreMinimizers = hasMoreMinimizers
  }

  /// Nobody has looked for it.
  public static let notSearched = Self(basis: .notSearched)
  /// It was looked for in vain.
  public static let unknown = Self(basis: .unknown)
  /// None is as low as f is far away or beside a pole.
  public static let away = Self(basis: .away)
  /// There is none: f falls below every number.
  public static let unbounded = Self(basis: .unbounded)
}
