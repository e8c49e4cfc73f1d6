import Experiments
import Objectives
import Optimizers

/// How long a step of SGD takes on a function of data, and what it looks at.
struct StepTime {
  /// The least of some runs.
  let seconds: Double
  /// That a step asked for.
  let examples: Double

  private static let repetitions = 3

  /// - Parameter steps: of each run; what comes before the first step does not count.
  init(of name: String, steps: Int) throws {
    let function = try FunctionName.function(name)
    let settings = try OptimizerCatalogue.settings("sgd:lr=0.001")
    func run(_ steps: Int) throws -> Trajectory {
      try descend(
        function, with: settings, from: function.start,
        plan: Plan(budget: Budget(steps: steps), cadence: .steps([])))
    }
    let long = try ProcessorTime.leastSeconds(of: Self.repetitions) { _ = try run(steps + 1) }
    let short = try ProcessorTime.leastSeconds(of: Self.repetitions) { _ = try run(1) }
    let rest = long - short
    // A time that cannot be told is none.
    seconds = rest > 0 ? rest / Double(steps) : .nan
    let counts = try run(steps).counts
    examples = Double(counts[.samples]) / Double(counts[.gradients])
  }
}
