/// Schaffer's function F7, ill-conditioned: f17 with z = Λ^1000 Q T_asy^0.5(R (x − x_opt)).
///
/// The rings become long ellipses. Where some rᵢ = 0, as at the minimum, its derivatives are taken
/// as 0.
public struct BBOBF18: BBOBFunction {
  public static let card = FunctionCard(
    bbob: 18, "ill-conditioned Schaffer F7",
    formula: "(sum_{i<n} sqrt(r_i) (1 + sin(50 r_i^(1/5))^2) / (n-1))^2 "
      + "+ 10 sum_i max(0, |x_i| - 5)^2 + f_opt, r_i = sqrt(z_i^2 + z_{i+1}^2), "
      + "z = Lambda^1000 Q T_asy^0.5(R (x - x_opt))",
    tags: [.multimodal, .illConditioned, .nonSmooth],
    kinkRule: "Where some r_i is 0, as at the minimum, its derivatives are taken as 0.")
  /// The seeds are those of f17.
  public static let stream = 17

  public let landscape: BBOBLandscape<BBOBSchaffer>

  public init(_ landscape: BBOBLandscape<BBOBSchaffer>) {
    self.landscape = landscape
  }

  public static func landscape(_ draw: BBOBDraw) -> BBOBLandscape<BBOBSchaffer> {
    BBOBSchaffer.landscape(draw, conditioning: 1000)
  }
}
