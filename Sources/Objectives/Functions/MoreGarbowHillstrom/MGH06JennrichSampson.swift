import LinearAlgebra
import RealModule
import Specifications

/// Jennrich and Sampson's sum of two exponentials: rᵢ = 2 + 2i − (e^{ix} + e^{iy}), i = 1 … m.
///
/// The residuals stay large at the minimizer, where x = y: second derivatives of the residuals
/// count, and Gauss–Newton steps are poor. Exponentials of i x make walls of great steepness.
public struct MGH06JennrichSampson: MGHProblem, PointwiseResiduals {
  public static let card = FunctionCard(
    name: "mgh-6", title: "Jennrich and Sampson (MGH 6)",
    formula: "sum_{i<=m} (2 + 2 i - exp(i x1) - exp(i x2))^2",
    tags: ["least-squares", "smooth"],
    source: "R. I. Jennrich and P. F. Sampson, Technometrics 10 (1968) 63-72; " + mghSource,
    knownErrors: ["Some collections start at (1, 1) instead of (0.3, 0.4)."])
  public static let parameters: [Parameter<Self>] = [
    .integer("m", \.residualCount, in: 2...largestDimension, "number of residuals"),
    .startFactor,
  ]

  public var residualCount = 10
  public var startFactor = 1.0

  public init() {}

  public var dimension: Int { 2 }
  public var standardStart: Vector { [0.3, 0.4] }
  public var domain: [ClosedRange<Double>] { stretched([0...0.5, 0...0.5]) }
  public var minimum: Double? { residualCount == 10 ? 124.36218235561485 : nil }
  public var minimumBasis: MinimumBasis { minimum == nil ? .unknown : .bestKnown }
  public var minimizers: [Vector] {
    minimum == nil ? [] : [[0.2578252136703641, 0.2578252136703641]]
  }

  @inlinable
  public func residual<S: Scalar>(_ i: Int, _ x: Span<S>) -> S {
    let k = Double(i + 1)
    return S(2 + 2 * k) - (S.exp(S(k) * x[0]) + S.exp(S(k) * x[1]))
  }
}
