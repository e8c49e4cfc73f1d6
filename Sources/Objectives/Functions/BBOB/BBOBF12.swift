/// The bent cigar: z₁² + 10⁶ Σ_{i>1} zᵢ², z = R T_asy^0.5(R (x − x_opt)).
///
/// A narrow, bent ridge far from quadratic. Where a coordinate turns positive T_asy has a
/// derivative, 1, but no curvature.
public struct BBOBF12: BBOBFunction {
  public static let card = FunctionCard(
    bbob: 12, "bent cigar",
    formula: "z_1^2 + 10^6 sum_{i>1} z_i^2 + f_opt, z = R T_asy^0.5(R (x - x_opt))",
    tags: [.unimodal, .valley, .illConditioned, .differentiable],
    kinkRule: "Where a coordinate of R (x - x_opt) is 0 there is no second derivative; "
      + "T_asy counts as the identity there.")
  public static let stream = 12

  public let landscape: BBOBLandscape<BBOBSquares>

  public init(_ landscape: BBOBLandscape<BBOBSquares>) {
    self.landscape = landscape
  }

  public static func landscape(_ draw: BBOBDraw) -> BBOBLandscape<BBOBSquares> {
    let optimum = draw.optimum(seed: draw.secondSeed)
    let rotation = draw.rotationR
    var weights = draw.constant(1e6)
    weights[0] = 1
    return BBOBLandscape(
      draw, optimum: optimum,
      layers: [.shift(optimum), .matrix(rotation), .asymmetry(draw, 0.5), .matrix(rotation)],
      formula: BBOBSquares(weights: weights))
  }
}
