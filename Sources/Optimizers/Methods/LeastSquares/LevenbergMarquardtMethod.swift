import LinearAlgebra

/// A run of Levenberg and Marquardt's method.
public struct LevenbergMarquardtMethod: Optimizer {
  private let settings: LevenbergMarquardt
  private var track = ResidualTrack()
  private var factors = PivotedQR(rows: 0, columns: 0)
  private var damping: Damping
  /// λ of the latest step.
  private var latest: Double?

  /// 1: the damping shortens steps, no factor does.
  public let learningRate = 1.0

  public init(_ settings: LevenbergMarquardt, dimension: Int) {
    self.settings = settings
    damping = Damping(settings, dimension: dimension)
  }

  public mutating func step<O: Oracle & ~Copyable>(
    from x: inout Vector, querying oracle: inout O
  ) throws(Halt) {
    if try track.arrive(at: x, querying: &oracle) {
      try factors.factorizeJacobian(of: track)
      damping.arrive(at: x, columnNorms: factors.columnNorms)
    }
    let problem = DampedProblem(
      factors: factors, side: factors.rotated(track.residuals.map { -$0 }), scale: damping.scale)
    guard factors.r.transposeTimes(problem.side).contains(where: { $0 != 0 }) else {
      throw .stalled("the gradient vanishes")
    }
    while !damping.isExhausted(at: x) {
      let step = damping.propose(problem)
      guard step.length.isFinite else { throw .failed("the step is not finite") }
      guard !track.isIdle(step.p) else { break }
      let (trial, p) = try attempt(step, problem, querying: &oracle)
      damping.learn(trial)
      if trial.isAccepted {
        x.add(1, p)
        latest = step.lambda
        return
      }
      if trial.isNegligible { break }
    }
    throw .stalled("no step that can be told from rounding lowers f")
  }

  /// With a radius, the undamped model 2 JᵀJ, whose minimum within ‖D p‖ ≤ Δ is the step; with a λ
  /// of its own, 2 (JᵀJ + λD²), whose minimum it is. Either is the step before it is bent.
  public func diagnostics(at x: Vector) -> [Diagnostic] {
    guard let latest else { return [] }
    let lambda = settings.update == .trustRegion ? 0 : latest
    let model = SymmetricMatrix.leastSquares(
      track.jacobian, damping: damping.scale.map { lambda * $0 * $0 })
    return [.model(model)] + (damping.halfAxes.map { [.region($0)] } ?? [])
  }

  /// Tries the step, bent where it is to be. Returns where it would lead, and how that went.
  private mutating func attempt<O: Oracle & ~Copyable>(
    _ step: DampedStep, _ problem: DampedProblem, querying oracle: inout O
  ) throws(Halt) -> (trial: Damping.Trial, p: Vector) {
    let linear = factors.r.times(factors.permuted(step.p)).norm / track.norm
    let damped = step.lambda.squareRoot() * step.length / track.norm
    let promised = linear * linear + 2 * damped * damped
    var (p, decrease) = (step.p, -1.0)
    // Below this the acceleration drowns in rounding.
    let isBent = settings.isGeodesic && promised > .ulpOfOne
    if isBent {
      let bend = try acceleration(along: step, problem, querying: &oracle)
      p.add(0.5, bend)
      let isShort = 2 * problem.length(bend) <= settings.acceleration * step.length
      if isShort { decrease = try self.decrease(p, querying: &oracle) }
    } else {
      decrease = try self.decrease(p, querying: &oracle)
    }
    let trial = Damping.Trial(
      step: step, decrease: decrease, promised: promised,
      slope: -(linear * linear + damped * damped))
    return (trial, p)
  }

  /// 1 − f(θ + p)/f(θ), no less than −1.
  private mutating func decrease<O: Oracle & ~Copyable>(
    _ p: Vector, querying oracle: inout O
  ) throws(Halt) -> Double {
    let norm = try track.trial(p, querying: &oracle).norm
    guard 0.1 * norm < track.norm else { return -1 }
    let ratio = norm / track.norm
    return (1 - ratio) * (1 + ratio)
  }

  /// a, the change of p as the curved residuals see it.
  private mutating func acceleration<O: Oracle & ~Copyable>(
    along step: DampedStep, _ problem: DampedProblem, querying oracle: inout O
  ) throws(Halt) -> Vector {
    let h = 0.1
    let ahead = try track.trial(step.p.map { h * $0 }, querying: &oracle)
    let slopes = track.jacobian.times(step.p)
    var side = Vector.zeros(ahead.count)
    for i in side.indices {
      side[i] = -2 / h * ((ahead[i] - track.residuals[i]) / h - slopes[i])
    }
    return problem.solution(factors.rotated(side), lambda: step.lambda)
  }
}
