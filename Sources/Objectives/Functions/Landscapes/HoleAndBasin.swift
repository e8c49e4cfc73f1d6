import LinearAlgebra
import RealModule
import Specifications

/// A narrow deep hole beside a wide shallow basin:
/// (x² + y²)/20 − exp(−((x − 3/2)² + y²)/2) − 2 exp(−20 ((x + 3/2)² + (y − 1/2)²)).
///
/// Nearly every start leads into the basin, where f is −0.898; the minimum −1.885 lies in a hole
/// less than half a unit wide, which large steps leap over.
public struct HoleAndBasin: PlaneFunction {
  public static let card = FunctionCard(
    name: "hole-and-basin", title: "Hole and basin",
    formula: "(x^2 + y^2)/20 - exp(-((x - 1.5)^2 + y^2)/2) "
      + "- 2 exp(-20 ((x + 1.5)^2 + (y - 0.5)^2))",
    tags: [.multimodal, .smooth],
    source: "elementary; critical points by Newton's method in 40 digits")
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-3...3, -2.5...2.5] }
  public var start: Vector { [-2.5, 1.6] }
  public var minimum: Double? { -1.8850236262991194 }
  public var minimumBasis: MinimumBasis { .bestKnown }
  public var minimizers: [Vector] { [[-1.4977575886567753, 0.499314159104528]] }
  public var criticalPoints: [CriticalPoint] {
    [
      CriticalPoint([1.3624592478443455, 0], .localMinimum),
      CriticalPoint([-1.0024328486434967, 0.37138699472634754], .saddle),
    ]
  }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    let (right, left, above) = (x - 1.5, x + 1.5, y - 0.5)
    let basin = S.exp(-0.5 * (right * right + y * y))
    let hole = S.exp(-20 * (left * left + above * above))
    return 0.05 * (x * x + y * y) - basin - 2 * hole
  }
}
