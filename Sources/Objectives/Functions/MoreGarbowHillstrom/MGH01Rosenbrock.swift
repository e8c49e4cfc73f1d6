import LinearAlgebra
import Specifications

/// Rosenbrock's valley as a sum of squares: r = (10 (y − x²), 1 − x).
///
/// A narrow valley along the parabola y = x², almost flat in its length: the start lies in it, and
/// a method has to follow the bend to (1, 1).
public struct MGH01Rosenbrock: MGHProblem, PointwiseResiduals {
  public static let card = FunctionCard(
    name: "mgh-1", title: "Rosenbrock (MGH 1)",
    formula: "(10 (x2 - x1^2))^2 + (1 - x1)^2",
    tags: ["least-squares", "unimodal", "valley", "ill-conditioned", "smooth"],
    source: "H. H. Rosenbrock, The Computer Journal 3 (1960) 175-184; " + mghSource)
  public static let parameters: [Parameter<Self>] = [.startFactor]

  public var startFactor = 1.0

  public init() {}

  public var dimension: Int { 2 }
  public var residualCount: Int { 2 }
  public var standardStart: Vector { [-1.2, 1] }
  public var domain: [ClosedRange<Double>] { stretched([-2...2, -1...3]) }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [[1, 1]] }

  @inlinable
  public func residual<S: Scalar>(_ i: Int, _ x: Span<S>) -> S {
    i == 0 ? 10 * (x[1] - x[0] * x[0]) : 1 - x[0]
  }
}
