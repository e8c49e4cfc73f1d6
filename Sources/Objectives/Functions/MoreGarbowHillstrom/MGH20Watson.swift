import LinearAlgebra
import Specifications

/// Watson's function: the differential equation p′ − p² = 1, p(0) = 0, for a polynomial
/// p(t) = Σ xⱼ t^{j−1}, in least squares at the points t = i/29.
///
/// rᵢ = p′(t) − p(t)² − 1 for i ≤ 29; then x₁ and x₂ − x₁² − 1. More coefficients fit better but
/// are ever less determined: at n = 9 curvatures range over nine powers of ten, and at n = 12
/// f* is 4.7·10⁻¹⁰.
public struct MGH20Watson: MGHProblem, ScaledStart {
  public static let card = FunctionCard(
    name: "mgh-20", title: "Watson (MGH 20)",
    formula: "sum_{i<=29} (p'(t_i) - p(t_i)^2 - 1)^2 + x1^2 + (x2 - x1^2 - 1)^2, "
      + "p(t) = sum_j x_j t^(j-1), t_i = i/29",
    dimensionRule: "2 to 31", tags: [.leastSquares, .valley, .illConditioned, .smooth],
    source: "J. S. Kowalik and M. R. Osborne, Methods for Unconstrained Optimization Problems, "
      + "Elsevier 1968; " + mghSource,
    aliases: ["watson": [:]])
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 2...31, "number of variables"),
    .startFactor,
  ]

  static let minima = [
    KnownMinimum(
      n: 6, m: 31, value: 0.0022876700535524363,
      points: [
        [
          -0.015725086401458456, 1.0124348693691099, -0.2329916259567377, 1.2604300877996084,
          -1.5137289227222797, 0.9929964324311346,
        ]
      ]),
    KnownMinimum(
      n: 9, m: 31, value: 1.39976013809902e-06,
      points: [
        [
          -1.5307036521394342e-05, 0.9997897039319483, 0.014763963693556958, 0.14634232829936222,
          1.0008211030047092, -2.617731140519015, 4.104403164478857, -3.1436122785564424,
          1.0526264080101668,
        ]
      ]),
    KnownMinimum(
      n: 12, m: 31, value: 4.722381105891757e-10,
      points: [
        [
          -6.638060464520687e-09, 1.000001644117862, -0.0005639322103423058, 0.34782054050404243,
          -0.15673150409616513, 1.0528151772071777, -3.2472711534596677, 7.288434897938061,
          -10.271848241321724, 9.074113647075317, -4.541375466692512, 1.0120118885528104,
        ]
      ]),
  ]

  public internal(set) var dimension = 6
  public internal(set) var startFactor = 1.0

  public init() {}

  public var residualCount: Int { 31 }
  public var standardStart: Vector { .zeros(dimension) }
  public var minimum: Double? { known(in: Self.minima)?.value }
  public var minimumBasis: MinimumBasis { minimum == nil ? .unknown : .bestKnown }
  public var minimizers: [Vector] { known(in: Self.minima)?.points ?? [] }

  @inlinable
  public func writeResiduals<S: Scalar>(_ x: Span<S>, into residuals: inout MutableSpan<S>) {
    for i in 0..<29 {
      let t = S(Double(i + 1) / 29)
      var (sum, slope): (S, S) = (0, 0)
      for j in stride(from: x.count - 1, through: 0, by: -1) {
        slope = slope * t + sum
        sum = sum * t + x[j]
      }
      residuals[i] = slope - sum * sum - 1
    }
    residuals[29] = x[0]
    residuals[30] = x[1] - x[0] * x[0] - 1
  }

  @inlinable
  public func pullBack<S: Scalar>(
    _ x: Span<S>, _ v: Span<S>, into gradient: inout MutableSpan<S>
  ) {
    for i in 0..<29 {
      let t = Double(i + 1) / 29
      var sum: S = 0
      for j in stride(from: x.count - 1, through: 0, by: -1) { sum = sum * S(t) + x[j] }
      let weight = -2 * sum * v[i]
      var power = 1.0
      gradient[0] += weight
      for j in 1..<x.count {
        gradient[j] += S(Double(j) * power) * v[i] + S(power * t) * weight
        power *= t
      }
    }
    gradient[0] += v[29] - 2 * x[0] * v[30]
    gradient[1] += v[30]
  }
}
