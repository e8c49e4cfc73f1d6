/// Gallagher's 21 peaks: T_osz(10 − max wₖ exp(−(z − cₖ)ᵀ Sₖ (z − cₖ) / 2n))² +
/// Σ max(0, |xᵢ| − 5)², z = Q x, with 21 random centres cₖ and diagonal matrices Sₖ.
///
/// Fewer pits than in f21 and larger, and the deepest has the condition 1000. Where two pits meet
/// there is a kink; the derivatives there are those of one of them.
public struct BBOBF22: BBOBFunction {
  public static let card = FunctionCard(
    bbob: 22, "Gallagher 21 peaks",
    formula: "T_osz(10 - max_k w_k exp(-(z - c_k)' S_k (z - c_k) / (2 n)))^2 "
      + "+ sum_i max(0, |x_i| - 5)^2 + f_opt, z = Q x, k = 1..21",
    tags: [.multimodal, .illConditioned, .nonSmooth],
    kinkRule: "Where two pits meet the derivatives are those of one of them; at x_opt "
      + "T_osz is taken with slope 1.")
  public static let stream = 22

  public let landscape: BBOBLandscape<BBOBGallagher>

  public init(_ landscape: BBOBLandscape<BBOBGallagher>) {
    self.landscape = landscape
  }

  public static func landscape(_ draw: BBOBDraw) -> BBOBLandscape<BBOBGallagher> {
    BBOBGallagher.landscape(draw, BBOBGallagher.Kind(peaks: 21, condition: 1000, spread: 9.8))
  }
}
