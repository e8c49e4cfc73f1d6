import LinearAlgebra
import Specifications

/// Rosenbrock's parabolic valley y = x² with another parabola in place of the line x = 1: the two
/// cross twice, at (1, 1) and at (0.34, 0.12), and come close a third time near (−0.66, 0.44),
/// where a local minimum of 0.0074 stops most runs from the left.
public struct Price3: PlaneFunction {
  public static let card = FunctionCard(
    name: "price3", title: "Price 3",
    formula: "100 (y - x^2)^2 + (6.4 (y - 0.5)^2 - x - 0.6)^2",
    tags: [.multimodal, .valley, .smooth],
    source: "W. L. Price, A controlled random search procedure for global optimisation, The "
      + "Computer Journal 20 (1977) 367-370",
    knownErrors: [
      "Jamil and Yang print a factor 6 before the second square and the minimizers of Price 1."
    ])
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-5...5, -5...5] }
  public var start: Vector { [-2, 3] }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [[1, 1], [0.3413075033535242, 0.11649081184541595]] }
  public var criticalPoints: [CriticalPoint] {
    [
      CriticalPoint([-0.6636998009061591, 0.4411443246680692], .localMinimum),
      CriticalPoint([-0.08717266323932515, 0.05189507182134356], .saddle),
      CriticalPoint([0.7375737945662283, 0.5529608024143169], .saddle),
    ]
  }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    let bend = y - x * x
    let shifted = y - 0.5
    let second = 6.4 * shifted * shifted - x - 0.6
    return 100 * bend * bend + second * second
  }
}
