import Specifications

/// Grippo, Lampariello and Lucidi's rule: the step is shortened until f lies enough below the
/// largest of its latest values (`Backtracking`). f may rise for a while, as along a curved valley.
public struct NonMonotoneSearch: LineSearch {
  public static let name = "non-monotone"
  public static let title = "Grippo, Lampariello and Lucidi's rule"
  public static let formula = "f(x + ε p) ≤ max of the last values + c₁ ε gᵀ p, by shortening"
  public static let reference =
    "Grippo, Lampariello and Lucidi, SIAM J. Numer. Anal. 23 (1986) 707-716"
  public static let parameters: [Parameter<Self>] = [
    .ownDecrease(\.sufficientDecrease),
    .ownContraction(\.contraction),
    .inherited(\.window, 1) { .window($0, "how many of the latest values bound the next") },
  ]
  public static let onlyShortens = true

  /// c₁; nil where it is the method's.
  public var sufficientDecrease: Double?
  /// What a step too long is multiplied by; nil where it is the method's.
  public var contraction: Double?
  /// How many of the latest values bound the next, at least 1; nil where it is the method's.
  public var window: Int?

  public init() {}

  public func constants(of method: SearchConstants) -> SearchConstants {
    var constants = method
    constants.sufficientDecrease = sufficientDecrease ?? method.sufficientDecrease
    constants.contraction = contraction ?? method.contraction
    constants.window = window ?? method.window
    return constants
  }

  public func lookBack(with constants: SearchConstants) -> Int { constants.window }

  public func step<O: Oracle & ~Copyable>(
    along line: SearchLine, querying oracle: inout O
  ) throws(Halt) -> LineStep {
    let latest = line.values.suffix(line.constants.window)
    return try Backtracking.step(
      along: line, below: latest.reduce(line.start.value, max), querying: &oracle)
  }
}
