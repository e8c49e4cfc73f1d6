import LinearAlgebra

/// Whether p descends enough: pᵀg ≤ −0.01 gᵀg.
///
/// Reference: J. C. Gilbert and J. Nocedal, SIAM J. Optim. 2 (1992) 21–42.
enum SufficientDescent {
  /// scipy asks no more of a step that leads where max |gᵢ| is at most this.
  private static let convergence = 1e-5

  static func isMet(by p: Vector, _ g: Vector) -> Bool { p.dot(g) <= -0.01 * g.dot(g) }

  /// Whether the direction that follows a step does, or the step is scipy's last.
  static func isMet(
    after found: LineStep, along p: Vector, from former: Vector,
    beta: ConjugateGradientFormula
  ) -> Bool {
    let g = found.sample.gradient
    if g.largestMagnitude <= convergence { return true }
    return isMet(
      by: beta.direction(g, former: former, along: p, stepLength: found.length), g)
  }
}
