import Experiments
import Foundation
import Objectives
import Optimizers
import Statistics
import Storage

/// Forty first-order settings on twenty functions of two variables from twenty starts, a thousand
/// steps each: what recording and storing them costs beside the steps alone, and what a second
/// worker gains.
func measureStudies() async throws {
  let study = try study()
  var bare = study.plan
  bare.cadence = .steps([])
  let steps = Study(
    functions: study.functions, optimizers: study.optimizers, starts: study.starts,
    plan: bare)
  var (alone, stored, shared) = (Double.infinity, Double.infinity, Double.infinity)
  var count = 0
  for _ in 0..<3 {
    alone = min(
      alone, try await seconds { count = try await steps.run().reduce(0) { $0 + $1.stepCount } })
    stored = min(stored, try await seconds { try await store(study, workers: 1) })
    shared = min(shared, try await seconds { try await store(study, workers: 2) })
  }
  print("A study of \(count) steps: \(alone) s alone, \(stored) s stored")
  show("Nanoseconds a step", alone / Double(count) * 1e9)
  report("Study recorded and stored / its steps alone", ratio: stored / alone, atMost: 1.1)
  report("Study with two workers / with one", ratio: shared / stored, atMost: 0.55)
}

private func study() throws -> Study {
  let functions = [
    "beale", "himmelblau", "booth", "matyas", "three-hump-camel", "six-hump-camel", "mccormick",
    "goldstein-price", "branin", "leon", "rosenbrock", "quadratic", "sphere", "sum-squares",
    "zakharov", "trid", "dixon-price", "rastrigin", "ackley", "griewank",
  ]
  let optimizers = OptimizerCatalogue.all.filter { $0.card.order == .first }.prefix(40)
  return Study(
    functions: try functions.map(FunctionName.function),
    optimizers: optimizers.map { GivenOptimizer($0.init()) },
    // Not seeds, with which these runs would be the same.
    starts: (1...20).map { StudyStart.random($0) },
    plan: Study.plan(Budget(steps: 1000), stopRules: StopRules()))
}

private func store(_ study: Study, workers: Int) async throws {
  let path = FileManager.default.temporaryDirectory
    .appendingPathComponent("\(UUID().uuidString).sqlite").path
  defer { try? FileManager.default.removeItem(atPath: path) }
  let store = try StudyStore(writingTo: path)
  try await study.run(into: store, workers: workers)
  try store.close()
}

private func seconds(_ work: () async throws -> Void) async throws -> Double {
  let begin = ContinuousClock.now
  try await work()
  return (ContinuousClock.now - begin) / .seconds(1)
}

extension StudyRun {
  fileprivate var stepCount: Int { trajectory.steps.last ?? 0 }
}
