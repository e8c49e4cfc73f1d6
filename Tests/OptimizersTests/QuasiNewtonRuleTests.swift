import LinearAlgebra
import Objectives
import Testing

@testable import Optimizers

/// L-BFGS as torch and optax have it. The points are compared with theirs among the golden
/// trajectories; here are the queries, and what the rules say beside.
@Suite struct QuasiNewtonRuleTests {
  /// Gradients asked for after some steps, as an independent program with torch's rules counts
  /// them. (Once at the minimum the counts depend on rounding, where a step may still move.)
  @Test(arguments: [
    ("search=minfunc", [1: 25, 2: 44, 3: 45, 5: 47, 10: 52]),
    (
      "search=minfunc,iterations=1,evaluations=26",
      [1: 3, 2: 5, 3: 7, 5: 11, 10: 21, 20: 45]
    ),
    ("search=minfunc,memory=2,iterations=1,evaluations=26", [5: 11, 10: 22, 20: 45]),
    ("lr=0.1", [1: 20, 2: 40, 6: 120]),
  ])
  func gradientsAreAskedForAsInTorch(_ settings: String, _ counts: [Int: Int]) throws {
    for (steps, count) in counts {
      let run = try rosenbrock("preset=torch," + settings, steps: steps)
      #expect(run.steps == steps)
      #expect(run.oracle.gradientCount == count, "\(settings), \(steps) steps")
    }
  }

  @Test func whatIsKnownIsAskedForOnce() throws {
    let torch = try rosenbrock("preset=torch,search=minfunc", steps: 10)
    let ours = try rosenbrock("preset=torch,search=minfunc,ask-anew=false", steps: 10)
    #expect(ours.x == torch.x)
    #expect(ours.oracle.points.count == Set(ours.oracle.points).count)
  }

  @Test func iterationsInAStepAreStepsOfOne() throws {
    let many = try rosenbrock("iterations=7", steps: 3)
    let single = try rosenbrock("iterations=1", steps: 21)
    #expect(many.x == single.x)
    #expect(many.oracle.gradientCount == single.oracle.gradientCount)
  }

  /// Also in the midst of the iterations of a step.
  @Test(arguments: ["preset=torch", "preset=torch,search=minfunc", "preset=optax", "iterations=4"])
  func refusedQueriesLeaveTheIterate(_ settings: String) throws {
    for budget in 0..<45 {
      let run = try rosenbrock(settings, steps: 100, mostQueries: budget)
      let before = try rosenbrock(settings, steps: run.steps)
      #expect(run.halt == .budgetSpent("queries"))
      #expect(run.oracle.gradientCount == budget)
      #expect(run.x == before.x)
    }
  }

  @Test func torchStaysAtAMinimum() throws {
    for search in ["fixed", "minfunc"] {
      let run = try rosenbrock("preset=torch,search=\(search)", from: [1, 1], steps: 3)
      #expect(run.halt == nil)
      #expect(run.x == [1, 1])
      #expect(run.oracle.gradientCount == 3)
    }
  }

  /// f = −x² curves down everywhere: every pair has yᵀs < 0.
  @Test func pairsOfNegativeCurvatureAreForOptaxOnly() throws {
    let oracle = TestOracle(dimension: 1) { (-$0[0] * $0[0], [-2 * $0[0]]) }
    let points = try ["torch", "optax"].map { preset in
      let text = "lbfgs:preset=\(preset),iterations=1,lr=0.5"
      return try run(text, from: [0.25], on: oracle, steps: 2).x
    }
    // Both: 0.25 + 0.5 · 0.5. Then torch along −g = 1, optax to the maximum by half.
    #expect(points == [[1], [0.25]])
  }

  private func rosenbrock(
    _ settings: String, from start: Vector = [-1.2, 1], steps: Int, mostQueries: Int = .max
  ) throws -> Run {
    var oracle = TestOracle(Rosenbrock())
    oracle.mostQueries = mostQueries
    return try run("lbfgs:" + settings, from: start, on: oracle, steps: steps)
  }

  private func run(
    _ text: String, from start: Vector, on oracle: TestOracle, steps: Int
  ) throws -> Run {
    let settings = try #require(OptimizerCatalogue.settings(text) as? LBFGS)
    return Run(settings, from: start, on: oracle, tolerance: -1, mostSteps: steps)
  }
}
