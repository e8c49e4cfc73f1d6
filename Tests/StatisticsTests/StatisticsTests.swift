import Objectives
import Optimizers
import Statistics
import Testing

@testable import Experiments

@Suite struct StatisticsTests {
  /// A run whose excess is 1/k.
  private func reciprocals(steps: Int) throws -> Trajectory {
    var trajectory = try descend(Booth(), with: SGD(), steps: steps)
    for k in 1...steps { trajectory.values[k] = 1 / Double(k) }
    return trajectory
  }

  @Test func timesToTargets() throws {
    let trajectory = try reciprocals(steps: 200)
    let time = try #require(TimeToTarget(0.01, in: trajectory).spent)
    #expect(time.steps == 100 && time.counts[.gradients] == 100)
    #expect(TimeToTarget(1e-4, in: trajectory).spent == nil)
    #expect(TimeToTarget(1, in: try descend(Saddle(), with: SGD(), steps: 5)).spent == nil)
  }

  @Test func csvHasARowAStep() throws {
    let adam = try descend(Beale(), with: Adam(learningRate: 0.1, beta1: 0.8), steps: 3)
    let lines = ExcessCSV.text([NamedRuns("my \"adam\"", [adam])], version: "1.2")
      .split(separator: "\n")
    #expect(lines.count == 5)
    #expect(
      lines[0] == "function,n,start,minimum,optimizer,specification,seed,outcome,version,"
        + "step,values,gradients,hessians,products,value,excess")
    let head =
      "beale,2,\"1,1\",0,\"my \"\"adam\"\"\",\"adam:lr=0.1,beta1=0.8\",0,budget spent,1.2,"
    #expect(lines[1] == head + "0,0,0,0,0,14.203125,14.203125")
    #expect(lines[4].hasPrefix(head + "3,0,3,0,0,"))
  }

  @Test func csvTellsLargeStartsByTheirFirstNumbers() throws {
    let function = try FunctionCatalogue.function("sphere:n=100")
    let run = try descend(function, with: SGD(), from: .zeros(100), steps: 0)
    let lines = ExcessCSV.text([NamedRuns("sgd", [run])], version: "1").split(separator: "\n")
    #expect(lines[1].hasPrefix("sphere:n=100,100,\"0,0,0,0,0,0,...#phkdez\",0,sgd,sgd,0,"))
  }
}
