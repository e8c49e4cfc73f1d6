import RealModule

/// Sums of different powers: √(Σ |zᵢ|^(2 + 4 (i−1)/(n−1))), z = R (x − x_opt).
///
/// The closer to the minimum, the more the sensitivities of the variables differ. At the minimum
/// there is a kink along z₁, and the derivatives are taken as 0.
public struct BBOBF14: BBOBFunction {
  public static let card = FunctionCard(
    bbob: 14, "different powers",
    formula: "sqrt(sum_i |z_i|^(2 + 4 (i-1)/(n-1))) + f_opt, z = R (x - x_opt)",
    tags: [.convex, .unimodal, .illConditioned, .nonSmooth],
    kinkRule: "At x_opt, where there is a kink along z_1, all derivatives are taken as 0.")
  public static let stream = 14

  public let landscape: BBOBLandscape<Formula>

  public init(_ landscape: BBOBLandscape<Formula>) {
    self.landscape = landscape
  }

  public static func landscape(_ draw: BBOBDraw) -> BBOBLandscape<Formula> {
    let optimum = draw.optimum
    return BBOBLandscape(
      draw, optimum: optimum, layers: [.shift(optimum), .matrix(draw.rotationR)],
      formula: Formula(exponents: draw.positions.map { 2 + 4 * $0 }))
  }

  public struct Formula: BBOBSum {
    @usableFromInline let exponents: [Double]

    @inlinable
    public func term<S: Scalar>(_ z: S, _ i: Int) -> S {
      if i == 0 { return z * z }
      guard z.real != 0 else { return 0 }
      return .exp(S(exponents[i]) * .log(.abs(z)))
    }

    @inlinable
    public func outer<S: Scalar>(_ sum: S) -> S {
      .cuspRoot(sum)
    }
  }
}
