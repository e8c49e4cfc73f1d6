/// Rastrigin's function: 10 n + Σ zᵢ² − 10 cos 2πzᵢ, z = R Λ^10 Q T_asy^0.2(T_osz(R (x − x_opt))).
///
/// f3 turned: about 10ⁿ minima in a lattice that is neither regular nor along the axes. Where a
/// coordinate of R (x − x_opt) is 0, T_osz is taken with slope 1.
public struct BBOBF15: BBOBFunction {
  public static let card = FunctionCard(
    bbob: 15, "Rastrigin",
    formula: "10 n + sum_i z_i^2 - 10 cos(2 pi z_i) + f_opt, "
      + "z = R Lambda^10 Q T_asy^0.2(T_osz(R (x - x_opt)))",
    tags: [.multimodal, .nonSmooth],
    kinkRule: "Where a coordinate of R (x - x_opt) is 0, T_osz is taken with slope 1.")
  public static let stream = 15

  public let landscape: BBOBLandscape<BBOBRastrigin>

  public init(_ landscape: BBOBLandscape<BBOBRastrigin>) {
    self.landscape = landscape
  }

  public static func landscape(_ draw: BBOBDraw) -> BBOBLandscape<BBOBRastrigin> {
    let optimum = draw.optimum
    let rotation = draw.rotationR
    return BBOBLandscape(
      draw, optimum: optimum,
      layers: [
        .shift(optimum), .matrix(rotation), .oscillation, .asymmetry(draw, 0.2),
        .matrix(draw.conditionedRotation(10, after: rotation)),
      ],
      formula: BBOBRastrigin())
  }
}
