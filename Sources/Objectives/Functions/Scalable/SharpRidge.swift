import LinearAlgebra
import RealModule
import Specifications

/// The sharp ridge x₁² + 100 √(Σ_{i>1} xᵢ²): a round cone in all coordinates but the first.
///
/// The gradient points at the crease x₂ = … = xₙ = 0 with undiminished length, so that a run is
/// soon on it, jumps from side to side, and makes little way along the crease to the minimum. On
/// the crease itself the cone's part of the gradient is taken as 0.
public struct SharpRidge: FormulaFunction {
  public static let card = FunctionCard(
    name: "sharp-ridge", title: "Sharp ridge", formula: "x_1^2 + 100 sqrt(sum_{i>1} x_i^2)",
    dimensionRule: "2 or more", tags: [.convex, .unimodal, .separable, .nonSmooth],
    kinkRule: "On the crease the derivatives of the cone are taken as 0.",
    source: "N. Hansen, S. Finck, R. Ros and A. Auger, Real-parameter black-box optimization "
      + "benchmarking 2009: noiseless functions definitions, INRIA RR-6829, f13 without rotation")
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 2...largestDimension, "number of variables")
  ]

  public internal(set) var dimension = 2

  public init() {}

  public var domain: [ClosedRange<Double>] { Array(repeating: -5...5, count: dimension) }
  public var start: Vector { .alternating(4, -3, count: dimension) }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [.zeros(dimension)] }
  /// For n = 2 the root is |x₂|.
  public var tags: [FunctionTag] {
    Self.card.tags.filter { $0 != .separable || dimension == 2 }
  }

  @inlinable
  public func evaluate<S: Scalar>(_ x: Span<S>) -> S {
    var squares: S = 0
    for i in 1..<x.count { squares += x[i] * x[i] }
    return x[0] * x[0] + 100 * S.cuspRoot(squares)
  }

  @inlinable
  public func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    var squares: S = 0
    for i in 1..<x.count { squares += x[i] * x[i] }
    let radius = S.cuspRoot(squares)
    let slope: S = radius.real == 0 ? 0 : 100 / radius
    gradient[0] = 2 * x[0]
    for i in 1..<x.count { gradient[i] = slope * x[i] }
    return x[0] * x[0] + 100 * radius
  }
}
