import LinearAlgebra
import RealModule
import Specifications

/// An egg crate in a bowl: pits in rows and columns about π apart, shallower with the distance from
/// the deepest at 0.
public struct EggCrate: PlaneFunction {
  public static let card = FunctionCard(
    name: "egg-crate", title: "Egg crate",
    formula: "x^2 + y^2 + 25 (sin^2 x + sin^2 y)",
    tags: [.multimodal, .separable, .smooth],
    source: "M. Jamil and X.-S. Yang, A literature survey of benchmark functions, 2013")
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-5...5, -5...5] }
  public var start: Vector { [4.2, -3.6] }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [[0, 0]] }
  /// The nearest pits and the passes to them. Each coordinate is 0 or ±3.02 at a pit.
  public var criticalPoints: [CriticalPoint] {
    let (pit, pass) = (3.0196018847849517, 1.6364424603413235)
    return [-1.0, 1].flatMap { side -> [CriticalPoint] in
      [
        CriticalPoint([side * pit, 0], .localMinimum),
        CriticalPoint([0, side * pit], .localMinimum),
        CriticalPoint([side * pit, pit], .localMinimum),
        CriticalPoint([side * pit, -pit], .localMinimum),
        CriticalPoint([side * pass, 0], .saddle),
        CriticalPoint([0, side * pass], .saddle),
      ]
    }
  }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    let (first, second) = (S.sin(x), S.sin(y))
    return x * x + y * y + 25 * (first * first + second * second)
  }
}
