import Experiments

/// A method on a problem of a suite, until it has arrived.
struct SuiteRun {
  /// Whether f came within 10⁻⁸ of its minimum.
  let hasArrived: Bool
  /// How many were asked for.
  let gradients: Double
  /// Steps, each a line search.
  let searches: Double
  /// The first gradient belongs to no search.
  var gradientsPerSearch: Double { (gradients - 1) / searches }

  /// Nil where the minimum is not known.
  init?(_ function: String, _ optimizer: String) throws {
    let run = try LectureRace.run(
      function, optimizer, steps: 2000, stopRules: StopRules(targetExcess: 1e-8),
      cadence: .logarithmic)
    guard let excess = run.excess(run.count - 1) else { return nil }
    hasArrived = excess <= 1e-8
    gradients = Double(run.counts[.gradients])
    searches = Double(run.steps.last ?? 0)
  }
}
