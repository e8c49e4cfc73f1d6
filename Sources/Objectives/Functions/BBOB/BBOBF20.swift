import RealModule

/// Schwefel's function x sin √|x|: 0.01 (418.98 − 1/n Σ zᵢ sin √|zᵢ| + Σ max(0, |zᵢ| − 500)²),
/// z = 100 (Λ^10 (u₁, uᵢ + uᵢ₋₁/4) + m), u = ±2x − m, m = 4.2096874637, x_opt = ±m/2
/// but for the tenth digit.
///
/// The deepest minima lie in the corners of the searched space, far from each other and from its
/// middle. Where zᵢ = 0 the derivative of z sin √|z| is 0 and there is no curvature; where
/// |zᵢ| = 500 the penalty has a gradient but its curvature jumps.
public struct BBOBF20: BBOBFunction {
  public static let card = FunctionCard(
    bbob: 20, "Schwefel x sin sqrt|x|",
    formula: "0.01 (418.98 - 1/n sum_i z_i sin(sqrt(|z_i|)) + sum_i max(0, |z_i| - 500)^2) "
      + "+ f_opt, z = 100 (Lambda^10 (u_i + u_{i-1}/4) + m), u = +-2 x - m, m = 4.2096874637",
    tags: [.multimodal, .differentiable],
    kinkRule: "Where some z_i is 0 the curvature of z sin sqrt|z|, which is infinite, "
      + "is taken as 0; where |z_i| = 500 that of the penalty is 0.")
  public static let stream = 20

  public let landscape: BBOBLandscape<Formula>

  public init(_ landscape: BBOBLandscape<Formula>) {
    self.landscape = landscape
  }

  public static func landscape(_ draw: BBOBDraw) -> BBOBLandscape<Formula> {
    let place = 4.2096874637
    let signs = BBOBDraw.signs(draw.uniforms(seed: draw.seed), threshold: 0.5)
    // The COCO software puts x_opt at ±4.2096874633 / 2.
    return BBOBLandscape(
      draw, optimum: signs.map { $0 * 4.2096874633 / 2 },
      layers: [
        .scale(signs.map { 2 * $0 }), .shift(draw.constant(place)), .shear(0.25),
        .scale(draw.conditioning(10)), .shift(draw.constant(-place)), .scale(draw.constant(100)),
      ],
      formula: Formula(count: draw.dimension))
  }

  public struct Formula: BBOBSum {
    @usableFromInline let count: Int

    @inlinable
    public func term<S: Scalar>(_ z: S, _ i: Int) -> S {
      let wave = z * .sin(.cuspRoot(.abs(z)))
      return BBOBTransformation.squaredExcess(z, over: 500) - wave / S(Double(count))
    }

    @inlinable
    public func outer<S: Scalar>(_ sum: S) -> S {
      0.01 * (418.9828872724339 + sum)
    }
  }
}
