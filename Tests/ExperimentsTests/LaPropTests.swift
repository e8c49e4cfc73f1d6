import Experiments
import Objectives
import Optimizers
import Testing

/// pytorch_optimizer's LaProp rounds 1/(1−β₁ᵗ) to single precision, so that its trajectories are
/// ours only to that precision.
@Suite struct LaPropTests {
  static let goldens = GoldenFiles.trajectories.filter { $0.optimizer == "LaProp" }

  @Test func theRuleIsTheSame() throws {
    #expect(Self.goldens.count == 2)
    for golden in Self.goldens {
      let ours = try run(golden)
      for (i, point) in golden.steps.enumerated() {
        for (a, b) in zip(ours.point(i), point) { #expect(abs(a - b) <= 1e-6, "\(golden.k[i])") }
      }
    }
  }

  /// 1/0.1 is not changed by the rounding, 1/0.19 is: the second step is longer by that factor.
  @Test func theSecondStepIsRounded() throws {
    let factor = Double(Float(1 / 0.19)) * 0.19
    #expect(abs(factor - 1) > 5e-9)
    for golden in Self.goldens {
      let ours = try run(golden)
      for j in golden.start.indices {
        #expect(abs(ours.point(1)[j] - golden.steps[1][j]) <= golden.atol[1])
        let step = ours.point(2)[j] - ours.point(1)[j]
        let theirs = golden.steps[2][j] - golden.steps[1][j]
        #expect(abs(theirs - factor * step) <= golden.atol[2])
        #expect(abs(theirs - step) > 10 * golden.atol[2])
      }
    }
  }

  private func run(_ golden: GoldenTrajectory) throws -> Trajectory {
    guard case .number(let rate) = golden.hyperparameters["lr"] else { throw Missing() }
    let function = try golden.function()
    let settings = try OptimizerCatalogue.settings("laprop:preset=pytorch-optimizer,lr=\(rate)")
    let plan = Plan(budget: Budget(steps: golden.k.last), cadence: .steps(golden.k))
    return try descend(function, with: settings, from: golden.start, plan: plan)
  }

  private struct Missing: Error {}
}
