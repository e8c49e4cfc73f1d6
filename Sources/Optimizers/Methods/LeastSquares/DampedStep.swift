import LinearAlgebra

/// p that minimizes ‖J p + r‖² + λ‖D p‖².
struct DampedStep: Sendable {
  let p: Vector
  let lambda: Double
  /// ‖D p‖₂.
  let length: Double
}

/// The problems of one Jacobian: J by its factors, c = Qᵀ(−r), and D by its diagonal.
struct DampedProblem: Sendable {
  let factors: PivotedQR
  let side: Vector
  let scale: Vector

  /// ‖D p‖₂.
  func length(_ p: Vector) -> Double { zip(scale, p).map { $0 * $1 }.norm }

  func step(lambda: Double) -> DampedStep {
    let p = lambda == 0 ? undamped(side) : damped(side, lambda: lambda).solution
    return DampedStep(p: p, lambda: lambda, length: length(p))
  }

  /// The step for the same λ with another right-hand side c.
  func solution(_ c: Vector, lambda: Double) -> Vector {
    lambda == 0 ? undamped(c) : damped(c, lambda: lambda).solution
  }

  private func undamped(_ c: Vector) -> Vector {
    factors.restored(factors.r.solve(c, rank: factors.r.leadingOrder))
  }

  private func damped(
    _ c: Vector, lambda: Double
  ) -> (solution: Vector, triangle: UpperTriangle) {
    let root = lambda.squareRoot()
    return factors.dampedSolution(c, diagonal: scale.map { root * $0 })
  }
}

/// Moré's search for λ (MINPACK's `lmpar`).
extension DampedProblem {
  /// The step with λ = 0 where ‖D p‖ ≤ 1.1 Δ, else one with ‖D p‖ within a tenth of Δ, found by at
  /// most ten safeguarded Newton steps for 1/Δ = 1/‖D p(λ)‖ from `guess`.
  func step(within radius: Double, guess: Double) -> DampedStep {
    let newton = step(lambda: 0)
    var excess = newton.length - radius
    if excess <= 0.1 * radius { return newton }
    var bounds = bounds(radius: radius, newton: newton)
    var lambda = min(max(guess, bounds.lower), bounds.upper)
    if lambda == 0 { lambda = scaledGradientNorm / newton.length }
    var trialCount = 0
    while true {
      trialCount += 1
      if !(lambda > 0) { lambda = max(.leastNormalMagnitude, 1e-3 * bounds.upper) }
      let (p, triangle) = damped(side, lambda: lambda)
      let step = DampedStep(p: p, lambda: lambda, length: length(p))
      let last = excess
      excess = step.length - radius
      let isAtMost = bounds.lower == 0 && excess <= last && last < 0
      if abs(excess) <= 0.1 * radius || isAtMost || trialCount == 10 { return step }
      let correction = correction(triangle, step, radius: radius)
      if excess > 0 { bounds.lower = max(bounds.lower, lambda) }
      if excess < 0 { bounds.upper = min(bounds.upper, lambda) }
      lambda = max(bounds.lower, lambda + correction)
    }
  }

  /// What λ lies between. Nothing is known from below where R is singular.
  private func bounds(radius: Double, newton: DampedStep) -> (lower: Double, upper: Double) {
    let isRegular = factors.r.leadingOrder == factors.columns && newton.length.isFinite
    let lower = isRegular ? correction(factors.r, newton, radius: radius) : 0
    let upper = scaledGradientNorm / radius
    return (lower, upper > 0 ? upper : .leastNormalMagnitude / min(radius, 0.1))
  }

  /// ‖D⁻¹ Jᵀr‖₂.
  private var scaledGradientNorm: Double {
    zip(factors.r.transposeTimes(side), factors.permuted(scale)).map { $0 / $1 }.norm
  }

  /// The change of λ that Newton's method makes at a step whose normal equations have the factor S.
  private func correction(
    _ triangle: UpperTriangle, _ step: DampedStep, radius: Double
  ) -> Double {
    let direction = zip(scale, step.p).map { $0 * ($0 * $1 / step.length) }
    let norm = triangle.solveTransposed(factors.permuted(direction)).norm
    return (step.length - radius) / radius / norm / norm
  }
}
