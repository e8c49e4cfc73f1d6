import LinearAlgebra
import Specifications

/// A long narrow double trough: along x = 0 two minima at y = ±14.9, −24777 deep, with a barely
/// visible local minimum between them at 0 behind saddles only 1/4 high. Across, the curvature is
/// 2 × 10⁵. For a given x² + y² f is least at x = 0, so that the minimum is that of a polynomial in
/// y² alone.
public struct DeckkersAarts: PlaneFunction {
  public static let card = FunctionCard(
    name: "deckkers-aarts", title: "Dekkers-Aarts",
    formula: "10^5 x^2 + y^2 - (x^2 + y^2)^2 + 10^-5 (x^2 + y^2)^4",
    tags: [.multimodal, .valley, .smooth],
    source: "A. Dekkers and E. Aarts, Global optimization and simulated annealing, Mathematical "
      + "Programming 50 (1991) 367-393",
    knownErrors: [
      "Jamil and Yang print the minimizers (0, 15) and (0, -15), where f is -24771.09.",
      "Most collections misspell the first author's name, which the name here keeps.",
    ])
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-20...20, -20...20] }
  public var start: Vector { [5, 4] }
  public var minimum: Double? { -24776.51834231769 }
  public var minimumBasis: MinimumBasis { .computed }
  public var minimizers: [Vector] { [[0, 14.945112151891959], [0, -14.945112151891959]] }
  public var criticalPoints: [CriticalPoint] {
    [
      CriticalPoint([0, 0], .localMinimum),
      CriticalPoint([0, 0.7071085489778077], .saddle),
      CriticalPoint([0, -0.7071085489778077], .saddle),
    ]
  }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    let v = y * y
    let square = x * x + v
    let power = square * square
    return 1e5 * (x * x) + v - power + 1e-5 * power * power
  }
}
