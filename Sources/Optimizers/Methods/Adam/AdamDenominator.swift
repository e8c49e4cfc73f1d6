/// The denominator √ŝ + δ of Adam's step, wherever δ stands:
/// √(s · innerScale + inner) · outerScale + outer.
struct AdamDenominator {
  let innerScale: Double
  let inner: Double
  let outerScale: Double
  let outer: Double

  /// `correction` is 1 − β₂ᵗ, or 1 where nothing is corrected.
  @inline(__always)
  init(_ epsilon: Double, _ placement: Adam.Placement, correction: Double) {
    if placement == .root {
      (innerScale, inner, outerScale, outer) = (1 / correction, epsilon, 1, 0)
      return
    }
    let scale = 1 / correction.squareRoot()
    let shift = placement == .uncorrected ? epsilon * scale : epsilon
    (innerScale, inner, outerScale, outer) = (1, 0, scale, shift)
  }

  /// The denominator where the average of squares is `s`.
  @inline(__always)
  func callAsFunction(_ s: Double) -> Double {
    (s * innerScale + inner).squareRoot() * outerScale + outer
  }
}
