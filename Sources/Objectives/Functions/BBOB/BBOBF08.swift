/// Rosenbrock's function: Σ 100 (zᵢ² − zᵢ₊₁)² + (zᵢ − 1)², z = c (x − x_opt) + 1,
/// c = max(1, √n / 8).
///
/// A long bent valley that a method must follow, changing its direction n − 1 times. In four and
/// more variables a local minimum lies at its other end.
public struct BBOBF08: BBOBFunction {
  public static let card = FunctionCard(
    bbob: 8, "Rosenbrock",
    formula: "sum_{i<n} 100 (z_i^2 - z_{i+1})^2 + (z_i - 1)^2 + f_opt, "
      + "z = max(1, sqrt(n)/8) (x - x_opt) + 1",
    tags: [.valley, .illConditioned, .smooth])
  public static let stream = 8

  public let landscape: BBOBLandscape<BBOBRosenbrock>

  public init(_ landscape: BBOBLandscape<BBOBRosenbrock>) {
    self.landscape = landscape
  }

  public static func landscape(_ draw: BBOBDraw) -> BBOBLandscape<BBOBRosenbrock> {
    let optimum = draw.optimum.map { 0.75 * $0 }
    return BBOBLandscape(
      draw, optimum: optimum,
      layers: [
        .shift(optimum), .scale(draw.constant(BBOBRosenbrock.stretch(draw.dimension))),
        .shift(draw.constant(-1)),
      ],
      formula: BBOBRosenbrock())
  }
}
