/// The discus: 10⁶ z₁² + Σ_{i>1} zᵢ², z = T_osz(R (x − x_opt)).
///
/// One direction is a thousand times as sensitive as all the others. Where some zᵢ = 0 there is a
/// gradient but no curvature; T_osz is taken with slope 1 there.
public struct BBOBF11: BBOBFunction {
  public static let card = FunctionCard(
    bbob: 11, "discus",
    formula: "10^6 z_1^2 + sum_{i>1} z_i^2 + f_opt, z = T_osz(R (x - x_opt))",
    tags: [.unimodal, .illConditioned, .differentiable],
    kinkRule: "Where some z_i is 0 there is no second derivative; T_osz counts with "
      + "slope 1 there.")
  public static let stream = 11

  public let landscape: BBOBLandscape<BBOBSquares>

  public init(_ landscape: BBOBLandscape<BBOBSquares>) {
    self.landscape = landscape
  }

  public static func landscape(_ draw: BBOBDraw) -> BBOBLandscape<BBOBSquares> {
    let optimum = draw.optimum
    var weights = draw.constant(1)
    weights[0] = 1e6
    return BBOBLandscape(
      draw, optimum: optimum, layers: [.shift(optimum), .matrix(draw.rotationR), .oscillation],
      formula: BBOBSquares(weights: weights))
  }
}
