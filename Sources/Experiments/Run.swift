import LinearAlgebra
import Objectives
import Optimizers
import Specifications

/// One run in progress: the loop, the recording, and the reasons for stopping.
///
/// Of no one function and no one method: some hundreds of each meet here, so that this is compiled
/// once, and a step calls the two by way of their protocols.
struct Run: ~Copyable {
  let plan: Plan
  let minimum: Double?
  var meter: Meter
  var method: any Optimizer
  let hasEvaluationPoint: Bool
  let hasFigures: Bool
  var watcher: FigureWatcher?
  var recorder: Recorder
  var cadence: CadenceCursor
  var crossings: CrossingCursor?
  let deadline: Deadline?
  var x: Vector
  var previous: Vector
  var idleSteps = 0
  let start: Vector
  var step = 0
  /// What had been asked when the iterate was reached; a step that failed has asked more since.
  var reached = Counts()
  init<S: OptimizerSettings>(
    _ function: some TestFunction, _ settings: S, from start: Vector, plan: Plan,
    named names: RunNames
  ) {
    self.plan = plan
    minimum = function.minimum
    meter = Meter(function, budget: plan.budget, seed: plan.seed)
    let method = S.Method(settings, dimension: function.dimension)
    self.method = method
    let pointName = plan.keepsIterates ? method.evaluationPointName : nil
    hasEvaluationPoint = pointName != nil
    watcher = Self.watcher(plan)
    let figureNames = function.figureNames + Self.watchedNames(plan)
    hasFigures = !figureNames.isEmpty
    cadence = CadenceCursor(plan.cadence)
    crossings = plan.cadence == .crossings ? CrossingCursor(function.minimum) : nil
    deadline = plan.timeLimit.map { Deadline($0, isCancellable: plan.isCancellable) }
    recorder = Recorder(
      names, title: S.card.title, dimension: function.dimension, seed: plan.seed,
      minimum: function.minimum, evaluationPointName: pointName,
      figureNames: figureNames, keepsIterates: plan.keepsIterates,
      expecting: plan.cadence == .all ? plan.budget.steps ?? 1000 : 1000)
    recorder.note(exampleCount: function.finiteSum?.exampleCount)
    x = start
    previous = start
    self.start = start
  }
  consuming func trajectory() -> Trajectory {
    if plan.isDetailed { return detailedTrajectory() }
    var outcome = watch()
    while outcome == nil { outcome = advance() }
    if recorder.lastStep != step { record(meter.observe(x)) }
    return finished(outcome)
  }

  /// What was recorded, after its last entry.
  consuming func finished(_ outcome: Outcome?) -> Trajectory {
    completeFigures()
    return recorder.finish(
      located(outcome ?? Outcome(.failed, "no outcome")), counts: meter.counts)
  }

  /// √ε (1 + |f|), the gradient below which no step can be told from none.
  func resolution(_ value: Double) -> Double {
    Double.ulpOfOne.squareRoot() * (1 + abs(value))
  }

  /// The outcome where the gradient is all but zero; far from where the run began, f may just have
  /// nothing left to fall by.
  func converged(_ reason: String, _ seen: Observation) -> Outcome {
    hasRunAway(seen.value)
      ? Outcome(.diverged, "the iterate goes to infinity, where the gradient vanishes")
      : Outcome(.converged, reason)
  }

  /// Whether x has gone more than 2²⁶ times as far as the start is from 0 (at least 1), f is no
  /// known minimum there, does not rise on the way to 2x, and no minimum is near.
  private func hasRunAway(_ value: Double) -> Bool {
    guard x.largestMagnitude > 0x1p26 * max(1, start.largestMagnitude) else { return false }
    if let minimum, value <= minimum + resolution(minimum) { return false }
    let beyond = meter.objective.value(at: x.map { 2 * $0 })
    guard !(beyond > value + resolution(value)) else { return false }
    return !isWithinRounding(x, of: meter.objective, from: start)
  }

  /// The outcome of a run at rest, with what the point is to f where a Hessian is affordable.
  /// Looking is free.
  func located(_ outcome: Outcome) -> Outcome {
    guard outcome.kind == .converged || outcome.kind == .stalled else { return outcome }
    guard x.count <= mostVariablesLocated else {
      let isThere = isWithinRounding(x, of: meter.objective, from: start)
      return isThere ? Outcome(.converged, outcome.reason) : outcome
    }
    let place = StationaryPoint(of: meter.objective, at: x)
    switch place.kind {
    // Where numbers are large, the gradient at the double nearest to a minimum may be so too.
    case .notStationary:
      let isThere = isWithinRounding(x, of: meter.objective, from: start)
      return Outcome(isThere ? .converged : outcome.kind, outcome.reason)
    case .undefined: return outcome
    // Steps too small to move the iterate at a minimum are what convergence looks like in doubles.
    case .minimum, .localMinimum:
      let isFlat =
        place.gradientNorm <= resolution(place.value)
        || isWithinRounding(x, of: meter.objective, from: start)
      return Outcome(isFlat ? .converged : outcome.kind, outcome.reason, at: place.kind)
    default: return Outcome(outcome.kind, outcome.reason, at: place.kind)
    }
  }

