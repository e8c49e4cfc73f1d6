/// The sphere: Σ zᵢ², z = x − x_opt.
///
/// The easiest of all; it shows the best rate that a method can reach.
public struct BBOBF01: BBOBFunction {
  public static let card = FunctionCard(
    bbob: 1, "sphere", formula: "sum_i z_i^2 + f_opt, z = x - x_opt",
    tags: [.convex, .unimodal, .separable, .smooth])
  public static let stream = 1

  public let landscape: BBOBLandscape<BBOBSquares>

  public init(_ landscape: BBOBLandscape<BBOBSquares>) {
    self.landscape = landscape
  }

  public static func landscape(_ draw: BBOBDraw) -> BBOBLandscape<BBOBSquares> {
    let optimum = draw.optimum
    return BBOBLandscape(
      draw, optimum: optimum, layers: [.shift(optimum)],
      formula: BBOBSquares(weights: draw.constant(1)))
  }
}
