import Experiments
import Objectives
import Optimizers
import Output
import Races
import Specifications

/// Pages that play the races behind a study's curves.
///
/// Each is run anew, from the problem's start with the optimizers' first seed and for at most
/// `steps` steps, since a store keeps no iterates.
struct RacePages {
  /// Of each race.
  static let steps = 1000
  /// Of more variables none is drawn.
  private static let mostVariables = 1000

  private let runs: [StudyRun]
  private let most: Int

  /// - Parameter most: how many problems have a page.
  init(_ runs: [StudyRun], most: Int) {
    (self.runs, self.most) = (runs, most)
  }

  /// The first problems that can be drawn.
  private var problems: [StudyProblem] {
    var known: Set<StudyProblem> = []
    var problems: [StudyProblem] = []
    for run in runs where run.trajectory.dimension <= Self.mostVariables {
      guard problems.count < most else { break }
      if run.problem.start != .elsewhere, known.insert(run.problem).inserted {
        problems.append(run.problem)
      }
    }
    return problems
  }

  /// Writes `races/NAME.html` for each; what cannot be drawn has none.
  ///
  /// - Returns: the path of each problem's page, by the problem's name.
  func write(
    into folder: OutputFolder, workers: Int, reporter: any Reporter
  ) async throws -> [String: String] {
    let problems = problems
    let pages = try await Parallel.results(
      of: problems.count, workers: workers, named: "races", reporter: reporter
    ) { page(of: problems[$0]) }
    var paths: [String: String] = [:]
    for (i, (problem, page)) in zip(problems, pages).enumerated() {
      guard let page else { continue }
      let path = "races/\(i + 1)-\(FolderName.joined([problem.function.name])).html"
      try folder.write(Array(page.utf8), named: path)
      paths[problem.name] = path
    }
    return paths
  }

  /// Nil where the function or the optimizers are not known here, or the race cannot be drawn.
  private func page(of problem: StudyProblem) -> String? {
    let own = runs.filter { $0.problem == problem }
    guard let function = try? FunctionName.function(problem.function.description),
      let first = own.first, first.trajectory.count > 0
    else { return nil }
    var known: Set<String> = []
    let optimizers = own.compactMap { run -> GivenOptimizer? in
      guard known.insert(run.name).inserted else { return nil }
      return try? GivenOptimizer.list(run.name).first
    }
    let steps = own.compactMap(\.trajectory.steps.last).max() ?? 0
    var plan = Plan(
      budget: Budget(steps: max(1, min(steps, Self.steps))),
      stopRules: StopRules(idleSteps: StopRules.usualIdleSteps))
    plan.seed = own.map(\.trajectory.seed).min() ?? 0
    let race = RacePlan(
      [RacePlan.Problem(function, from: first.trajectory.point(0), plan: plan)],
      optimizers: optimizers)
    return try? RaceDrawing(race.run()).pages().first
  }
}
