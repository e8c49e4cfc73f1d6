import RealModule

/// The attractive sector: T_osz(Σ sᵢ² zᵢ²)^0.9, z = R Λ^10 Q (x − x_opt), where sᵢ is 100 on the
/// side of zᵢ = 0 that the sign of x_opt names, and else 1.
///
/// Only one of 2ⁿ sectors is flat, and the minimum lies at its tip: the landscape is highly
/// asymmetric. The gradient exists everywhere, and is 0 at the minimum.
public struct BBOBF06: BBOBFunction {
  public static let card = FunctionCard(
    bbob: 6, "attractive sector",
    formula: "T_osz(sum_i (s_i z_i)^2)^0.9 + f_opt, z = R Lambda^10 Q (x - x_opt), "
      + "s_i = 100 if z_i x_opt_i > 0, else 1",
    tags: [.unimodal, .differentiable],
    kinkRule: "Where some z_i is 0 the curvature is that of the side with s_i = 1; at "
      + "x_opt gradient and Hessian are taken as 0.")
  public static let stream = 6

  public let landscape: BBOBLandscape<Formula>

  public init(_ landscape: BBOBLandscape<Formula>) {
    self.landscape = landscape
  }

  public static func landscape(_ draw: BBOBDraw) -> BBOBLandscape<Formula> {
    let optimum = draw.optimum
    return BBOBLandscape(
      draw, optimum: optimum,
      layers: [.shift(optimum), .matrix(draw.conditionedRotation(10))],
      formula: Formula(optimum: optimum))
  }

  public struct Formula: BBOBSum {
    @usableFromInline let optimum: [Double]

    @inlinable
    public func term<S: Scalar>(_ z: S, _ i: Int) -> S {
      optimum[i] * z.real > 0 ? 10_000 * z * z : z * z
    }

    @inlinable
    public func outer<S: Scalar>(_ sum: S) -> S {
      guard sum.real != 0 else { return 0 }
      return .exp(0.9 * .log(BBOBTransformation.oscillated(sum)))
    }
  }
}
