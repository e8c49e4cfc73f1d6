import RealModule

/// The sharp ridge: z₁² + 100 √(Σ_{i>1} zᵢ²), z = R Λ^10 Q (x − x_opt).
///
/// A ridge without a gradient leads to the minimum: the slope towards it does not lessen, so that
/// a method has to see the small slope along it. On the ridge, where f is a cone across it, the
/// derivatives across are taken as 0.
public struct BBOBF13: BBOBFunction {
  public static let card = FunctionCard(
    bbob: 13, "sharp ridge",
    formula: "z_1^2 + 100 sqrt(sum_{i>1} z_i^2) + f_opt, z = R Lambda^10 Q (x - x_opt)",
    tags: [.convex, .unimodal, .valley, .illConditioned, .nonSmooth],
    kinkRule: "On the ridge the derivatives of the root are taken as 0.")
  public static let stream = 13

  public let landscape: BBOBLandscape<Formula>

  public init(_ landscape: BBOBLandscape<Formula>) {
    self.landscape = landscape
  }

  public static func landscape(_ draw: BBOBDraw) -> BBOBLandscape<Formula> {
    let optimum = draw.optimum
    return BBOBLandscape(
      draw, optimum: optimum,
      layers: [.shift(optimum), .matrix(draw.conditionedRotation(10))], formula: Formula())
  }

  public struct Formula: BBOBFormula {
    @inlinable
    public func evaluate<S: Scalar>(_ z: Span<S>) -> S {
      z[0] * z[0] + 100 * distance(z)
    }

    @inlinable
    public func differentiate<S: Scalar>(_ z: inout MutableSpan<S>) -> S {
      let distance = distance(z.span)
      let value = z[0] * z[0] + 100 * distance
      let slope: S = distance.real == 0 ? 0 : 100 / distance
      z[0] = 2 * z[0]
      for i in 1..<z.count { z[i] *= slope }
      return value
    }

    /// From the ridge.
    @inlinable
    func distance<S: Scalar>(_ z: Span<S>) -> S {
      var sum: S = 0
      for i in 1..<z.count { sum += z[i] * z[i] }
      return .cuspRoot(sum)
    }
  }
}
