import LinearAlgebra
import Objectives
import Optimizers
import Output
import Specifications

/// Optimizers on functions, from starts, with seeds: every combination is a run.
///
///     let study = Study(
///       functions: try ["rosenbrock", "beale"].map(FunctionName.function),
///       optimizers: try GivenOptimizer.list("bfgs,adam:lr=0.1"),
///       starts: [.standard, .tenfold], plan: Study.plan(Budget(steps: 1000)))
///     let runs = try await study.run(workers: 2)
public struct Study: Sendable {
  /// What is descended.
  public let functions: [any TestFunction]
  /// What descends.
  public let optimizers: [GivenOptimizer]
  /// Where runs start; each once.
  public let starts: [StudyStart]
  /// How many seeds, from the plan's on.
  public let seeds: Int
  /// How a run is made, with the seed of the first and of starts that are drawn.
  public let plan: Plan
  /// The start of runs that start elsewhere.
  private let givenStart: Vector?
  private let labels: StudyLabels

  /// - Parameters:
  ///   - starts: one or more; `elsewhere` is none.
  ///   - seeds: one or more, from the plan's on.
  public init(
    functions: [any TestFunction], optimizers: [GivenOptimizer], starts: [StudyStart] = [.standard],
    seeds: Int = 1, plan: Plan
  ) {
    (self.functions, self.optimizers) = (functions, optimizers)
    (self.seeds, self.plan, givenStart) = (seeds, plan, nil)
    labels = StudyLabels(functions, optimizers, plan)
    self.starts = starts.filter { $0 != .elsewhere }.map { $0.drawn(seed: plan.seed) }
  }

  /// A study of one function from a point that is none of the named ones.
  ///
  /// - Parameters:
  ///   - start: n numbers.
  ///   - seeds: one or more, from the plan's on.
  public init(
    of function: any TestFunction, from start: Vector, optimizers: [GivenOptimizer],
    seeds: Int = 1, plan: Plan
  ) {
    (functions, self.optimizers, starts) = ([function], optimizers, [.elsewhere])
    (self.seeds, self.plan, givenStart) = (seeds, plan, start)
    labels = StudyLabels(functions, optimizers, plan)
  }

  /// A plan as studies have: crossings and spread steps are recorded, and no iterates.
  public static func plan(
    _ budget: Budget, stopRules: StopRules = StopRules(idleSteps: StopRules.usualIdleSteps),
    seed: UInt64 = 0
  ) -> Plan {
    var plan = Plan(budget: budget, stopRules: stopRules, cadence: .crossings, seed: seed)
    plan.keepsIterates = false
    return plan
  }

  /// How many runs are made at a time where so many were asked for: runs that are timed are alone.
  ///
  /// - Parameter asked: 1 or more.
  public func workers(_ asked: Int) -> Int { plan.isTimed ? 1 : asked }

  /// How many runs there are.
  public var count: Int { functions.count * starts.count * optimizers.count * seeds }

  /// A run that is to be made: function by function, then start, optimizer and seed.
  ///
  /// - Parameter i: from 0 to `count` − 1.
  public func cell(_ i: Int) -> StudyCell {
    let (row, seed) = i.quotientAndRemainder(dividingBy: seeds)
    let (problem, optimizer) = row.quotientAndRemainder(dividingBy: optimizers.count)
    let function = functions[problem / starts.count]
    let start = starts[problem % starts.count]
    var plan = plan
    plan.seed &+= UInt64(seed)
    return StudyCell(
      function: function, optimizer: optimizers[optimizer], start: start,
      point: start.point(of: function) ?? givenStart ?? function.start,
      plan: plan, labels: labels.of(function: problem / starts.count, optimizer: optimizer))
  }

  /// All runs, in their order, whatever the number of workers.
  ///
  /// - Parameters:
  ///   - workers: how many runs at a time, 1 or more; those that are timed are made alone.
  ///   - version: recorded with each run.
  /// - Throws: `CancellationError`.
  public func run(
    workers: Int = 1, version: String = DescentVersion.current,
    reporter: any Reporter = SilentReporter()
  ) async throws -> [StudyRun] {
    let runs = StudyRuns(self, version: version)
    return try await Parallel.results(
      of: count, workers: self.workers(workers), named: "runs", reporter: reporter, runs.run)
  }
}
