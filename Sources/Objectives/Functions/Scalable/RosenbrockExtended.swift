import LinearAlgebra
import Specifications

/// Rosenbrock's function over independent pairs:
/// Σ 100 (x_{2i} − x_{2i−1}²)² + (1 − x_{2i−1})², n even.
public struct RosenbrockExtended: FormulaFunction {
  public static let card = FunctionCard(
    name: "rosenbrock-extended", title: "Extended Rosenbrock",
    formula: "sum_{i<=n/2} 100 (x_{2i} - x_{2i-1}^2)^2 + (1 - x_{2i-1})^2",
    dimensionRule: "even, 2 or more", tags: ["valley", "ill-conditioned", "smooth"],
    source: "J. J. More, B. S. Garbow and K. E. Hillstrom, ACM TOMS 7 (1981), problem 21")
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 2...largestDimension, "number of variables, even")
  ]

  public var dimension = 2

  public init() {}

  public mutating func settle() throws(SpecificationError) {
    guard dimension.isMultiple(of: 2) else {
      throw SpecificationError(
        "rosenbrock-extended: n=\(dimension) is odd; expected an even number (or use rosenbrock)")
    }
  }

  public var domain: [ClosedRange<Double>] {
    dimension == 2 ? [-2...2, -1...3] : Array(repeating: -5...10, count: dimension)
  }
  public var start: Vector { .alternating(-1.2, 1, count: dimension) }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [Vector(repeating: 1, count: dimension)] }

  @inlinable
  public func evaluate<S: Scalar>(_ x: Span<S>) -> S {
    var sum: S = 0
    for i in stride(from: 0, to: x.count, by: 2) {
      let bend = x[i + 1] - x[i] * x[i]
      let slope = 1 - x[i]
      sum += 100 * bend * bend + slope * slope
    }
    return sum
  }

  @inlinable
  public func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    var sum: S = 0
    for i in stride(from: 0, to: x.count, by: 2) {
      let bend = x[i + 1] - x[i] * x[i]
      let slope = 1 - x[i]
      sum += 100 * bend * bend + slope * slope
      gradient[i] = -400 * bend * x[i] - 2 * slope
      gradient[i + 1] = 200 * bend
    }
    return sum
  }
}
