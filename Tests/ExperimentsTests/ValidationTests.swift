import Experiments
import LinearAlgebra
import Objectives
import Optimizers
import Specifications
import Testing

/// What is set in code is held to the ranges of specifications.
@Suite struct ValidationTests {
  /// Every method as it comes, and every dialect of it.
  @Test func everyDefaultAndPresetIsValid() throws {
    for type in OptimizerCatalogue.all {
      try type.init().validate()
      for preset in type.presetNames {
        try OptimizerCatalogue.settings("\(type.name):preset=\(preset)").validate()
      }
    }
  }

  private static func made<S: OptimizerSettings>(_ change: (inout S) -> Void) -> S {
    var settings = S()
    change(&settings)
    return settings
  }

  private static let refused: [(settings: any OptimizerSettings, message: String)] = [
    (
      Adam(learningRate: -1, beta1: 2),
      "adam: lr=-1 is not accepted; expected a number in [0, inf), or a schedule"
    ),
    (
      Adam(learningRate: 0.1, beta1: 2),
      "adam: beta1=2 is not accepted; expected a number in [0, 1)"
    ),
    (Adam(learningRate: 0.1, beta1: .nan), "adam: beta1=nan is not accepted"),
    (made { (s: inout LBFGS) in s.memory = -1 }, "lbfgs: memory=-1 is not accepted"),
    (
      made { (s: inout BFGS) in s.lineSearch.constants.contraction = 1 },
      "bfgs: shrink=1 is not accepted"
    ),
    (
      made { (s: inout BFGS) in s.lineSearch.constants.sufficientDecrease = 0.95 },
      "bfgs: c1 must be less"
    ),
    (made { (s: inout Sophia) in s.diagonal.samples = 0 }, "sophia: samples=0 is not accepted"),
    (
      SGD(learningRate: .scheduled(WarmupSchedule.wrong)),
      "sgd: lr=warmup(0.1,steps=-1) is not accepted; expected a number in [0, inf), or a schedule "
        + "(warmup: steps=-1 is not accepted; expected a whole number, 1 or more)"
    ),
    (
      made { (s: inout Lookahead) in s.base = Adam(learningRate: 0.1, beta1: 2) },
      "lookahead: of=adam(lr=0.1,beta1=2) is not accepted; expected a method of gradients (adam: "
        + "beta1=2"
    ),
  ]

  @Test(arguments: refused.indices) func settingsOutOfRangeDoNotRun(_ index: Int) {
    let (settings, message) = Self.refused[index]
    let error = #expect(throws: SpecificationError.self) {
      try descend(Beale(), with: settings, steps: 3)
    }
    #expect(error?.description.hasPrefix(message) == true, "\(String(describing: error))")
  }

  @Test func aMethodOfOnesOwnMayStandInAWrapper() throws {
    var lookahead = Lookahead()
    lookahead.base = SGD(learningRate: 0.01)
    #expect(try descend(Booth(), with: lookahead, steps: 3).outcome.kind == .budgetSpent)
  }

  private static let plans: [(plan: Plan, message: String)] = [
    (Plan(budget: Budget(steps: -5)), "-5 steps; expected 0 to 1000000000000"),
    (Plan(budget: Budget(steps: 5, gradients: -1)), "-1 gradients; expected 0 to 1000000000000"),
    (Plan(budget: Budget(evaluations: -1)), "-1 evaluations; expected 0 to 1000000000000"),
    (
      Plan(budget: Budget(steps: 1_000_000_000_001)),
      "1000000000001 steps; expected 0 to 1000000000000"
    ),
    (
      Plan(budget: Budget(steps: 5), stopRules: StopRules(idleSteps: 0)),
      "0 idle steps; expected 1 or more"
    ),
    (
      Plan(budget: Budget(steps: 5), stopRules: StopRules(targetExcess: -1)),
      "the target excess -1 is not accepted"
    ),
    (
      Plan(budget: Budget(steps: 5), stopRules: StopRules(gradientNorm: .nan)),
      "the gradient norm nan is not accepted"
    ),
    (
      Plan(budget: Budget(steps: 5), cadence: .steps([3, 1])),
      "step 1 is to be recorded after step 3; expected ascending steps"
    ),
    (
      Plan(budget: Budget(steps: 5), cadence: .steps([-1])),
      "step -1 is to be recorded after step 0; expected ascending steps"
    ),
  ]

  @Test(arguments: plans.indices) func plansOutOfRangeDoNotRun(_ index: Int) {
    let (plan, message) = Self.plans[index]
    let error = #expect(throws: SpecificationError.self) {
      try descend(Beale(), with: SGD(), plan: plan)
    }
    #expect(error?.description.hasPrefix(message) == true, "\(String(describing: error))")
  }
}

extension WarmupSchedule {
  fileprivate static var wrong: Self {
    var schedule = Self()
    schedule.steps = -1
    return schedule
  }
}
