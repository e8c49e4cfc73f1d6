import Objectives
import Output
import Specifications

/// A search for good settings of optimizers, with as many trials for each, and a test of what it
/// finds on problems that it has not seen.
///
///     var request = TuningRequest()
///     request.optimizers = try GivenOptimizer.list("adam,momentum")
///     request.functions = try FunctionSelection("bbob-f2:n=5,instance=1..6").functions
///     let result = try await request.tuning().run(workers: 2)
///     for tuned in result.optimizers { print(tuned.best.specification, tuned.tuned.test) }
public struct Tuning: Sendable {
  /// What is searched, one an optimizer.
  public let spaces: [SearchSpace]
  /// On what.
  public let problems: TuningProblems
  /// How the search chooses its trials.
  public let method: SearchMethod
  /// What a search spends on an optimizer, in trials of the whole budget; the settings as they were
  /// given are the first trial.
  public let trials: Int
  /// How many searches are made, each with a seed of its own.
  public let searches: Int
  /// Of each run; its seed is that of the first search too.
  public let plan: Plan
  /// What a trial comes to.
  public let score: TuningScore

  /// - Parameters:
  ///   - spaces: one or more.
  ///   - trials: 1 or more.
  ///   - searches: 1 or more.
  public init(
    _ spaces: [SearchSpace], on problems: TuningProblems, by method: SearchMethod = .random,
    trials: Int, searches: Int = 1, plan: Plan
  ) {
    (self.spaces, self.problems, self.method) = (spaces, problems, method)
    (self.trials, self.searches, self.plan) = (trials, searches, plan)
    score = TuningScore(target: plan.stopRules.targetExcess, budget: plan.budget)
  }

  /// The runs by which given and tuned settings are compared on the test problems.
  public func testStudy(_ result: TuningResult) -> Study {
    var seen: Set<Specification> = []
    let optimizers = result.optimizers.flatMap { [$0.space.optimizer, $0.best] }
      .filter { seen.insert($0.settings.specification).inserted }
    return Study(
      functions: problems.test.functions, optimizers: optimizers, starts: problems.test.starts,
      plan: plan)
  }

  /// What was found; the same for any number of workers.
  ///
  /// - Parameter workers: how many runs at a time, 1 or more.
  /// - Throws: `SpecificationError` where an optimizer does not take values together that each is
  ///   in its range; `CancellationError`.
  public func run(
    workers: Int = 1, reporter: any Reporter = SilentReporter()
  ) async throws -> TuningResult {
    let bench = TuningBench(plan: plan, score: score, workers: workers, reporter: reporter)
    var logs = spaces.indices.flatMap { space in
      (0..<searches).map { SearchLog(space, number: $0, in: self) }
    }
    while true {
      let asked = try logs.indices.map { try logs[$0].ask(spaces) }
      let trials = Array(asked.joined())
      guard !trials.isEmpty else { break }
      var outcomes = try await bench.outcomes(trials, on: problems.tuning)[...]
      for i in logs.indices {
        logs[i].take(Array(outcomes.prefix(asked[i].count)))
        outcomes.removeFirst(asked[i].count)
      }
    }
    return try await result(of: logs, bench)
  }

  /// Puts what was found to the test.
  private func result(
    of logs: [SearchLog], _ bench: TuningBench
  ) async throws -> TuningResult {
    let curves = logs.map { $0.curve(until: trials) }
    var places: [Specification: Int] = [:]
    var tested: [PlannedTrial] = []
    for point in curves.joined() where places[point.key] == nil {
      places[point.key] = tested.count
      tested.append(PlannedTrial(optimizer: point.optimizer))
    }
    let outcomes = try await bench.outcomes(tested, on: problems.test)
    func test(_ point: SearchLog.Point) -> Double { outcomes[places[point.key] ?? 0].score }
    return TuningResult(
      optimizers: spaces.indices.map { space in
        let own = curves.indices.filter { logs[$0].space == space }
        return TunedOptimizer(
          space: spaces[space],
          searches: own.map { i in curves[i].map { TuningPoint($0, test: test($0)) } },
          evaluations: own.reduce(0) { $0 + logs[$1].evaluations })
      })
  }
}
