import Experiments
import Specifications

/// The recorded steps of a run as benchmark tools count: by points at which f was asked, a point
/// with its gradient being one, and the start the first.
///
/// Steps between which f was not asked are one, the last of them.
struct ChargedSteps {
  struct Step {
    /// From 1, ascending.
    let evaluations: Int
    /// Since the start.
    let counts: Counts
    let entry: Int
    /// f − min f, or f where min f is not known; finite.
    let value: Double
    /// The lowest until here.
    let best: Double
  }

  /// The first is the start, but where f is no finite number there: then there are none.
  let steps: [Step]
  /// What a step asked that was not finished, as one more where f is what it was; nil for nothing.
  let rest: Step?

  /// Later steps whose value is no finite number are left out.
  init(_ run: Trajectory) {
    var steps: [Step] = []
    var best = Double.infinity
    for i in 0..<run.count {
      let value = run.excess(i) ?? run.values[i]
      guard value.isFinite else {
        if i == 0 { break }
        continue
      }
      best = min(best, value)
      let step = Step(run.cumulated[i], since: run, entry: i, value: value, best: best)
      if steps.last?.evaluations == step.evaluations { steps.removeLast() }
      steps.append(step)
    }
    let last = steps.last
    let end = last.map { last in
      Step(run.counts, since: run, entry: last.entry, value: last.value, best: last.best)
    }
    rest = end.flatMap { $0.evaluations > last?.evaluations ?? 0 ? $0 : nil }
    self.steps = steps
  }
}

extension ChargedSteps.Step {
  fileprivate init(
    _ counts: Counts, since run: Trajectory, entry: Int, value: Double, best: Double
  ) {
    var counts = counts
    for query in Query.allCases { counts[query] -= run.cumulated[0][query] }
    self.init(
      evaluations: 1 + counts[.values] + counts[.gradients], counts: counts, entry: entry,
      value: value, best: best)
  }
}