  /// What comes before a step; the outcome where none is left.
  @inline(__always)
  mutating func prepareStep() -> Outcome? {
    if let limit = plan.budget.steps, step >= limit {
      return Outcome(.budgetSpent, "\(limit) steps")
    }
    if step == 0, method.followsValidation, !recorder.hasValidationLoss {
      return Outcome(.failed, "the rate follows the validation loss, and the function has none")
    }
    if deadline?.isOver() == true { return .tookTooLong(plan) }
    if plan.stopRules.idleSteps != nil { previous.copy(x) }
    meter.beginStep()
    return nil
  }

  /// One step; the outcome where the run ends.
  @inline(__always)
  mutating func advance() -> Outcome? {
    if let outcome = prepareStep() { return outcome }
    do throws(Halt) {
      try method.step(from: &x, querying: &meter)
    } catch {
      if let outcome = outcome(of: error) { return outcome }
    }
    step += 1
    return watch()
  }

  /// Records where the cadence wants it; the outcome where a rule is met. Where steps see
  /// minibatches, only what is recorded is looked at: all examples may cost more than many steps.
  @inline(__always)
  mutating func watch() -> Outcome? {
    let isRecorded = cadence.records(step)
    reached = meter.counts
    guard x.isFinite else {
      return Outcome(.diverged, "the iterate is not finite at step \(step)")
    }
    idleSteps = isIdle ? idleSteps + 1 : 0
    if !isRecorded, meter.isSampled { return nil }
    let seen = meter.observe(x)
    if isCrossing(seen) || isRecorded { record(seen) }
    return judge(seen)
  }

  /// Whether the excess is one of those at which a step is recorded.
  @inline(__always)
  mutating func isCrossing(_ seen: Observation) -> Bool {
    guard crossings != nil, let minimum else { return false }
    guard step > 0 else {
      crossings?.begin(seen.value)
      return true
    }
    return crossings?.isCrossed(by: seen.value, above: minimum) ?? false
  }
  @inline(__always)
  var isIdle: Bool {
    guard step > 0, plan.stopRules.idleSteps != nil else { return false }
    for i in 0..<x.count where x[i] != previous[i] { return false }
    return true
  }
  @inline(__always)
  mutating func judge(_ seen: Observation) -> Outcome? {
    guard seen.value.isFinite, !seen.gradientNorm.isNaN else {
      return Outcome(.diverged, "f is not finite at step \(step)")
    }
    if let target = plan.stopRules.targetExcess, let minimum, seen.value - minimum <= target {
      return Outcome(.converged, "excess <= \(target)")
    }
    if let limit = plan.stopRules.gradientNorm, seen.gradientNorm <= limit {
      return Outcome(.converged, "gradient norm <= \(limit)")
    }
    if let outcome = endOfPatience { return outcome }
    guard let limit = plan.stopRules.idleSteps, idleSteps > 0 else { return nil }
    if seen.gradientNorm == 0 { return converged("gradient norm 0", seen) }
    return idleSteps >= limit
      ? Outcome(.stalled, "\(idleSteps) steps did not move the iterate") : nil
  }

  /// The outcome of early stopping, where the validation loss has not fallen for long enough.
  @inline(__always)
  var endOfPatience: Outcome? {
    guard let patience = plan.stopRules.patience, let best = recorder.best, best.age >= patience
    else { return nil }
    return Outcome(
      .stalled, "the validation loss is lowest at step \(best.step), \(patience) entries ago")
  }
  @inline(__always)
  mutating func record(_ seen: Observation) {
    recorder.record(
      step: step, x, seen, counts: reached, learningRate: method.learningRate,
      evaluationPoint: hasEvaluationPoint ? method.evaluationPoint(from: x) : nil,
      figures: hasFigures ? figures() : [])
    if let loss = recorder.latestValidationLoss { method.observe(validationLoss: loss) }
  }

  /// A line search that finds no lower point where the gradient is all but zero has converged to
  /// what doubles can tell: ‖∇f‖ ≤ √ε (1 + |f|), and a step as long as the iterate would change f
  /// by less than a tenth of itself. Where f has no minimum the second does not hold, however large
  /// |f| has become. Nil where there was only nothing to gain on the minibatch of this step: the
  /// next sees another.
  mutating func outcome(of halt: Halt) -> Outcome? {
    switch halt {
    case .stalled where meter.isSampled: return nil
    case .budgetSpent(let limit): return Outcome(.budgetSpent, limit)
    case .failed(let reason): return Outcome(.failed, reason)
    case .stalled(let reason):
      let seen = meter.observe(x)
      let isFlat = seen.gradientNorm <= resolution(seen.value)
      if isFlat, seen.gradientNorm * x.norm <= 0.1 * (1 + abs(seen.value)) {
        return converged("no lower value can be told from f", seen)
      }
      return isFlat
        ? Outcome(.diverged, "f falls without a bound that can be seen")
        : Outcome(.stalled, reason)
    }
  }
}
