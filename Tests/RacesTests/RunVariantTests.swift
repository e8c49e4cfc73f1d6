import Experiments
import Objectives
import Optimizers
import Specifications
import Testing

@testable import Races

struct RunVariantTests {
  private let beale = Beale()

  @Test func gridsTakeTheCentresOfCells() throws {
    let starts = try StartRule(spelling: "grid:3x2").points(in: beale, seed: 0)
    #expect(
      starts == [[-3, -2.25], [0, -2.25], [3, -2.25], [-3, 2.25], [0, 2.25], [3, 2.25]])
  }

  @Test(arguments: [
    ("x^2", "grid:4", [[-3.75], [-1.25], [1.25], [3.75]]),
    (
      "x^2+y^2+z^2", "grid:2x1x2",
      [[-2.5, 0, -2.5], [2.5, 0, -2.5], [-2.5, 0, 2.5], [2.5, 0, 2.5]]
    ),
    ("beale", "grid:1e0x1", [[0, 0]]),
  ])
  func gridsHaveANumberForEachVariable(
    function: String, rule: String, expected: [[Double]]
  ) throws {
    let function = try FunctionCatalogue.function(function)
    let starts = try StartRule(spelling: rule).points(in: function, seed: 0)
    #expect(starts == expected)
  }

  @Test(arguments: [
    ("x^2", "grid:2x2", "grid:10"), ("sphere:n=3", "grid:2x2", "grid:10x10x10"),
    ("sphere:n=5", "grid:3", "one for each, or random:100"),
  ])
  func gridsOfOtherDimensionsAreErrors(function: String, rule: String, expected: String) throws {
    let function = try FunctionCatalogue.function(function)
    let rule = try StartRule(spelling: rule)
    let error = #expect(throws: SpecificationError.self) { try rule.points(in: function, seed: 0) }
    #expect(error?.description.hasSuffix("expected " + expected) == true)
  }

  @Test func randomStartsDependOnTheSeedAlone() throws {
    let rule = try StartRule(spelling: "random:50")
    let starts = try rule.points(in: beale, seed: 1)
    #expect(try starts == rule.points(in: beale, seed: 1))
    #expect(try starts != rule.points(in: beale, seed: 2))
    #expect(starts.count == 50 && starts.allSatisfy { $0.allSatisfy((-4.5...4.5).contains) })
  }

  @Test(arguments: [
    "grid", "grid:", "grid:3x", "grid:0x3", "grid:1.5x2", "random:x", "sobol:3", "",
  ])
  func otherRulesAreErrors(text: String) {
    #expect(throws: SpecificationError.self) { try StartRule(spelling: text) }
  }

  @Test func runsAreStartsTimesSeeds() throws {
    let variants = RunVariants(starts: try StartRule(spelling: "random:3"), seeds: 2)
    let plan = Plan(budget: Budget(steps: 10), seed: 5)
    let runs = try variants.runs(of: beale, from: beale.start, plan: plan)
    #expect(runs.map(\.plan.seed) == [5, 6, 5, 6, 5, 6])
    #expect(Set(runs.map(\.start)).count == 3)
    #expect(throws: SettingError.self) {
      try RunVariants(starts: .random(10_000), seeds: 2)
        .runs(of: beale, from: beale.start, plan: plan)
    }
  }

  /// Twice the same optimizer from one start are two entrants, no cloud.
  @Test func equalRunsAreNoCloud() throws {
    let given = try GivenOptimizer.list("adam,adam")
    func groups(_ variants: RunVariants) throws -> [Int] {
      let problem = RacePlan.Problem(
        beale, from: beale.start, plan: Plan(budget: Budget(steps: 5)))
      return try RacePlan([problem], optimizers: given, variants: variants)
        .run()[0].entrants.map(\.count)
    }
    #expect(try groups(RunVariants()) == [1, 1])
    #expect(try groups(RunVariants(starts: .random(3))) == [3, 3])
  }
}
