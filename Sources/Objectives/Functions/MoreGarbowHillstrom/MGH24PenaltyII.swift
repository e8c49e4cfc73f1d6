import LinearAlgebra
import RealModule
import Specifications

/// Gill, Murray and Pitfield's second penalty function, of 2n residuals: x₁ − 0.2; for i = 2 … n
/// 10^{−5/2} (e^{xᵢ/10} + e^{xᵢ₋₁/10} − yᵢ) with yᵢ = e^{i/10} + e^{(i−1)/10}, and
/// 10^{−5/2} (e^{xᵢ/10} − e^{−1/10}); last Σ (n − j + 1) xⱼ² − 1.
///
/// An ellipsoid is a sharp valley, and weak exponentials pull along it in directions that disagree.
/// For n beyond about 7000 the data overflow and f is infinite.
public struct MGH24PenaltyII: MGHProblem, ScaledStart {
  public static let card = FunctionCard(
    name: "mgh-24", title: "Penalty II (MGH 24)",
    formula: "(x1 - 0.2)^2 + 1e-5 sum_{i>1} (exp(x_i/10) + exp(x_{i-1}/10) - y_i)^2 "
      + "+ 1e-5 sum_{i>1} (exp(x_i/10) - exp(-1/10))^2 + (sum_j (n - j + 1) x_j^2 - 1)^2, "
      + "y_i = exp(i/10) + exp((i-1)/10)",
    dimensionRule: "1 or more", tags: [.leastSquares, .valley, .illConditioned, .smooth],
    source: "P. E. Gill, W. Murray and R. A. Pitfield, The implementation of two revised "
      + "quasi-Newton algorithms for unconstrained optimization, Report NAC 11, National Physical "
      + "Laboratory 1972; " + mghSource,
    aliases: ["penalty-2": [:]])
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 1...largestDimension, "number of variables"),
    .startFactor,
  ]

  @usableFromInline static let scale = 1e-5.squareRoot()
  static let minima = [
    KnownMinimum(
      n: 4, m: 8, value: 9.376293007355442e-06,
      points: [
        [0.1999993333503804, 0.19131670099277245, 0.48010148533262315, 0.5188454043902005]
      ]),
    KnownMinimum(
      n: 10, m: 20, value: 0.00029366053745674594,
      points: [
        [
          0.1999836051978236, 0.010350648471292297, 0.019604934480438402, 0.03208906722068565,
          0.049932677399641294, 0.07651399515399361, 0.11862407286950417, 0.19214487233557667,
          0.34732058694184365, 0.3691643741593508,
        ]
      ]),
  ]

  public internal(set) var dimension = 4
  public internal(set) var startFactor = 1.0

  public init() {}

  public var residualCount: Int { 2 * dimension }
  public var standardStart: Vector { Vector(repeating: 0.5, count: dimension) }
  public var minimum: Double? { known(in: Self.minima)?.value }
  public var minimumBasis: MinimumBasis { minimum == nil ? .unknown : .bestKnown }
  public var minimizers: [Vector] { known(in: Self.minima)?.points ?? [] }

  @inlinable
  public func writeResiduals<S: Scalar>(_ x: Span<S>, into residuals: inout MutableSpan<S>) {
    let n = x.count
    let scale = S(Self.scale)
    let floor = S(.exp(-0.1))
    var before = S.exp(0.1 * x[0])
    var levelBefore = Double.exp(0.1)
    var sum = S(Double(n)) * x[0] * x[0]
    residuals[0] = x[0] - 0.2
    for i in 1..<n {
      let now = S.exp(0.1 * x[i])
      let level = Double.exp(Double(i + 1) / 10)
      residuals[i] = scale * (now + before - S(level + levelBefore))
      residuals[n + i - 1] = scale * (now - floor)
      sum += S(Double(n - i)) * x[i] * x[i]
      (before, levelBefore) = (now, level)
    }
    residuals[2 * n - 1] = sum - 1
  }

  @inlinable
  public func pullBack<S: Scalar>(
    _ x: Span<S>, _ v: Span<S>, into gradient: inout MutableSpan<S>
  ) {
    let n = x.count
    let slope = S(Self.scale / 10)
    let excess = 2 * v[2 * n - 1]
    gradient[0] += v[0]
    for i in 0..<n {
      var weight: S = 0
      if i > 0 { weight += v[i] + v[n + i - 1] }
      if i + 1 < n { weight += v[i + 1] }
      gradient[i] += slope * weight * S.exp(0.1 * x[i]) + S(Double(n - i)) * excess * x[i]
    }
  }
}
