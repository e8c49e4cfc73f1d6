/// The separable Rastrigin function: 10 n + Σ zᵢ² − 10 cos 2πzᵢ,
/// z = Λ^10 T_asy^0.2(T_osz(x − x_opt)).
///
/// About 10ⁿ local minima on a regular lattice that the transformations bend: does a method profit
/// from separability without relying on symmetry? At the kinks of T_osz, where a coordinate equals
/// that of x_opt, the derivative along it is 0.
public struct BBOBF03: BBOBFunction {
  public static let card = FunctionCard(
    bbob: 3, "separable Rastrigin",
    formula: "10 n + sum_i z_i^2 - 10 cos(2 pi z_i) + f_opt, "
      + "z = Lambda^10 T_asy^0.2(T_osz(x - x_opt))",
    tags: [.multimodal, .separable, .differentiable],
    kinkRule: "Where some x_i is that of x_opt there is no second derivative; T_osz "
      + "counts with slope 1 there.")
  public static let stream = 3

  public let landscape: BBOBLandscape<BBOBRastrigin>

  public init(_ landscape: BBOBLandscape<BBOBRastrigin>) {
    self.landscape = landscape
  }

  public static func landscape(_ draw: BBOBDraw) -> BBOBLandscape<BBOBRastrigin> {
    let optimum = draw.optimum
    return BBOBLandscape(
      draw, optimum: optimum,
      layers: [
        .shift(optimum), .oscillation, .asymmetry(draw, 0.2), .scale(draw.conditioning(10)),
      ],
      formula: BBOBRastrigin())
  }
}
