import LinearAlgebra
import Objectives
import Optimizers

// The loop of a timed run is apart from the plain one, which pays nothing for it.
extension Run {
  /// Seconds from the first entry that is recorded to each, observing the iterates included.
  consuming func times() -> [Double] {
    let clock = ContinuousClock()
    var outcome = watch()
    let start = clock.now
    var times = [0.0]
    func note() { times.append((clock.now - start) / .seconds(1)) }
    while outcome == nil {
      outcome = advance()
      if recorder.count > times.count { note() }
    }
    if recorder.lastStep != step { note() }
    return times
  }
}

extension Trajectory {
  /// Keeps the least of some runs' times, each entry for itself; none where a run recorded others.
  mutating func note(_ times: [[Double]]) {
    guard let first = times.first, times.allSatisfy({ $0.count == count }) else { return }
    seconds = times.dropFirst().reduce(first) { zip($0, $1).map(min) }
  }
}

extension Plan {
  /// That of a run which is made again for its times. Where the time limit ended the first, the
  /// steps that it made are the budget: a clock would end the others elsewhere.
  func repeating(_ run: Trajectory) -> Plan {
    var plan = self
    plan.timeLimit = nil
    if run.outcome == .tookTooLong(self) { plan.budget.steps = run.steps.last }
    return plan
  }
}
