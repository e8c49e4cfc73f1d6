import LinearAlgebra
import RealModule
import Specifications

/// The first alpine function Σ |xᵢ sin xᵢ + 0.1 xᵢ|: sharp valleys, all as deep as the deepest.
///
/// Each coordinate may be 0 or any solution of sin xᵢ = −0.1, eight values in the domain, so that
/// there are 8ⁿ minimizers. All are kinks, where no gradient tells a run that it has arrived.
public struct Alpine1: FormulaFunction {
  public static let card = FunctionCard(
    name: "alpine1", title: "Alpine 1", formula: "sum_i |x_i sin(x_i) + 0.1 x_i|",
    dimensionRule: "1 or more", tags: [.multimodal, .separable, .nonSmooth],
    kinkRule: "Where a term is 0 its derivatives are taken as 0.",
    source: "M. Jamil and X.-S. Yang, Int. J. Mathematical Modelling and Numerical "
      + "Optimisation 4 (2013) 150-194",
    knownErrors: [
      "Only the origin is listed as a minimizer; there are 8^n, wherever each sin(x_i) = -0.1 or "
        + "x_i = 0."
    ])
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 1...largestDimension, "number of variables")
  ]

  public internal(set) var dimension = 2

  public init() {}

  public var domain: [ClosedRange<Double>] { Array(repeating: -10...10, count: dimension) }
  public var start: Vector { .alternating(7.3, -5.4, count: dimension) }
  public var minimum: Double? { 0 }
  /// All for n ≤ 2; else the origin, and those nearest to (−10, …, −10) and (10, …, 10).
  public var minimizers: [Vector] {
    switch dimension {
    case 1: Self.zeros.map { [$0] }
    case 2: Self.zeros.flatMap { x in Self.zeros.map { y in [x, y] } }
    default: [0, Self.zeros[0], Self.zeros[7]].map { Vector(repeating: $0, count: dimension) }
    }
  }

  private static let zeros = [
    -9.32461053960782, -6.383352728341146, -3.0414252324282334, -0.1001674211615598, 0,
    3.241760074751353, 6.1830178860180265, 9.524945381930939,
  ]

  @inlinable
  public func evaluate<S: Scalar>(_ x: Span<S>) -> S {
    var sum: S = 0
    for i in 0..<x.count { sum += .abs(x[i] * .sin(x[i]) + 0.1 * x[i]) }
    return sum
  }

  @inlinable
  public func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    var sum: S = 0
    for i in 0..<x.count {
      let sine = S.sin(x[i])
      let height = x[i] * sine + 0.1 * x[i]
      let slope = sine + x[i] * .cos(x[i]) + 0.1
      sum += .abs(height)
      gradient[i] = height.real == 0 ? 0 : (height.real < 0 ? -slope : slope)
    }
    return sum
  }
}
