import LinearAlgebra
import Specifications

/// The trid function Σ (xᵢ − 1)² − Σ_{i>1} xᵢ xᵢ₋₁: a quadratic with a tridiagonal Hessian.
///
/// News of a change travels one coordinate a step. The minimizer xᵢ = i (n + 1 − i) lies far out,
/// the condition grows like n², and the domain with n²: a test of reaching a distant bowl.
public struct Trid: FormulaFunction {
  public static let card = FunctionCard(
    name: "trid", title: "Trid", formula: "sum_i (x_i - 1)^2 - sum_{i>1} x_i x_{i-1}",
    dimensionRule: "2 or more", tags: [.convex, .unimodal, .smooth],
    source: "A. Neumaier's collection, as in Surjanovic and Bingham")
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 2...largestDimension, "number of variables")
  ]

  public internal(set) var dimension = 2

  public init() {}

  public var domain: [ClosedRange<Double>] {
    let reach = Double(dimension) * Double(dimension)
    return Array(repeating: -reach...reach, count: dimension)
  }
  public var start: Vector {
    .alternating(-Double(dimension), Double(dimension), count: dimension)
  }
  public var minimum: Double? {
    let n = Double(dimension)
    return -n * (n + 4) * (n - 1) / 6
  }
  public var minimizers: [Vector] {
    [(1...dimension).map { Double($0) * Double(dimension + 1 - $0) }]
  }

  @inlinable
  public func evaluate<S: Scalar>(_ x: Span<S>) -> S {
    var previous: S = 0
    var sum: S = 0
    for i in 0..<x.count {
      let offset = x[i] - 1
      sum += offset * offset - x[i] * previous
      previous = x[i]
    }
    return sum
  }

  @inlinable
  public func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    var previous: S = 0
    var sum: S = 0
    for i in 0..<x.count {
      let offset = x[i] - 1
      let next: S = i + 1 < x.count ? x[i + 1] : 0
      sum += offset * offset - x[i] * previous
      gradient[i] = 2 * offset - previous - next
      previous = x[i]
    }
    return sum
  }
}
