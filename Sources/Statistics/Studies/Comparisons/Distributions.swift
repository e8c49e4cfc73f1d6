import RealModule

/// Tail probabilities that tests of significance ask for.
enum Distributions {
  /// P(Z ≤ z) of the standard normal distribution.
  static func normal(_ z: Double) -> Double { 0.5 * .erfc(-z * Double.sqrt(0.5)) }

  /// P(X > x) of the χ² distribution, by the recurrence Q(a + 1, t) = Q(a, t) + tᵃ e⁻ᵗ / Γ(a + 1)
  /// of the incomplete gamma function at t = x/2 (NIST DLMF 8.8.6): all terms are positive.
  ///
  /// - Parameters:
  ///   - x: 0 or more.
  ///   - freedom: the degrees of freedom, 1 or more.
  static func chiSquared(above x: Double, freedom: Int) -> Double {
    let t = x / 2
    guard t > 0 else { return 1 }
    var a = freedom % 2 == 0 ? 1.0 : 0.5
    var sum = freedom % 2 == 0 ? Double.exp(-t) : .erfc(t.squareRoot())
    while a < Double(freedom) / 2 {
      sum += .exp(a * .log(t) - t - .logGamma(a + 1))
      a += 1
    }
    return min(1, sum)
  }

  /// P(R ≤ q) of the range R of k independent standard normal numbers, the studentized range of
  /// infinitely many degrees of freedom: k ∫ φ(z) (Φ(z) − Φ(z − q))ᵏ⁻¹ dz (H. L. Harter, Annals of
  /// Mathematical Statistics 31 (1960) 1122-1147).
  ///
  /// The trapezoidal rule converges geometrically on such an integrand, which beyond |z| = 9 is
  /// below 1e-18.
  static func range(_ q: Double, of k: Int) -> Double {
    let step = 0x1p-5
    let density = 1 / Double.sqrt(2 * .pi)
    let sum = (-288...288).reduce(0.0) { sum, i in
      let z = Double(i) * step
      return sum + .exp(-z * z / 2) * .pow(normal(z) - normal(z - q), k - 1)
    }
    return min(1, Double(k) * density * step * sum)
  }

  /// The q at which `range` is p, to the last digits, by bisection.
  ///
  /// - Parameter p: above 0 and below 1.
  static func rangeQuantile(_ p: Double, of k: Int) -> Double {
    var (low, high) = (0.0, 64.0)
    while true {
      let middle = (low + high) / 2
      guard low < middle, middle < high else { return middle }
      if range(middle, of: k) < p { low = middle } else { high = middle }
    }
  }
}
