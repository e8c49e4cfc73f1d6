import RealModule

/// Lunacek's double funnel under Rastrigin's waves:
/// min(|y|², d n + s |y + m₀ − m₁|²) + 10 (n − Σ cos 2πzᵢ) + 10⁴ Σ max(0, |xᵢ| − 5)², y = ±2x − m₀,
/// z = R Λ^100 Q y, m₀ = 2.5, d = 1, s = 1 − 1/(2 √(n+20) − 8.2), m₁ = −√((m₀² − d)/s), x_opt =
/// ±m₀/2.
///
/// The wider of two funnels, with about 70 % of the space, leads to the worse minimum. Where the
/// two spheres meet there is a kink; the derivatives there are those of the second.
public struct BBOBF24: BBOBFunction {
  public static let card = FunctionCard(
    bbob: 24, "Lunacek bi-Rastrigin",
    formula: "min(|y|^2, n + s |y + m_0 - m_1|^2) + 10 (n - sum_i cos(2 pi z_i)) "
      + "+ 10^4 sum_i max(0, |x_i| - 5)^2 + f_opt, y = +-2 x - m_0, z = R Lambda^100 Q y, "
      + "m_0 = 5/2, m_1 = -sqrt((m_0^2 - 1)/s), s = 1 - 1/(2 sqrt(n + 20) - 8.2)",
    tags: [.multimodal, .nonSmooth],
    kinkRule: "Where the two spheres meet the derivatives are those of the second.")
  public static let stream = 24

  public let landscape: BBOBLandscape<Formula>

  public init(_ landscape: BBOBLandscape<Formula>) {
    self.landscape = landscape
  }

  public static func landscape(_ draw: BBOBDraw) -> BBOBLandscape<Formula> {
    let normals = BBOBStream.gaussians(draw.dimension, seed: draw.seed)
    let signs = BBOBDraw.signs(normals, threshold: 0)
    return BBOBLandscape(
      draw, optimum: signs.map { $0 * Formula.center / 2 },
      layers: [.scale(signs.map { 2 * $0 }), .shift(draw.constant(Formula.center))],
      formula: Formula(draw), penalty: 10_000)
  }

  public struct Formula: BBOBFormula {
    /// m₀.
    static let center = 2.5
    @usableFromInline let matrix: BBOBMatrix
    /// s.
    @usableFromInline let steepness: Double
    /// m₁ − m₀.
    @usableFromInline let secondCenter: Double

    init(_ draw: BBOBDraw) {
      matrix = draw.conditionedRotation(100)
      steepness = 1 - 0.5 / (Double(draw.dimension + 20).squareRoot() - 4.1)
      secondCenter =
        -((Self.center * Self.center - 1) / steepness).squareRoot() - Self.center
    }

    @inlinable
    public func evaluate<S: Scalar>(_ y: Span<S>) -> S {
      let funnel = funnel(y)
      let z = turned(y)
      var sum = funnel.value
      for i in 0..<z.count { sum += 10 * (1 - .cos(S(2 * Double.pi) * z[i])) }
      return sum
    }

    @inlinable
    public func differentiate<S: Scalar>(_ y: inout MutableSpan<S>) -> S {
      let funnel = funnel(y.span)
      var waves = turned(y.span)
      var sum = funnel.value
      for i in 0..<waves.count {
        let wave = 10 * (1 - Dual<S>.cos(Dual(2 * Double.pi) * Dual(waves[i], 1)))
        sum += wave.value
        waves[i] = wave.derivative
      }
      var slopes = waves
      matrix.multiplyTransposed(waves, into: &slopes)
      for i in 0..<y.count {
        y[i] = S(2 * funnel.steepness) * (y[i] - S(funnel.center)) + slopes[i]
      }
      return sum
    }

    @inlinable
    func turned<S: Scalar>(_ y: Span<S>) -> [S] {
      var copy = [S]()
      copy.reserveCapacity(y.count)
      for i in 0..<y.count { copy.append(y[i]) }
      var z = copy
      matrix.multiply(copy, into: &z)
      return z
    }

    /// The lower of the two spheres.
    @inlinable
    func funnel<S: Scalar>(_ y: Span<S>) -> (value: S, center: Double, steepness: Double) {
      var first: S = 0
      var second: S = 0
      for i in 0..<y.count {
        let distance = y[i] - S(secondCenter)
        first += y[i] * y[i]
        second += distance * distance
      }
      second = S(Double(y.count)) + S(steepness) * second
      return first.real < second.real ? (first, 0, 1) : (second, secondCenter, steepness)
    }
  }
}
