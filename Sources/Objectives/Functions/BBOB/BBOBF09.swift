import LinearAlgebra

/// Rosenbrock's function turned: Σ 100 (zᵢ² − zᵢ₊₁)² + (zᵢ − 1)², z = c Q x + ½,
/// c = max(1, √n / 8).
///
/// As f8, with all variables coupled. The minimum lies at the distance √n / 2c from the origin.
public struct BBOBF09: BBOBFunction {
  public static let card = FunctionCard(
    bbob: 9, "rotated Rosenbrock",
    formula: "sum_{i<n} 100 (z_i^2 - z_{i+1})^2 + (z_i - 1)^2 + f_opt, "
      + "z = max(1, sqrt(n)/8) Q x + 1/2",
    tags: [.valley, .illConditioned, .smooth])
  public static let stream = 9

  public let landscape: BBOBLandscape<BBOBRosenbrock>

  public init(_ landscape: BBOBLandscape<BBOBRosenbrock>) {
    self.landscape = landscape
  }

  public static func landscape(_ draw: BBOBDraw) -> BBOBLandscape<BBOBRosenbrock> {
    BBOBRosenbrock.turned(draw, formula: BBOBRosenbrock())
  }

  /// Alternating, since the origin lies next to the minimum.
  public var start: Vector { landscape.draw.alternating(4) }
}
