/// The ellipsoid: Σ 10^(6 (i−1)/(n−1)) zᵢ², z = T_osz(R (x − x_opt)).
///
/// f2 turned: a wavy quadratic of condition 10⁶ whose axes a method has to learn. Where some
/// zᵢ = 0 there is a gradient but no curvature; T_osz is taken with slope 1 there.
public struct BBOBF10: BBOBFunction {
  public static let card = FunctionCard(
    bbob: 10, "ellipsoid",
    formula: "sum_i 10^(6 (i-1)/(n-1)) z_i^2 + f_opt, z = T_osz(R (x - x_opt))",
    tags: [.unimodal, .illConditioned, .differentiable],
    kinkRule: "Where some z_i is 0 there is no second derivative; T_osz counts with "
      + "slope 1 there.")
  public static let stream = 10

  public let landscape: BBOBLandscape<BBOBSquares>

  public init(_ landscape: BBOBLandscape<BBOBSquares>) {
    self.landscape = landscape
  }

  public static func landscape(_ draw: BBOBDraw) -> BBOBLandscape<BBOBSquares> {
    let optimum = draw.optimum
    return BBOBLandscape(
      draw, optimum: optimum, layers: [.shift(optimum), .matrix(draw.rotationR), .oscillation],
      formula: BBOBSquares(weights: draw.powers(of: 1e6)))
  }
}
