import RealModule

/// Katsuura's function: 10/n² (Π (1 + i Σ_{j=1..32} |2ʲzᵢ − [2ʲzᵢ]| / 2ʲ)^(10/n^1.2) − 1) +
/// Σ max(0, |xᵢ| − 5)², z = R Λ^100 Q (x − x_opt), [·] being the nearest whole number.
///
/// Continuous, and rugged on every scale down to 2⁻³²: it has a kink next to every point, so that
/// its gradient says nothing of the way. It repeats itself, and more than 10ⁿ minimizers are as low
/// as x_opt. At a kink below, where 2ʲzᵢ is whole, the derivative of the distance is taken as 0; at
/// a kink above, halfway between two, as −1.
public struct BBOBF23: BBOBFunction {
  public static let card = FunctionCard(
    bbob: 23, "Katsuura",
    formula:
      "10/n^2 (prod_i (1 + i sum_{j=1..32} |2^j z_i - round(2^j z_i)| / 2^j)^(10/n^1.2) - 1) "
      + "+ sum_i max(0, |x_i| - 5)^2 + f_opt, z = R Lambda^100 Q (x - x_opt)",
    tags: [.multimodal, .nonSmooth],
    kinkRule: "Where 2^j z_i is whole the derivative of the distance is taken as 0, "
      + "halfway between as -1.")
  public static let stream = 23

  public let landscape: BBOBLandscape<Formula>

  public init(_ landscape: BBOBLandscape<Formula>) {
    self.landscape = landscape
  }

  public static func landscape(_ draw: BBOBDraw) -> BBOBLandscape<Formula> {
    let optimum = draw.optimum
    return BBOBLandscape(
      draw, optimum: optimum,
      layers: [.shift(optimum), .matrix(draw.conditionedRotation(100))],
      formula: Formula(count: draw.dimension), penalty: 1)
  }

  /// The product as a sum of logarithms, which cannot overflow.
  public struct Formula: BBOBSum {
    @usableFromInline let weight: Double
    @usableFromInline let exponent: Double

    init(count: Int) {
      let n = Double(count)
      weight = 10 / n / n
      exponent = 10 / .pow(n, 1.2)
    }

    @inlinable
    public func term<S: Scalar>(_ z: S, _ i: Int) -> S {
      var sum: S = 0
      var scale = 1.0
      for _ in 1...32 {
        scale *= 2
        let scaled = S(scale) * z
        let nearest = (scaled.real + 0.5).rounded(.down)
        sum += .abs(scaled - S(nearest)) / S(scale)
      }
      return .log(onePlus: S(Double(i + 1)) * sum)
    }

    @inlinable
    public func outer<S: Scalar>(_ sum: S) -> S {
      S(weight) * .expMinusOne(S(exponent) * sum)
    }
  }
}
