import Experiments
import Foundation
import Interchange
import JSON
import Specifications
import Statistics
import Testing

/// ERT and ECDF are cocopp's, of our own export, on all functions and under three weights of values
/// and gradients; `benchmarks/peers/coco_export.py` made the numbers.
@Suite struct COCOAgreementTests {
  private struct Peer {
    let targets: [Double]
    let budgets: [Double]
    let weighed: JSONReader.Elements

    init() throws {
      let text = try Data(
        contentsOf: URL(filePath: InterchangeSamples.fixtures + "/cocopp.json"))
      let json = JSONReader(try JSON(parsing: Array(text)))
      targets = try json.member("targets").numbers()
      budgets = try json.member("budgets").numbers()
      weighed = try json.member("weighed").elements()
    }
  }

  /// A gradient comes with its value, so that it is charged in both columns.
  private func axis(_ weight: Int) -> WorkAxis {
    var weights = QueryWeights()
    weights[.gradients] = 1 + weight
    weights[.products] = weight
    return .evaluations(.weights(weights))
  }

  @Test func timesAndDistributionsAreCocopps() throws {
    let peer = try Peer()
    let source = try ImportSource(at: InterchangeSamples.fixtures + "/exdata")
    let table = StudyTable(try ImportRequest(source).read().runs, poolingInstances: true)
    #expect(table.problems.count == 24 && peer.weighed.count == 3)
    for entry in peer.weighed {
      let weights = try entry.member("weights").integers()
      let times = HittingTimes(
        table, to: TargetSet(.absolute, peer.targets), on: axis(weights[1]))
      let found = try entry.member("found").member("lbfgs")
      for (p, problem) in times.grid.problems.enumerated() {
        let theirs = try found.member(String(problem.function.name.dropFirst("bbob-".count)))
        try compareTimes(times, p, try theirs.member("ert").numbers())
        try compareShares(times, p, peer.budgets, try theirs.member("ecdf").numbers())
      }
    }
  }

  /// COCO counts the start too, in runs that fail as in others.
  private func compareTimes(_ times: HittingTimes, _ p: Int, _ theirs: [Double]) throws {
    for (t, value) in theirs.enumerated() {
      let ours = try #require(times.expectedTime(problem: p, optimizer: 0, target: t))
      let runs = times.grid[p, 0]
      let successes = runs.count { $0.times[t].isFinite }
      let start = Double(runs.count) / Double(successes)
      #expect(
        successes == 0 ? value == .infinity : abs(ours.value + start - value) <= 1e-12 * value)
    }
  }

  private func compareShares(
    _ times: HittingTimes, _ p: Int, _ budgets: [Double], _ theirs: [Double]
  ) throws {
    let all = times.grid[p, 0].flatMap(\.times)
    for (budget, share) in zip(budgets, theirs) {
      #expect(abs(Double(all.count { $0 + 1 <= budget }) / Double(all.count) - share) < 1e-12)
    }
  }
}
