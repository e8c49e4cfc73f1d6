import Specifications

@testable import Experiments

/// Runs of a study written down by hand.
enum SampleRun {
  /// - Parameters:
  ///   - function: a specification.
  ///   - values: f at each entry.
  ///   - steps: that of each entry; 0, 1, 2, ... unless told.
  ///   - counts: what an entry had asked, by its step.
  ///   - spent: what the whole run asked; as at the last entry unless told.
  static func make(
    on function: String = "sphere", by optimizer: String = "a", seed: UInt64 = 0, n: Int = 2,
    minimum: Double? = 0, _ values: [Double], steps: [Int]? = nil,
    counts: (Int) -> Counts = SampleRun.gradients, spent: Counts? = nil,
    _ kind: Outcome.Kind = .budgetSpent
  ) throws -> StudyRun {
    var run = Trajectory(
      function: try Specification(parsing: function), dimension: n,
      optimizer: Specification(name: optimizer), title: optimizer, seed: seed, minimum: minimum,
      evaluationPointName: nil)
    run.coordinates = Array(repeating: 1, count: n)
    let steps = steps ?? Array(values.indices)
    for (step, value) in zip(steps, values) {
      run.steps.append(step)
      run.values.append(value)
      run.gradientNorms.append(1)
      run.learningRates.append(1)
      run.cumulated.append(counts(step))
    }
    run.counts = spent ?? steps.last.map(counts) ?? Counts()
    run.outcome = Outcome(kind, "")
    return StudyRun(
      StudyProblem(run.function), name: optimizer, plan: "100 steps",
      basis: minimum == nil ? .unknown : .closedForm, trajectory: run, version: "test")
  }

  /// One a step.
  static func gradients(_ step: Int) -> Counts {
    var counts = Counts()
    counts[.gradients] = step
    return counts
  }

  /// A run that reaches an excess of 1 at a step, from 2 at the start; never within `most` steps
  /// where that is nil.
  static func reaching(
    at step: Int?, of most: Int = 100, _ function: String = "sphere", by optimizer: String = "a",
    seed: UInt64 = 0, n: Int = 2
  ) throws -> StudyRun {
    guard let step else {
      return try make(
        on: function, by: optimizer, seed: seed, n: n, [2, 1.5], steps: [0, most])
    }
    return try make(on: function, by: optimizer, seed: seed, n: n, [2, 1], steps: [0, step])
  }
}
