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
      var counts = run.cumulated[i]
      for query in Query.allCases { counts[query] -= run.cumulated[0][query] }
      let evaluations = 1 + counts[.values] + counts[.gradients]
      if steps.last?.evaluations == evaluations { steps.removeLast() }
      steps.append(
        Step(evaluations: evaluations, counts: counts, entry: i, value: value, best: best))
    }
    self.steps = steps
  }
}
