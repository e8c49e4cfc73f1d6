import Experiments
import Objectives
import Optimizers
import Testing

@Suite struct GoldenTrajectoryTests {
  @Test func everyLibraryIsThere() {
    let cases = Dictionary(grouping: GoldenFiles.trajectories, by: \.library).mapValues(\.count)
    #expect(cases == ["torch": 186, "optax": 228, "pytorch_optimizer": 204, "keras": 88])
    #expect(GoldenFiles.trajectories.count == 706)
    #expect(GoldenFiles.trajectories.count(where: \.isFaulty) == 2)
  }

  /// A row leaves out no hyper-parameter that is on.
  @Test(arguments: GoldenFiles.trajectories.filter { !$0.isFaulty })
  func everyHyperparameterIsSaid(_ golden: GoldenTrajectory) throws {
    let dialect = try #require(Dialects.dialect(of: golden), "no row says it")
    #expect(dialect.unsaid(golden) == [])
  }

  /// Every checkpoint of every case, to the tolerance that the case states.
  @Test(arguments: GoldenFiles.trajectories.filter { !$0.isFaulty })
  func isReproduced(_ golden: GoldenTrajectory) throws {
    let dialect = try #require(Dialects.dialect(of: golden), "no row says it")
    let text = try #require(Dialects.specification(golden))
    let trajectory = try run(golden, text)
    #expect(Array(trajectory.steps) == golden.k, "\(text) ended: \(trajectory.outcome)")
    for i in 0..<min(trajectory.count, golden.k.count) {
      let (x, other) = (trajectory.point(i), trajectory.evaluationPoint(i))
      let ours = dialect.comparesEvaluationPoint ? other : x
      expectClose(ours, golden.steps[i], golden.atol[i], "\(text) at \(golden.k[i])")
      if let extra = golden.extra {
        let second = dialect.comparesEvaluationPoint ? x : other
        expectClose(
          second, extra.values[i], golden.atol[i], "\(extra.name), \(text) at \(golden.k[i])")
      }
    }
  }

  /// A faulty case has no row; it says why.
  @Test(arguments: GoldenFiles.trajectories.filter(\.isFaulty))
  func faultyCasesHaveNoRow(_ golden: GoldenTrajectory) {
    #expect(Dialects.dialect(of: golden) == nil)
  }

  /// The first call of optax's rprop moves nothing, the second as the first should.
  @Test(arguments: GoldenFiles.trajectories.filter { $0.id.hasPrefix("optax/rprop") })
  func optaxRpropIsACallLate(_ golden: GoldenTrajectory) throws {
    let trajectory = try run(golden, "rprop:lr=0.01")
    #expect(golden.steps[1] == golden.start)
    expectClose(trajectory.point(1), golden.steps[2], golden.atol[2], "first step")
  }

  private func run(_ golden: GoldenTrajectory, _ text: String) throws -> Trajectory {
    let function = try golden.function()
    let settings = try OptimizerCatalogue.settings(text)
    let plan = Plan(budget: Budget(steps: golden.k.last), cadence: .steps(golden.k))
    return try descend(function, with: settings, from: golden.start, plan: plan)
  }

  private func expectClose(
    _ ours: [Double], _ theirs: [Double], _ tolerance: Double, _ comment: String
  ) {
    for (a, b) in zip(ours, theirs) {
      #expect(abs(a - b) <= tolerance, "\(comment): \(a) is not \(b) to \(tolerance)")
    }
  }
}
