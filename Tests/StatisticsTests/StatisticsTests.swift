import Objectives
import Optimizers
import Statistics
import Testing

@testable import Experiments

@Suite struct StatisticsTests {
  /// A run whose excess is k^p.
  private func powerLaw(_ p: Double, steps: Int) throws -> Trajectory {
    var trajectory = try descend(Booth(), with: SGD(), steps: steps)
    for k in 1...steps { trajectory.values[k] = p == -1 ? 1 / Double(k) : 1 / Double(k * k) }
    return trajectory
  }

  @Test(arguments: [-1.0, -2])
  func powerLawsAreFitted(_ p: Double) throws {
    let rate = try #require(FittedRate(try powerLaw(p, steps: 1000)))
    #expect(abs(rate.slope - p) <= 1e-9)
    #expect(rate.range.upperBound >= 980 && rate.range.lowerBound >= 31)
  }

  @Test func fewPointsGiveNoRate() throws {
    #expect(FittedRate(try powerLaw(-1, steps: 4)) == nil)
    #expect(FittedRate(try descend(Saddle(), with: SGD(), steps: 100)) == nil)
  }

  @Test func timesToTargets() throws {
    let trajectory = try powerLaw(-1, steps: 200)
    let time = try #require(TimeToTarget(0.01, in: trajectory).spent)
    #expect(time.steps == 100 && time.counts.gradients == 100)
    #expect(TimeToTarget(1e-4, in: trajectory).spent == nil)
    #expect(TimeToTarget(1, in: try descend(Saddle(), with: SGD(), steps: 5)).spent == nil)
  }

  @Test func csvHasARowAStep() throws {
    let adam = try descend(Beale(), with: Adam(learningRate: 0.1, beta1: 0.8), steps: 3)
    let lines = ExcessCSV.text([adam]).split(separator: "\n")
    #expect(lines.count == 5)
    #expect(lines[0] == "optimizer,seed,step,values,gradients,hessians,products,value,excess")
    #expect(lines[1] == "\"adam:lr=0.1,beta1=0.8\",0,0,0,0,0,0,14.203125,14.203125")
    #expect(lines[4].hasPrefix("\"adam:lr=0.1,beta1=0.8\",0,3,0,3,0,0,"))
  }
}
