import LinearAlgebra
import RealModule
import Specifications

/// A fit of two growth rates to a straight line, which no two exponentials follow: the least sum of
/// ten squares is 124.36, at equal rates. f is symmetric in x and y, and its walls grow like e²⁰
/// within the domain.
///
/// The residuals stay large at the minimizer, so that their second derivatives count, and
/// Gauss–Newton steps are poor.
public struct JennrichSampson: MGHProblem, ScaledStart {
  public static let card = FunctionCard(
    name: "jennrich-sampson", title: "Jennrich-Sampson",
    formula: "sum_{i<=m} (2 + 2 i - (exp(i x) + exp(i y)))^2",
    tags: [.leastSquares, .smooth],
    source: "R. I. Jennrich and P. F. Sampson, Application of stepwise regression to non-linear "
      + "estimation, Technometrics 10 (1968) 63-72; " + mghSource,
    knownErrors: [
      "Some collections start at (1, 1); the original start is (0.3, 0.4)."
    ],
    aliases: ["mgh-6": [:]])
  public static let parameters: [Parameter<Self>] = [
    .integer("m", \.residualCount, in: 2...largestDimension, "number of residuals"),
    .startFactor,
  ]

  public internal(set) var residualCount = 10
  public internal(set) var startFactor = 1.0

  public init() {}

  public var dimension: Int { 2 }
  public var domain: [ClosedRange<Double>] { stretched([-1...1, -1...1]) }
  public var standardStart: Vector { [0.3, 0.4] }
  public var minimum: Double? { residualCount == 10 ? 124.36218235561485 : nil }
  public var minimumBasis: MinimumBasis { minimum == nil ? .unknown : .bestKnown }
  public var minimizers: [Vector] {
    minimum == nil ? [] : [[0.2578252136703641, 0.2578252136703641]]
  }

  @inlinable
  public func writeResiduals<S: Scalar>(_ x: Span<S>, into residuals: inout MutableSpan<S>) {
    let (growth, rival) = (S.exp(x[0]), S.exp(x[1]))
    var (first, second) = (growth, rival)
    for i in 0..<residualCount {
      residuals[i] = S(Double(2 * i + 4)) - first - second
      first *= growth
      second *= rival
    }
  }
}
