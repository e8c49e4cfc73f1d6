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
  /// Of one optimizer.
  private static let timeLimit = Duration.seconds(60)
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
    var faults: [String] = []
    for (i, (problem, page)) in zip(problems, pages).enumerated() {
      guard case .success(let page) = page else {
        if case .failure(let fault) = page { faults.append("\(problem.name): \(fault.reason)") }
        continue
      }
      let path = "races/\(i + 1)-\(FolderName.joined([problem.function.name])).html"
      try folder.write(Array(page.utf8), named: path)
      paths[problem.name] = path
    }
    if let first = faults.first {
      reporter.warn("\(faults.count) of \(problems.count) races are not drawn; \(first)")
    }
    return paths
  }

  /// Why a race has no page.
  private struct Fault: Error { let reason: String }

  /// Fails where the function or the optimizers are not known here, or the race cannot be drawn.
  private func page(of problem: StudyProblem) -> Result<String, Fault> {
    do {
      return .success(try drawn(problem))
    } catch {
      return .failure((error as? Fault) ?? Fault(reason: "\(error)"))
    }
  }

  private func drawn(_ problem: StudyProblem) throws -> String {
    let own = runs.filter { $0.problem == problem && $0.trajectory.count > 0 }
    let function = try FunctionName.function(problem.function.description)
    guard let first = own.first else { throw Fault(reason: "nothing was recorded") }
    var known: Set<Specification> = []
    let optimizers = own.compactMap { run -> GivenOptimizer? in
      guard known.insert(run.trajectory.optimizer).inserted else { return nil }
      return try? GivenOptimizer.list(run.name).first
    }
    guard !optimizers.isEmpty else { throw Fault(reason: "its optimizers are not known here") }
    let plan = Self.plan(own.map(\.trajectory))
    let race = RacePlan(
      [RacePlan.Problem(function, from: first.trajectory.point(0), plan: plan)],
      optimizers: optimizers)
    guard let page = try RaceDrawing(race.run()).pages().first else {
      throw Fault(reason: "it has no page")
    }
    return page
  }

  /// No query is asked more often than in the study, and no optimizer holds up the report.
  private static func plan(_ runs: [Trajectory]) -> Plan {
    let steps = runs.compactMap(\.steps.last).max() ?? 0
    var plan = Plan(
      budget: Budget(steps: max(1, min(steps, Self.steps))),
      stopRules: StopRules(idleSteps: StopRules.usualIdleSteps))
    for query in Query.allCases {
      let most = runs.map { $0.counts[query] }.max() ?? 0
      if most > 0 { plan.budget[query] = most }
    }
    plan.seed = runs.map(\.seed).min() ?? 0
    plan.timeLimit = timeLimit
    return plan
  }
}
