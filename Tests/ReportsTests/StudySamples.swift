import Experiments
import Objectives
import Optimizers

@testable import Reports

/// Studies whose pages are tested.
enum StudySamples {
  /// Two numbers of variables, random starts, noise, data with times, unknown minima, and a minimum
  /// that a person told wrongly; one optimizer is left out of a problem.
  static func mixed() async throws -> [StudyRun] { try await made.value }

  private static let made = Task {
    let functions = try [
      "beale", "himmelblau", "rosenbrock", "rosenbrock:n=10", "noisy(sphere,sigma=0.05)",
      "monkey-saddle", "x^2+y^2+1:minimum=2", "mgh-3",
    ].map(FunctionName.function)
    let optimizers = try GivenOptimizer.list(
      "bfgs,adam:lr=0.1,adam:lr=0.02,levenberg-marquardt,newton-cg,newton")
    var runs = try await Study(
      functions: functions, optimizers: optimizers, starts: [.standard, .random(1), .random(2)],
      seeds: 3, plan: Study.plan(Budget(steps: 200))
    ).run(version: "test")
    var timed = Study.plan(Budget(steps: 40))
    timed.isTimed = true
    runs += try await Study(
      functions: [try FunctionName.function("linear-regression")],
      optimizers: try GivenOptimizer.list(
        "sgd:lr=0.01,adam:lr=0.1,gauss-newton"), seeds: 4, plan: timed
    ).run(version: "test")
    return runs.filter { !($0.problem.name == "beale" && $0.name == "newton") }
  }

  /// As many runs as a large study has: those of the small one again and again.
  static func large(_ runs: [StudyRun]) -> [StudyRun] {
    Array(repeatElement(runs, count: 20_000 / runs.count + 1).joined())
  }

  static func page(_ runs: [StudyRun], limit: Int = 3_000_000) -> StudyPage {
    StudyPage(
      runs, title: "Functions & data", races: ["beale": "races/beale.html"], limit: limit)
  }
}
