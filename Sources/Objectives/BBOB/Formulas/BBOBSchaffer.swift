import RealModule

/// (Σ √r (1 + sin²(50 r^(1/5))) / (n−1))² with the radii r = √(zᵢ² + zᵢ₊₁²).
///
/// Where a radius is 0 there is a cusp, and its derivative is taken as 0.
public struct BBOBSchaffer: BBOBNeighborSum {
  @inlinable
  public func pair<S: Scalar>(_ z: S, _ next: S) -> S {
    z * z + next * next
  }

  @inlinable
  public func profile<S: Scalar>(_ squaredRadius: S) -> S {
    guard squaredRadius.real != 0 else { return 0 }
    let logarithm = S.log(squaredRadius)
    let wave = S.sin(50 * .exp(0.1 * logarithm))
    return .exp(0.25 * logarithm) * (1 + wave * wave)
  }

  @inlinable
  public func outer<S: Scalar>(_ sum: S, count: Int) -> S {
    let mean = sum / S(Double(count))
    return mean * mean
  }
}

extension BBOBSchaffer {
  /// f17 and f18, which differ in α: z = Λ^α Q T_asy^0.5(R (x − x_opt)).
  static func landscape(_ draw: BBOBDraw, conditioning alpha: Double) -> BBOBLandscape<Self> {
    let optimum = draw.optimum
    return BBOBLandscape(
      draw, optimum: optimum,
      layers: [
        .shift(optimum), .matrix(draw.rotationR), .asymmetry(draw, 0.5),
        .matrix(draw.rotationQ.scalingRows(by: draw.conditioning(alpha))),
      ],
      formula: BBOBSchaffer(), penalty: 10)
  }
}
