/// The step ellipsoid: 0.1 max(|y₁| / 10⁴, Σ 100^((i−1)/(n−1)) zᵢ²) + Σ max(0, |xᵢ| − 5)² with
/// y = Λ^10 Q (x − x_opt) and z = R ỹ, where ỹ is y rounded to whole numbers, or to tenths where
/// |yᵢ| ≤ ½.
///
/// Plateaus of many sizes: nearly everywhere the gradient vanishes and gives no hint of the way.
/// The derivatives are those of the plateau, so 0, plus those of the penalty; only where |y₁| / 10⁴
/// is the larger, around the minimum, does f have a slope. The steps between plateaus, where f
/// jumps, belong to the plateau that rounding halves up gives.
public struct BBOBF07: BBOBFunction {
  public static let card = FunctionCard(
    bbob: 7, "step ellipsoid",
    formula: "0.1 max(|y_1| / 10^4, sum_i 100^((i-1)/(n-1)) z_i^2) + sum_i max(0, |x_i| - 5)^2 "
      + "+ f_opt, y = Lambda^10 Q (x - x_opt), z = R round(y)",
    tags: [.plateau, .nonSmooth],
    kinkRule: "The derivatives are those of the plateau, 0, plus those of the penalty; "
      + "at a step, of the plateau that rounding halves up gives.")
  public static let stream = 7

  public let landscape: BBOBLandscape<Formula>

  public init(_ landscape: BBOBLandscape<Formula>) {
    self.landscape = landscape
  }

  public static func landscape(_ draw: BBOBDraw) -> BBOBLandscape<Formula> {
    let optimum = draw.optimum
    return BBOBLandscape(
      draw, optimum: optimum,
      layers: [
        .shift(optimum), .matrix(draw.rotationQ.scalingRows(by: draw.conditioning(10))),
      ],
      formula: Formula(rotation: draw.rotationR, weights: draw.powers(of: 100)), penalty: 1)
  }

  public struct Formula: BBOBFormula {
    @usableFromInline let rotation: BBOBMatrix
    @usableFromInline let weights: [Double]

    @inlinable
    public func evaluate<S: Scalar>(_ y: Span<S>) -> S {
      let height = plateau(y)
      return y[0].real.magnitude * 1e-4 > height ? 0.1 * (1e-4 * .abs(y[0])) : S(0.1 * height)
    }

    @inlinable
    public func differentiate<S: Scalar>(_ y: inout MutableSpan<S>) -> S {
      let height = plateau(y.span)
      let first = 0.1 * (1e-4 * Dual<S>.abs(Dual(y[0], 1)))
      let isSloping = y[0].real.magnitude * 1e-4 > height
      let level = S(height.isNaN ? .nan : 0)
      for i in 0..<y.count { y[i] = level }
      guard isSloping else { return S(0.1 * height) }
      y[0] = first.derivative
      return first.value
    }

    @inlinable
    func plateau<S: Scalar>(_ y: Span<S>) -> Double {
      var rounded = [Double]()
      rounded.reserveCapacity(y.count)
      for i in 0..<y.count { rounded.append(Self.rounded(y[i].real)) }
      var z = [Double](repeating: 0, count: y.count)
      rotation.multiply(rounded, into: &z)
      var sum = 0.0
      for i in 0..<z.count { sum += weights[i] * z[i] * z[i] }
      return sum
    }

    @inlinable
    static func rounded(_ y: Double) -> Double {
      let unit = y.magnitude > 0.5 ? 1.0 : 10
      return (unit * y + 0.5).rounded(.down) / unit
    }
  }
}
