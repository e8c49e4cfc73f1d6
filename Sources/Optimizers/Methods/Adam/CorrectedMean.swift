/// What a method of Adam's kin takes for the mean gradient: a share of m and one of g.
///
/// m̂ = m/(1−β₁ᵗ), or with Nesterov's look-ahead the m̂ of the step to come if g came again and
/// were corrected as it is now: β₁m/(1−β₁ᵗ⁺¹) + (1−β₁)g/(1−β₁ᵗ). Reference: T. Dozat,
/// "Incorporating Nesterov Momentum into Adam", 2016, with the momentum constant.
struct CorrectedMean {
  let meanShare: Double
  let gradientShare: Double

  /// `correction` is 1 − β₁ᵗ.
  init(beta1: Double, correction: Double, looksAhead: Bool) {
    let next = 1 - (1 - correction) * beta1
    meanShare = looksAhead ? beta1 / next : 1 / correction
    gradientShare = looksAhead ? (1 - beta1) / correction : 0
  }

  @inline(__always)
  func callAsFunction(_ g: Double, _ m: Double) -> Double {
    gradientShare == 0 ? meanShare * m : meanShare * m + gradientShare * g
  }
}
