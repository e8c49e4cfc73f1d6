import Objectives
import Optimizers
import Specifications
import Testing

@testable import Experiments

/// A run that keeps no iterates tells the same numbers.
@Suite struct IterateTests {
  @Test(arguments: ["sgd:lr=0.001", "nesterov:lr=0.001", "schedule-free-sgd", "bfgs", "newton"])
  func numbersDoNotDependOnThem(optimizer: String) throws {
    let settings = try OptimizerCatalogue.settings(optimizer)
    var plan = Plan(budget: Budget(steps: 30))
    let whole = try descend(Rosenbrock(), with: settings, plan: plan)
    plan.keepsIterates = false
    let bare = try descend(Rosenbrock(), with: settings, plan: plan)
    #expect(whole.keepsIterates && !bare.keepsIterates)
    #expect(bare.values == whole.values && bare.gradientNorms == whole.gradientNorms)
    #expect(bare.cumulated == whole.cumulated && bare.outcome == whole.outcome)
    #expect(bare.coordinates == whole.point(0) && bare.evaluationCoordinates.isEmpty)
    #expect(bare.json.description.contains("\"x\":[]"))
  }

  /// What is refused with iterates for its size is made without them, and what is too long without
  /// them is not told to record less.
  @Test func theyNeedNoRoom() throws {
    let function = try FunctionCatalogue.function("sphere:n=100000")
    var plan = Plan(budget: Budget(steps: 6000), stopRules: StopRules(gradientNorm: 1e9))
    let sgd = SGD(learningRate: 0.001)
    let refusal = #expect(throws: SpecificationError.self) {
      try descend(function, with: sgd, plan: plan)
    }
    #expect(refusal?.description.contains("fewer of them recorded") == true)
    plan.keepsIterates = false
    #expect(try descend(function, with: sgd, plan: plan).count == 1)
    plan.budget.steps = 100_000_000
    let limit = #expect(throws: SpecificationError.self) {
      try descend(function, with: sgd, plan: plan)
    }
    #expect(limit?.description.hasSuffix("expected fewer steps") == true)
  }
}
