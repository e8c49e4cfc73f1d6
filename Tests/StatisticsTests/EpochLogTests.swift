import LinearAlgebra
import Objectives
import Optimizers
import Testing

@testable import Experiments
@testable import Statistics

@Suite struct EpochLogTests {
  private func log(_ name: String) throws -> EpochLog? {
    let function = try FunctionCatalogue.function(name)
    let plan = Plan(budget: Budget(steps: 7), cadence: .epochs(of: function))
    let run = try descend(
      function, with: try OptimizerCatalogue.settings("adam:lr=0.1"), plan: plan)
    return EpochLog(
      [NamedRuns("a,b", [run])],
      stepsPerEpoch: Cadence.stepsPerEpoch(of: function))
  }

  /// 10 examples, 4 at a time: an epoch is 3 steps, and the run ends within the third.
  @Test func aRowAnEpoch() throws {
    let log = try #require(try log("mlp:data=moons(n=10),hidden=2,batch=4"))
    let csv = try #require(log.files.first { $0.name == "epochs.csv" }?.text)
    let rows = csv.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(
      rows[0].joined(separator: ",") == "optimizer,specification,seed,epoch,step,samples,loss,"
        + "accuracy,validation_loss,validation_accuracy,test_loss,test_accuracy")
    // The quoted name has a comma.
    #expect(
      rows.dropFirst().map { Array($0[4...6]) } == [
        ["0", "0", "0"], ["1", "3", "10"], ["2", "6", "20"], ["2.3333333333333335", "7", "24"],
      ])
    let run = log.groups[0].runs[0]
    #expect(log.bestPoints == [run.bestPoint].compactMap { $0 })
    #expect(log.files.map(\.name) == ["epochs.csv", "epochs.json", "best-parameters.json"])
  }

  @Test func withoutDataThereAreNoEpochs() throws {
    #expect(try log("rosenbrock") == nil)
  }
}
