import LinearAlgebra
import Specifications

/// Beale's function as a sum of squares: rᵢ = yᵢ − x (1 − yⁱ) for y = 1.5, 2.25, 2.625.
///
/// A curved valley towards (3, 0.5) between steep walls. Along y = 1 f is constant, 14.203125; the
/// start lies on that line, and so does a saddle.
public struct MGH05Beale: MGHProblem, PointwiseResiduals {
  public static let card = FunctionCard(
    name: "mgh-5", title: "Beale (MGH 5)",
    formula: "sum_{i<=3} (y_i - x1 (1 - x2^i))^2, y = 1.5, 2.25, 2.625",
    tags: ["least-squares", "valley", "saddle", "smooth"],
    source: "E. M. L. Beale, On an iterative method for finding a local minimum of a function of "
      + "more than one variable, Technical Report 25, Princeton 1958; " + mghSource)
  public static let parameters: [Parameter<Self>] = [.startFactor]

  public var startFactor = 1.0

  public init() {}

  public var dimension: Int { 2 }
  public var residualCount: Int { 3 }
  public var standardStart: Vector { [1, 1] }
  public var domain: [ClosedRange<Double>] { stretched([-4.5...4.5, -4.5...4.5]) }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [[3, 0.5]] }
  public var criticalPoints: [CriticalPoint] { [CriticalPoint([0, 1], .saddle)] }

  @inlinable
  public func residual<S: Scalar>(_ i: Int, _ x: Span<S>) -> S {
    let observed = i == 0 ? 1.5 : i == 1 ? 2.25 : 2.625
    let power = i == 0 ? x[1] : i == 1 ? x[1] * x[1] : x[1] * x[1] * x[1]
    return S(observed) - x[0] * (1 - power)
  }
}
