/// RAdam's measure of how far the average of squares can be trusted: ρₜ, the length of the simple
/// average that it is worth after t steps, and the factor r on the adaptive step.
struct Rectification: Sendable {
  /// ρ∞ = 2/(1−β₂) − 1.
  private let longest: Double
  private let threshold: Double

  init(beta2: Double, threshold: Double) {
    longest = 2 / (1 - beta2) - 1
    self.threshold = threshold
  }

  /// r at step t ≥ 1, where β₂ᵗ is `power`; nil where ρₜ is not above the threshold.
  func factor(at t: Int, power: Double) -> Double? {
    let length = longest - 2 * Double(t) * power / (1 - power)
    guard length > threshold else { return nil }
    let numerator = (length - 4) * (length - 2) * longest
    let denominator = (longest - 4) * (longest - 2) * length
    return (numerator / denominator).squareRoot()
  }
}
