import Experiments
import Objectives
import Optimizers

/// How long a step of SGD takes on a function of data, and what it looks at.
struct StepTime {
  /// The least of some runs.
  let seconds: Double
  /// That a step asked for.
  let examples: Double

  private static let repetitions = 5

  /// - Parameter steps: of each run; what comes before the first step does not count.
  init(of name: String, steps: Int) throws {
    let function = try FunctionName.function(name)
    let settings = try OptimizerCatalogue.settings("sgd:lr=0.001")
    func time(_ steps: Int) throws -> (seconds: Double, run: Trajectory) {
      let clock = ContinuousClock()
      let begin = clock.now
      let run = try descend(
        function, with: settings, from: function.start,
        plan: Plan(budget: Budget(steps: steps), cadence: .steps([])))
      return ((clock.now - begin) / .seconds(1), run)
    }
    let long = try (0..<Self.repetitions).map { _ in try time(steps + 1) }
    let short = try (0..<Self.repetitions).map { _ in try time(1) }
    let rest = (long.map(\.seconds).min() ?? .nan) - (short.map(\.seconds).min() ?? .nan)
    // A time that cannot be told is none.
    seconds = rest > 0 ? rest / Double(steps) : .nan
    let asked = long[0].run.counts[.samples]
    examples =
      asked > 0 ? Double(asked) / Double(long[0].run.counts[.gradients]) : Double(asked)
  }
}
