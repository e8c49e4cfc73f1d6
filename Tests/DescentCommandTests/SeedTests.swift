import DescentKit
import Testing

@testable import DescentCommand

struct SeededRunTests {
  private func groups(_ function: String, seeds: Int) throws -> [[Trajectory]] {
    let function = try FunctionCatalogue.function(function)
    return try SeededRuns(
      function: function, start: function.start, plan: Plan(budget: Budget(steps: 20), seed: 7),
      seeds: seeds
    ).groups(try OptimizerCatalogue.list("sgd:lr=0.001,bfgs"))
  }

  @Test func noiseMakesAsManyRunsAsSeeds() throws {
    let groups = try groups("noisy(rosenbrock,sigma=0.1)", seeds: 5)
    #expect(groups.map(\.count) == [5, 5])
    #expect(groups[0].map(\.seed) == [7, 8, 9, 10, 11])
    #expect(Set(groups[0].map { Array($0.values) }).count == 5)
    let table = MeasureTable.text(groups.map { NamedRuns("mine", $0) })
    #expect(table.contains("quartiles") && table.contains("median excess"))
    #expect(table.contains("0/5 [0.00, 0.43] inf"))
  }

  @Test func whereNothingIsRandomOneRunStandsForAll() throws {
    #expect(try groups("rosenbrock", seeds: 5).map(\.count) == [1, 1])
    let runs = try groups("rosenbrock", seeds: 5).map { NamedRuns("mine", $0) }
    #expect(!MeasureTable.text(runs).contains("quartiles"))
  }
}
