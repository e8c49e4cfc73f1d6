import LinearAlgebra
import Specifications

/// Fletcher's Chebyquad: nodes x₁ … xₙ whose mean integrates the Chebyshev polynomials of [0, 1] up
/// to degree m: rᵢ = (1/n) Σⱼ Tᵢ(2xⱼ − 1) − ∫₀¹ Tᵢ(2x − 1) dx.
///
/// The integral is 0 for odd i and −1/(i² − 1) for even i. Chebyshev's equal-weight quadrature has
/// real nodes only for n = 1 … 7 and 9 (S. N. Bernstein): with m = n the minimum is 0 for these and
/// positive for the others. Every order of the nodes is a minimizer, and so is every reflection
/// 1 − x; the ascending ones are listed. Outside [0, 1] the polynomials grow like walls.
public struct MGH35Chebyquad: MGHProblem, ScaledStart {
  public static let card = FunctionCard(
    name: "mgh-35", title: "Chebyquad (MGH 35)",
    formula:
      "sum_{i<=m} (mean_j T_i(2 x_j - 1) - I_i)^2, I_i = 0 for odd i, -1/(i^2 - 1) for even i",
    dimensionRule: "1 or more", tags: [.leastSquares, .multimodal, .smooth],
    source: "R. Fletcher, The Computer Journal 8 (1965) 33-41; " + mghSource,
    knownErrors: [
      "For n = m = 10 the value usually given, 6.50395e-3, is a local minimum; the least known is "
        + "4.77271e-3."
    ],
    aliases: ["chebyquad": [:]])
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 1...largestDimension, "number of variables"),
    .integer(
      "m", \.givenCount, in: 0...largestDimension,
      "number of residuals, n or more; 0 for n"),
    .startFactor,
  ]

  public internal(set) var dimension = 5
  /// m where it is given, else 0.
  public internal(set) var givenCount = 0
  /// m.
  public var residualCount: Int { givenCount == 0 ? dimension : givenCount }
  public internal(set) var startFactor = 1.0

  public init() {}

  public mutating func resolve() throws(SpecificationError) {
    try requireResidualForEachVariable()
  }

  public var standardStart: Vector {
    (0..<dimension).map { Double($0 + 1) / Double(dimension + 1) }
  }
  public var domain: [ClosedRange<Double>] {
    stretched(Array(repeating: 0...1, count: dimension))
  }
  public var minimum: Double? { known(in: Self.minima)?.value }
  public var minimumBasis: MinimumBasis {
    minimum.map { $0 == 0 ? .closedForm : .bestKnown } ?? .unknown
  }
  public var minimizers: [Vector] { known(in: Self.minima)?.points ?? [] }
  public var criticalPoints: [CriticalPoint] {
    dimension == 10 && residualCount == 10
      ? [CriticalPoint(Self.symmetricLocalMinimizer, .localMinimum)] : []
  }

  @inlinable
  public func writeResiduals<S: Scalar>(_ x: Span<S>, into residuals: inout MutableSpan<S>) {
    for i in 0..<residualCount { residuals[i] = 0 }
    for j in 0..<x.count {
      let y = 2 * x[j] - 1
      let twice = y + y
      var (before, now): (S, S) = (1, y)
      for i in 0..<residualCount {
        residuals[i] += now
        (before, now) = (now, twice * now - before)
      }
    }
    let share = S(1 / Double(x.count))
    for i in 0..<residualCount {
      let degree = Double(i + 1)
      let integral = i.isMultiple(of: 2) ? 0 : -1 / (degree * degree - 1)
      residuals[i] = share * residuals[i] - S(integral)
    }
  }

  /// T′ by the derivative of the recurrence of T.
  @inlinable
  public func pullBack<S: Scalar>(
    _ x: Span<S>, _ v: Span<S>, into gradient: inout MutableSpan<S>
  ) {
    let share = S(2 / Double(x.count))
    for j in 0..<x.count {
      let y = 2 * x[j] - 1
      let twice = y + y
      var (before, now): (S, S) = (1, y)
      var (slopeBefore, slope): (S, S) = (0, 1)
      var sum: S = 0
      for i in 0..<residualCount {
        sum += slope * v[i]
        (slopeBefore, slope) = (slope, twice * slope + (now + now) - slopeBefore)
        (before, now) = (now, twice * now - before)
      }
      gradient[j] += share * sum
    }
  }
}
