/// Gallagher's 101 peaks: T_osz(10 − max wₖ exp(−(z − cₖ)ᵀ Sₖ (z − cₖ) / 2n))² +
/// Σ max(0, |xᵢ| − 5)², z = Q x, with 101 random centres cₖ and diagonal matrices Sₖ.
///
/// Pits of random place, shape and depth on a flat ground: nothing but their depth tells where the
/// deepest is. Where two pits meet there is a kink; the derivatives there are those of one of
/// them. The deepest has the condition √1000.
public struct BBOBF21: BBOBFunction {
  public static let card = FunctionCard(
    bbob: 21, "Gallagher 101 peaks",
    formula: "T_osz(10 - max_k w_k exp(-(z - c_k)' S_k (z - c_k) / (2 n)))^2 "
      + "+ sum_i max(0, |x_i| - 5)^2 + f_opt, z = Q x, k = 1..101",
    tags: [.multimodal, .nonSmooth],
    kinkRule: "Where two pits meet the derivatives are those of one of them; at x_opt "
      + "T_osz is taken with slope 1.")
  public static let stream = 21

  public let landscape: BBOBLandscape<BBOBGallagher>

  public init(_ landscape: BBOBLandscape<BBOBGallagher>) {
    self.landscape = landscape
  }

  public static func landscape(_ draw: BBOBDraw) -> BBOBLandscape<BBOBGallagher> {
    let kind = BBOBGallagher.Kind(peaks: 101, condition: 1000.0.squareRoot(), spread: 10)
    return BBOBGallagher.landscape(draw, kind)
  }
}
