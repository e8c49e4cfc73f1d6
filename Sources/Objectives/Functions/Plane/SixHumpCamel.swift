import LinearAlgebra
import Specifications

/// The six-hump camel: two global minima, four local ones, two hilltops and seven saddles between
/// them, all within a small window. f(−x, −y) = f(x, y). These fifteen points are all where the
/// gradient vanishes: its components have the degrees 5 and 3 (É. Bézout's theorem).
///
/// A race from one side ends in different minima, depending on how much speed is carried across the
/// saddles.
public struct SixHumpCamel: PlaneFunction {
  public static let card = FunctionCard(
    name: "six-hump-camel", title: "Six-hump camel",
    formula: "(4 - 2.1 x^2 + x^4/3) x^2 + x y + (4 y^2 - 4) y^2",
    tags: [.multimodal, .smooth],
    source: "L. C. W. Dixon and G. P. Szego, The global optimization problem: an introduction, in "
      + "Towards Global Optimisation 2, North-Holland 1978")
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-3...3, -2...2] }
  public var start: Vector { [-2.4, 1.3] }
  public var minimum: Double? { -1.0316284534898774 }
  public var minimumBasis: MinimumBasis { .computed }
  public var minimizers: [Vector] {
    [
      [0.08984201310031806, -0.7126564030207396], [-0.08984201310031806, 0.7126564030207396],
    ]
  }
  public var criticalPoints: [CriticalPoint] {
    [
      CriticalPoint([1.703606714969981, -0.7960835686726251], .localMinimum),
      CriticalPoint([-1.703606714969981, 0.7960835686726251], .localMinimum),
      CriticalPoint([1.6071047529201972, 0.5686514548841314], .localMinimum),
      CriticalPoint([-1.6071047529201972, -0.5686514548841314], .localMinimum),
      CriticalPoint([0, 0], .saddle),
      CriticalPoint([1.1092053368047865, -0.7682680925095399], .saddle),
      CriticalPoint([-1.1092053368047865, 0.7682680925095399], .saddle),
      CriticalPoint([1.6380679841897785, 0.22867406904439408], .saddle),
      CriticalPoint([-1.6380679841897785, -0.22867406904439408], .saddle),
      CriticalPoint([1.2960702671671092, 0.6050843880386585], .saddle),
      CriticalPoint([-1.2960702671671092, -0.6050843880386585], .saddle),
      CriticalPoint([1.2302298765166526, 0.16233458445899496], .maximum),
      CriticalPoint([-1.2302298765166526, -0.16233458445899496], .maximum),
    ]
  }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    let (u, v) = (x * x, y * y)
    let humps = (4 - 2.1 * u + S(1.0 / 3) * u * u) * u
    return humps + x * y + 4 * (v - 1) * v
  }
}
