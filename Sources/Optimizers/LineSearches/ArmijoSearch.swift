import Specifications

/// Armijo's rule: the step is shortened until f falls enough (`Backtracking`).
public struct ArmijoSearch: LineSearch {
  public static let name = "armijo"
  public static let title = "Armijo's rule"
  public static let formula = "f(x + ε p) ≤ f + c₁ ε gᵀ p, by shortening"
  public static let reference = "Armijo, Pacific J. Math. 16 (1966) 1-3"
  public static let parameters: [Parameter<Self>] = [
    .ownDecrease(\.sufficientDecrease),
    .ownContraction(\.contraction),
  ]
  public static let onlyShortens = true

  /// c₁; nil where it is the method's.
  public var sufficientDecrease: Double?
  /// What a step too long is multiplied by; nil where it is the method's.
  public var contraction: Double?

  public init() {}

  public func constants(of method: SearchConstants) -> SearchConstants {
    var constants = method
    constants.sufficientDecrease = sufficientDecrease ?? method.sufficientDecrease
    constants.contraction = contraction ?? method.contraction
    return constants
  }

  public func step<O: Oracle & ~Copyable>(
    along line: SearchLine, querying oracle: inout O
  ) throws(Halt) -> LineStep {
    try Backtracking.step(along: line, below: line.start.value, querying: &oracle)
  }
}
