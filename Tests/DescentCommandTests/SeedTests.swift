import DescentKit
import Testing

@testable import DescentCommand

struct SeededRunTests {
  private func study(_ function: String, seeds: Int) throws -> Study {
    let function = try FunctionCatalogue.function(function)
    return Study(
      of: function, from: function.start, optimizers: try GivenOptimizer.list("sgd:lr=0.001,bfgs"),
      seeds: seeds, plan: Plan(budget: Budget(steps: 20), seed: 7))
  }

  private func table(_ groups: [[StudyRun]]) -> String {
    MeasureTable(groups.map { ("mine", $0) }).text(.table)
  }

  @Test func noiseMakesAsManyRunsAsSeeds() async throws {
    let groups = try await study("noisy(rosenbrock,sigma=0.1)", seeds: 5).results().groups
    #expect(groups.map(\.count) == [5, 5])
    #expect(groups[0].map(\.trajectory.seed) == [7, 8, 9, 10, 11])
    #expect(Set(groups[0].map { Array($0.trajectory.values) }).count == 5)
    let table = table(groups)
    #expect(table.contains("quartiles") && table.contains("median excess"))
    #expect(table.contains("0/5 [0.00, 0.43] inf"))
  }

  @Test func whereNothingIsRandomOneRunStandsForAll() async throws {
    let results = try await study("rosenbrock", seeds: 5).results()
    #expect(results.groups.map(\.count) == [1, 1] && results.missing == 0)
    #expect(!table(results.groups).contains("quartiles"))
  }

  @Test(arguments: ["rosenbrock", "noisy(rosenbrock,sigma=0.1)"])
  func workersMakeNoDifference(function: String) async throws {
    let study = try study(function, seeds: 4)
    func texts(workers: Int) async throws -> [[String]] {
      try await study.results(workers: workers).groups.map { $0.map { "\($0.trajectory.json)" } }
    }
    #expect(try await texts(workers: 1) == texts(workers: 4))
  }

  /// Cancelled before it begins, a study has made nothing, and says how much that is.
  @Test func whatIsCancelledIsTold() async throws {
    let study = try study("noisy(rosenbrock,sigma=0.1)", seeds: 3)
    let work = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await study.results()
    }
    let results = try await work.value
    #expect(results.groups.map(\.count) == [0, 0] && results.missing == 6)
  }
}
