/// Büche and Rastrigin's function: 10 n + Σ zᵢ² − 10 cos 2πzᵢ with zᵢ = sᵢ T_osz(x − x_opt)ᵢ,
/// where sᵢ = 10^(½ (i−1)/(n−1)), ten times that for odd i on the positive side; 100 Σ
/// max(0, |xᵢ| − 5)² is added.
///
/// Built to mislead methods that expect symmetry: the slopes on the positive side of the odd
/// coordinates are steeper and their minima denser. At zᵢ = 0, where the stretching has a kink and
/// T_osz no derivative, that of f along xᵢ is 0 all the same.
public struct BBOBF04: BBOBFunction {
  public static let card = FunctionCard(
    bbob: 4, "Bueche-Rastrigin",
    formula: "10 n + sum_i z_i^2 - 10 cos(2 pi z_i) + 100 sum_i max(0, |x_i| - 5)^2 + f_opt, "
      + "z_i = s_i T_osz(x - x_opt)_i",
    tags: [.multimodal, .separable, .differentiable],
    kinkRule: "Where some z_i is 0 there is no second derivative; T_osz counts with "
      + "slope 1 there, and s_i as for negative z_i.",
    knownErrors: ["RR-6829 does not say that x_opt is made positive at the odd positions."])
  /// The seeds are those of f3.
  public static let stream = 3

  public let landscape: BBOBLandscape<Formula>

  public init(_ landscape: BBOBLandscape<Formula>) {
    self.landscape = landscape
  }

  public static func landscape(_ draw: BBOBDraw) -> BBOBLandscape<Formula> {
    var optimum = draw.optimum
    for i in stride(from: 0, to: draw.dimension, by: 2) { optimum[i] = abs(optimum[i]) }
    return BBOBLandscape(
      draw, optimum: optimum,
      layers: [.shift(optimum), .oscillation, .scale(draw.conditioning(10))],
      formula: Formula(), penalty: 100)
  }

  /// Rastrigin's function of z stretched by 10 where i is odd, counted from 1, and z positive.
  public struct Formula: BBOBSum {
    @inlinable
    public func term<S: Scalar>(_ z: S, _ i: Int) -> S {
      BBOBRastrigin().term(i.isMultiple(of: 2) && z.real > 0 ? 10 * z : z, i)
    }
  }
}
