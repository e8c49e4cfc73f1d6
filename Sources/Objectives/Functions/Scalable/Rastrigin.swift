import LinearAlgebra
import RealModule
import Specifications

/// Rastrigin's function 10n + Σ xᵢ² − 10 cos 2πxᵢ: a bowl covered with a lattice of minima.
public struct Rastrigin: FormulaFunction {
  public static let card = FunctionCard(
    name: "rastrigin", title: "Rastrigin", formula: "10 n + sum_i x_i^2 - 10 cos(2 pi x_i)",
    dimensionRule: "1 or more", tags: [.multimodal, .separable, .smooth],
    source: "L. A. Rastrigin, Systems of Extremal Control, 1974; in n variables Muehlenbein, "
      + "Schomisch and Born, Parallel Computing 17 (1991)")
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 1...largestDimension, "number of variables")
  ]

  public internal(set) var dimension = 2

  public init() {}

  public var domain: [ClosedRange<Double>] { Array(repeating: -5.12...5.12, count: dimension) }
  public var start: Vector { .alternating(3.4, -2.6, count: dimension) }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [.zeros(dimension)] }

  @inlinable
  public func evaluate<S: Scalar>(_ x: Span<S>) -> S {
    var sum: S = 0
    for i in 0..<x.count {
      sum += x[i] * x[i] + 10 * (1 - .cos(S(2 * Double.pi) * x[i]))
    }
    return sum
  }

  @inlinable
  public func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    var sum: S = 0
    for i in 0..<x.count {
      let angle = S(2 * Double.pi) * x[i]
      sum += x[i] * x[i] + 10 * (1 - .cos(angle))
      gradient[i] = 2 * x[i] + S(20 * Double.pi) * .sin(angle)
    }
    return sum
  }
}
