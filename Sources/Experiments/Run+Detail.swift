import LinearAlgebra
import Objectives
import Optimizers

// The loop of a recording in detail is apart from the plain one, which pays nothing for it.
extension Run {
  consuming func detailedTrajectory() -> Trajectory {
    var trials: [Vector] = []
    // As the step that was finished last left it: a step that throws leaves the method half done.
    var memory = method
    var outcome = watch()
    recordDetail(trials, memory)
    while outcome == nil {
      let stepsFinished = step
      outcome = advance(logging: &trials)
      if step > stepsFinished { memory = method }
      recordDetail(trials, memory)
    }
    if recorder.lastStep != step {
      record(meter.observe(x))
      recordDetail(trials, memory)
    }
    return finished(outcome)
  }

  /// One step, and the points that it asked at beside its ends; those are kept where it is halted.
  private mutating func advance(logging trials: inout [Vector]) -> Outcome? {
    if let outcome = prepareStep() { return outcome }
    let start = x
    do throws(Halt) {
      let points = try Self.step(&method, from: &x, querying: &meter)
      trials = Array(points.filter { $0 != start && $0 != x }.prefix(StepDetail.mostTrials))
    } catch {
      trials = []
      if let outcome = outcome(of: error) { return outcome }
    }
    step += 1
    return watch()
  }

  /// One step, and where it asked.
  private static func step(
    _ method: inout any Optimizer, from x: inout Vector, querying meter: inout Meter
  ) throws(Halt) -> [Vector] {
    var log = QueryLog()
    try log.between(&meter) { meter throws(Halt) in try method.step(from: &x, querying: &meter) }
    return log.points
  }

  /// The detail of the entry recorded last, unless it has one.
  private mutating func recordDetail(_ trials: [Vector], _ memory: any Optimizer) {
    guard recorder.lacksDetail else { return }
    recorder.record(
      StepDetail(
        gradient: meter.seenGradient, diagnostics: memory.diagnostics(at: x).filter(\.isFinite),
        trials: trials))
  }
}

extension Diagnostic {
  var isFinite: Bool { numbers.allSatisfy(\.isFinite) }
}
