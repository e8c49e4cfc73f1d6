import LinearAlgebra

/// How λ is found for the radius.
public enum RadiusSearch: String, CaseIterable, Sendable {
  /// Algorithm 3.14 of Moré and Sorensen, or Newton's method alone where H is positive definite.
  case moreSorensen = "more-sorensen"
  /// Algorithm 7.3.6 of Conn, Gould and Toint with the bounds of their section 7.3.8, as in scipy.
  case connGouldToint = "conn-gould-toint"
}

/// The search of Conn, Gould and Toint.
extension ExactModel {
  private static let mostRounds = 25
  /// The share of the model that a lengthened p may lose.
  private static let lossShare = 0.2

  /// p with ‖p‖ = Δ to a share of `tolerance`, or within the radius where λ = 0.
  ///
  /// λ begins at 0 where the bounds leave that open, else between them, and goes by Newton's steps;
  /// a p that is too short is lengthened along the estimated singular vector of the factor. A
  /// smaller radius begins with the lower bound of the one before. Nil where the search does not
  /// end.
  ///
  /// Reference: A. R. Conn, N. I. M. Gould and Ph. L. Toint, Trust-Region Methods, SIAM 2000,
  /// section 7.3.
  mutating func connGouldTointStep(along g: Vector, within radius: Double) -> ModelStep? {
    var bounds = firstBounds(pull: g.norm / radius, radius: radius)
    defer { formerBound = (radius, bounds.low) }
    var next = bounds.low == 0 ? 0 : Self.middle(bounds.low, bounds.high)
    var rounds = 0
    while rounds < Self.mostRounds {
      rounds += 1
      if next != shift { factorize(next) }
      guard isFactored else {
        bounds.low = max(bounds.low, -form(solver.negativeDirection()))
        next = Self.middle(bounds.low, bounds.high)
        continue
      }
      let p = solution(g)
      let excess = (p.norm - radius) / radius
      guard excess.isFinite else { return nil }
      if shift == 0, excess <= 0 { return step(p, along: g, isOnBoundary: false) }
      if excess < 0 {
        if let step = lengthened(p, g, radius, &bounds, &rounds) { return step }
        next = Self.middle(bounds.low, bounds.high)
      } else {
        if excess <= tolerance { return step(p, along: g, isOnBoundary: true) }
        (bounds.low, next) = (shift, shift + correction(p, excess: excess))
      }
    }
    return nil
  }

  private func firstBounds(pull: Double, radius: Double) -> (low: Double, high: Double) {
    var low = max(0, -(solver.diagonal.min() ?? 0), pull - spread.upperBound)
    if let formerBound, radius < formerBound.radius { low = max(low, formerBound.low) }
    return (low, max(0, pull - spread.lowerBound))
  }

  /// p + τz on the boundary with the shorter τ, for the p of the factor at hand, which is too
  /// short. Nil where z is not good enough for any λ of Newton's steps down that leaves H + λI
  /// positive definite.
  ///
  /// As in scipy p, z and the length of Newton's steps stay those of the first λ.
  private mutating func lengthened(
    _ p: Vector, _ g: Vector, _ radius: Double, _ bounds: inout (low: Double, high: Double),
    _ rounds: inout Int
  ) -> ModelStep? {
    let (least, z) = solver.factor.estimatedLeastSingularValue()
    let exits = Ball.exits(from: p, along: z, radius: radius)
    let tau = exits.forward < -exits.backward ? exits.forward : exits.backward
    let (loss, bend, size) = (tau * tau * (least * least), form(p), p.dot(p) + radius * radius)
    let change = correction(p, excess: (p.norm - radius) / radius)
    while rounds <= Self.mostRounds {
      if loss <= Self.lossShare * (bend + shift * size) {
        var step = p
        step.add(tau, z)
        return ModelStep(
          step: step, decrease: -(g.dot(step) + form(step) / 2), isOnBoundary: true)
      }
      bounds = (max(bounds.low, shift - least * least), shift)
      factorize(shift + change)
      guard isFactored else {
        bounds.low = max(bounds.low, shift)
        return nil
      }
      rounds += 1
    }
    return nil
  }
}
