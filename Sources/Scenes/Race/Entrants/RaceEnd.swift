import Experiments

/// How an entrant's run ended, in words for the legend.
struct RaceEnd: Sendable {
  let kind: Outcome.Kind
  /// "converged at 34"; "converged at step 34" where the clock counts something else.
  let text: String
  /// The same with what the clock counts: "converged at step 34 (84 gradients)".
  let fullText: String

  init(_ trajectory: Trajectory, on clock: RaceClock) {
    let (outcome, step) = (trajectory.outcome, trajectory.steps.last ?? 0)
    kind = outcome.kind
    let word: String
    switch outcome.kind {
    case .converged: word = outcome.place
    case .budgetSpent, .stalled, .diverged, .failed: word = outcome.kind.rawValue
    }
    let hasStep = kind != .budgetSpent
    text = !hasStep ? word : "\(word) at \(clock.kind == .steps ? "" : "step ")\(step)"
    let isKnown = trajectory.count > 0 && clock.isKnown(of: trajectory)
    guard clock.kind != .steps, hasStep, isKnown else {
      fullText = text
      return
    }
    let reading = clock.value(of: trajectory, at: trajectory.count - 1)
    fullText = text + " (\(ClockAxis(clock, last: reading).amount(reading)))"
  }

  /// Whether the run broke off at a place that deserves a cross.
  var isBreakdown: Bool { kind == .diverged || kind == .failed }

  /// Whether the run has come to rest, so that no step is to come.
  var isArrival: Bool { kind == .converged || kind == .stalled }

  static let running = "running"
  static let outside = "outside window"
}
