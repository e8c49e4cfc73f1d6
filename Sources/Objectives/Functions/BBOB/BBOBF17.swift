/// Schaffer's function F7: (Σ √rᵢ (1 + sin²(50 rᵢ^(1/5))) / (n−1))² + 10 Σ max(0, |xᵢ| − 5)²,
/// rᵢ = √(zᵢ² + zᵢ₊₁²), z = Λ^10 Q T_asy^0.5(R (x − x_opt)).
///
/// Ring-shaped waves whose length and height change with the distance from the minimum. Where some
/// rᵢ = 0, as at the minimum, its derivatives are taken as 0.
public struct BBOBF17: BBOBFunction {
  public static let card = FunctionCard(
    bbob: 17, "Schaffer F7",
    formula: "(sum_{i<n} sqrt(r_i) (1 + sin(50 r_i^(1/5))^2) / (n-1))^2 "
      + "+ 10 sum_i max(0, |x_i| - 5)^2 + f_opt, r_i = sqrt(z_i^2 + z_{i+1}^2), "
      + "z = Lambda^10 Q T_asy^0.5(R (x - x_opt))",
    tags: [.multimodal, .nonSmooth],
    kinkRule: "Where some r_i is 0, as at the minimum, its derivatives are taken as 0.")
  public static let stream = 17

  public let landscape: BBOBLandscape<BBOBSchaffer>

  public init(_ landscape: BBOBLandscape<BBOBSchaffer>) {
    self.landscape = landscape
  }

  public static func landscape(_ draw: BBOBDraw) -> BBOBLandscape<BBOBSchaffer> {
    BBOBSchaffer.landscape(draw, conditioning: 10)
  }
}
