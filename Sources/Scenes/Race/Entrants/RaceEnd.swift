import Experiments

/// How an entrant's run ended, in words for the legend.
struct RaceEnd: Sendable {
  let kind: Outcome.Kind
  let text: String

  init(_ outcome: Outcome, step: Int) {
    kind = outcome.kind
    text =
      switch outcome.kind {
      case .converged: "\(outcome.place) at \(step)"
      case .budgetSpent: "budget spent"
      case .stalled: "stalled at \(step)"
      case .diverged: "diverged at \(step)"
      case .failed: "failed at \(step)"
      }
  }

  /// Whether the run broke off at a place that deserves a cross.
  var isBreakdown: Bool { kind == .diverged || kind == .failed }

  static let running = "running"
  static let outside = "outside window"
}
