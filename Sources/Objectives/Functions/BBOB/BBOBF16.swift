import RealModule

/// Weierstrass' function: 10 (1/n Σᵢ Σ_{k<12} 2⁻ᵏ cos(2π 3ᵏ (zᵢ + ½)) − f₀)³ + 10/n Σ max(0, |xᵢ| −
/// 5)², z = R Λ^(1/100) Q T_osz(R (x − x_opt)), f₀ = −Σ 2⁻ᵏ.
///
/// Rugged down to the smallest scale looked at: waves three times as short are only half as low.
/// It repeats itself, and minimizers other than x_opt are as low. Where a coordinate of
/// R (x − x_opt) is 0, T_osz is taken with slope 1.
public struct BBOBF16: BBOBFunction {
  public static let card = FunctionCard(
    bbob: 16, "Weierstrass",
    formula: "10 (1/n sum_i sum_{k<12} 2^-k cos(2 pi 3^k (z_i + 1/2)) - f_0)^3 "
      + "+ 10/n sum_i max(0, |x_i| - 5)^2 + f_opt, "
      + "z = R Lambda^(1/100) Q T_osz(R (x - x_opt))",
    tags: [.multimodal, .nonSmooth],
    kinkRule: "Where a coordinate of R (x - x_opt) is 0, T_osz is taken with slope 1.")
  public static let stream = 16

  public let landscape: BBOBLandscape<Formula>

  public init(_ landscape: BBOBLandscape<Formula>) {
    self.landscape = landscape
  }

  public static func landscape(_ draw: BBOBDraw) -> BBOBLandscape<Formula> {
    let optimum = draw.optimum
    let rotation = draw.rotationR
    return BBOBLandscape(
      draw, optimum: optimum,
      layers: [
        .shift(optimum), .matrix(rotation), .oscillation,
        .matrix(draw.conditionedRotation(0.01, after: rotation)),
      ],
      formula: Formula(count: draw.dimension), penalty: 10 / Double(draw.dimension))
  }

  public struct Formula: BBOBSum {
    @usableFromInline let count: Int

    /// Each wave is the cube of the one before as a complex number. That multiplies its rounding
    /// error by 3, as multiplying the angle does.
    @inlinable
    public func term<S: Scalar>(_ z: S, _ i: Int) -> S {
      let angle = S(2 * Double.pi) * (z + 0.5)
      var (cosine, sine) = (S.cos(angle), S.sin(angle))
      var amplitude = 1.0
      var sum: S = cosine
      for _ in 1..<12 {
        let (c, s) = (cosine * cosine, sine * sine)
        (cosine, sine) = (cosine * (c - 3 * s), sine * (3 * c - s))
        amplitude /= 2
        sum += S(amplitude) * cosine
      }
      return sum
    }

    /// f₀ is −(2 − 2⁻¹¹), the sum of all waves at z = 0.
    @inlinable
    public func outer<S: Scalar>(_ sum: S) -> S {
      let excess = sum / S(Double(count)) + (2 - 0x1p-11)
      return 10 * excess * excess * excess
    }
  }
}
