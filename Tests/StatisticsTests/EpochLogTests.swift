import Foundation
import LinearAlgebra
import Objectives
import Optimizers
import Testing

@testable import Experiments
@testable import Statistics

@Suite struct EpochLogTests {
  private func log(_ name: String, _ optimizers: [String] = ["adam:lr=0.1"]) throws -> EpochLog? {
    let function = try FunctionCatalogue.function(name)
    let plan = Plan(budget: Budget(steps: 7), cadence: .epochs(of: function))
    let runs = try optimizers.map {
      try descend(function, with: try OptimizerCatalogue.settings($0), plan: plan)
    }
    return EpochLog(runs.map { NamedRuns("a,b", [$0]) })
  }

  /// 10 examples, 4 at a time: an epoch is 3 steps, and the run ends within the third.
  @Test func aRowAnEpoch() throws {
    let log = try #require(try log("mlp:data=moons(n=10),hidden=2,batch=4"))
    let rows = try rows(log)
    #expect(
      rows[0].joined(separator: ",") == "optimizer,specification,seed,epoch,step,samples,loss,"
        + "accuracy,validation_loss,validation_accuracy,test_loss,test_accuracy")
    // The quoted name has a comma.
    #expect(
      rows.dropFirst().map { Array($0[4...6]) } == [
        ["0", "0", "0"], ["1", "3", "10"], ["2", "6", "20"], ["2.4", "7", "24"],
      ])
    let run = log.groups[0].runs[0]
    #expect(log.bestPoints == [run.bestPoint].compactMap { $0 })
    #expect(log.files.map(\.name) == ["epochs.csv", "epochs.json", "best-parameters.json"])
  }

  private func rows(_ log: EpochLog) throws -> [[String]] {
    let csv = try #require(log.files.first { $0.name == "epochs.csv" }?.text)
    return csv.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// A run that fails at its first step, as its rate follows what is not there, leaves the others;
  /// data of one part have f and no other figure.
  @Test func runsWithoutASampleAndDataOfOnePartHaveRows() throws {
    let path = NSTemporaryDirectory() + "descent-epochs-\(UUID().uuidString).csv"
    try "x,y\n1,2\n2,3.9\n3,6.1\n4,8.2\n".write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let name = "linear-regression:data=\(path)"
    let log = try #require(
      try log(name, ["adam:lr=0.1", "sgd:lr=plateau(0.1,loss=validation)"]))
    #expect(log.groups.map { $0.runs[0].counts[.samples] > 0 } == [true, false])
    #expect(log.names.isEmpty)
    let rows = try rows(log)
    #expect(rows[0].last == "loss")
    #expect(rows.count == 1 + 8 + 1)
    #expect(rows[9].suffix(4).dropLast() == ["0", "0", "0"])
  }

  /// Methods that look at examples more than once a step have come further after as many steps; a
  /// clock of epochs reads the same.
  @Test(arguments: [("sgd", 8 / 10.0), ("sam(sgd)", 16 / 10.0)])
  func epochsCountExamples(optimizer: String, expected: Double) throws {
    let function = try FunctionCatalogue.function("mlp:data=moons(n=10),hidden=2,batch=4")
    let run = try descend(
      function, with: try OptimizerCatalogue.settings(optimizer),
      plan: Plan(budget: Budget(steps: 2)))
    #expect(run.epochs(2) == expected)
  }

  @Test func withoutDataThereAreNoEpochs() throws {
    #expect(try log("rosenbrock") == nil)
  }
}
