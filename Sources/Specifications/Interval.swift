/// The range of a numeric parameter, with ends that may be open.
public struct Interval: Hashable, Sendable, CustomStringConvertible {
  /// May be −∞.
  public let lower: Double
  /// May be ∞.
  public let upper: Double
  /// Whether the range is closed below, so that `lower` itself lies in it.
  public let includesLower: Bool
  /// Whether the range is closed above, so that `upper` itself lies in it.
  public let includesUpper: Bool

  /// The numbers from `lower` to `upper`, both among them unless an end is open.
  public init(_ lower: Double, _ upper: Double, openBelow: Bool = false, openAbove: Bool = false) {
    self.lower = lower
    self.upper = upper
    self.includesLower = !openBelow
    self.includesUpper = !openAbove
  }

  /// (0, ∞)
  public static let positive = Interval(0, .infinity, openBelow: true, openAbove: true)
  /// [0, ∞)
  public static let nonNegative = Interval(0, .infinity, openAbove: true)
  /// [0, 1), the range of a decay rate.
  public static let decay = Interval(0, 1, openAbove: true)
  /// (−∞, ∞)
  public static let finite = Interval(-.infinity, .infinity, openBelow: true, openAbove: true)

  /// Whether `value` lies inside. NaN never does.
  public func contains(_ value: Double) -> Bool {
    (value > lower || (includesLower && value == lower))
      && (value < upper || (includesUpper && value == upper))
  }

  public var description: String {
    let left = includesLower ? "[" : "("
    let right = includesUpper ? "]" : ")"
    return "\(left)\(NumberText.short(lower)), \(NumberText.short(upper))\(right)"
  }
}
