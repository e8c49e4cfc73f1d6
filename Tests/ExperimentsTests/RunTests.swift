import Experiments
import Objectives
import Optimizers
import Specifications
import Testing

@Suite struct RunTests {
  /// Whatever the limit, it is kept in the middle of a line search too, and the last recorded
  /// iterate is one that the unlimited run passes.
  @Test(arguments: OptimizerCatalogue.names)
  func budgetsAreKept(_ name: String) throws {
    let settings = try OptimizerCatalogue.settings(name)
    let free = try run(settings, Budget(steps: 40))
    for limit in 1...30 {
      for budget in [Budget(gradients: limit), Budget(evaluations: limit)] {
        let spent = try run(settings, budget)
        #expect(spent.counts[.gradients] <= budget[.gradients] ?? .max)
        #expect(spent.counts.evaluations <= budget.evaluations ?? .max)
        let last = spent.count - 1
        #expect(spent.steps[last] <= limit)
        #expect(spent.point(last) == free.point(spent.steps[last]))
      }
    }
  }

  /// The same run gives the same digits, and what is recorded changes nothing else.
  @Test(arguments: OptimizerCatalogue.names)
  func watchingIsFree(_ name: String) throws {
    let settings = try OptimizerCatalogue.settings(name)
    let all = try run(settings, Budget(steps: 60))
    #expect(try run(settings, Budget(steps: 60)).json.description == all.json.description)
    for cadence in [Cadence.logarithmic, .steps([7, 21])] {
      let some = try run(settings, Budget(steps: 60), cadence)
      #expect(some.counts == all.counts)
      #expect(some.outcome == all.outcome)
      #expect(some.steps.first == 0 && some.steps.last == all.steps.last)
      for (i, step) in some.steps.enumerated() {
        #expect(some.point(i) == all.point(step))
        #expect(some.cumulated[i] == all.cumulated[step])
      }
    }
  }

  @Test func divergenceDoesNotDependOnTheRecording() throws {
    let settings = try OptimizerCatalogue.settings("sgd:lr=0.5")
    let plan = Plan(budget: Budget(steps: 2000))
    var sparse = plan
    sparse.cadence = .steps([])
    let all = try descend(Saddle(), with: settings, plan: plan)
    #expect(all.outcome.kind == .diverged)
    #expect(try descend(Saddle(), with: settings, plan: sparse).outcome == all.outcome)
  }

  @Test func stopRulesEndRuns() throws {
    let sgd = SGD(learningRate: 0.001)
    var plan = Plan(budget: Budget(steps: 100_000))
    plan.stopRules.targetExcess = 1e-3
    let target = try descend(Beale(), with: sgd, plan: plan)
    #expect(target.outcome.kind == .converged)
    #expect(target.values[target.count - 1] <= 1e-3 && target.values[target.count - 2] > 1e-3)
    plan.stopRules = StopRules(gradientNorm: 1e-2)
    let flat = try descend(Beale(), with: sgd, plan: plan)
    #expect(flat.outcome.kind == .converged)
    #expect(flat.gradientNorms[flat.count - 1] <= 1e-2)
    plan.stopRules = StopRules(idleSteps: 5)
    let still = try descend(Booth(), with: sgd, from: [1, 3], plan: plan)
    #expect(still.outcome == Outcome(.converged, "gradient norm 0", at: .minimum))
    #expect(still.steps.last == 1)
    let stuck = try descend(Booth(), with: SGD(learningRate: 0), plan: plan)
    #expect(stuck.outcome.kind == .stalled)
    #expect(stuck.steps.last == 5)
  }

  @Test func unusableRunsAreRefused() throws {
    let plan = Plan(budget: Budget(steps: 1))
    #expect(throws: (any Error).self) {
      try descend(Beale(), with: SGD(), from: [1], plan: plan)
    }
    #expect(throws: (any Error).self) {
      try descend(Beale(), with: SGD(), from: [.nan, 1], plan: plan)
    }
    #expect(throws: (any Error).self) {
      try descend(Beale(), with: SGD(), plan: Plan(budget: Budget()))
    }
    #expect(throws: (any Error).self) {
      try descend(Rosenbrock(n: 1_000_000), with: Newton(), plan: plan)
    }
    #expect(throws: (any Error).self) {
      try descend(Rosenbrock(n: 1_000_000), with: SGD(), steps: 1_000_000)
    }
  }

  /// A shape that does not fit, or none where a square matrix would be too large, also inside.
  @Test(arguments: [
    ("muon:rows=3", 10), ("adafactor:columns=4", 10), ("sm3:rows=2,columns=2", 10),
    ("lookahead(muon:rows=3)", 10), ("soap", 1002), ("shampoo", 1002), ("clip(sam(soap))", 1002),
  ])
  func shapesThatDoNotFitAreRefused(_ optimizer: String, _ n: Int) throws {
    let settings = try OptimizerCatalogue.settings(optimizer)
    let function = try FunctionCatalogue.function("rosenbrock-extended:n=\(n)")
    #expect(throws: SpecificationError.self) {
      try descend(function, with: settings, steps: 1)
    }
  }

  private func run(
    _ settings: any OptimizerSettings, _ budget: Budget, _ cadence: Cadence = .all
  ) throws -> Trajectory {
    try descend(Beale(), with: settings, plan: Plan(budget: budget, cadence: cadence))
  }
}

/// A run that comes to rest says at what.
@Suite struct StationaryOutcomeTests {
  static let cases: [(function: String, optimizer: String, start: [Double], point: PointKind)] = [
    ("saddle-escape", "newton", [1.5, 0], .saddle),
    ("saddle-escape", "newton:alpha=0.4", [1.5, 0], .saddle),
    ("saddle-escape", "steihaug", [1.5, 0], .saddle),
    ("saddle-escape", "newton:alpha=2", [1.5, 0], .minimum),
    ("saddle-escape", "newton:hessian=shifted", [1.5, 0], .minimum),
    ("saddle-escape", "saddle-free", [1.5, 0], .minimum),
    ("saddle-escape", "trust-exact", [1.5, 0], .minimum),
    ("saddle-escape", "arc", [1.5, 0], .minimum),
    ("himmelblau", "newton", [0, 0], .maximum),
    ("himmelblau", "bfgs", [1, 1], .minimum),
    ("three-hump-camel", "bfgs", [2, -1], .localMinimum),
  ]

  @Test(arguments: cases.indices)
  func theKindOfPointIsTold(_ i: Int) throws {
    let (function, optimizer, start, point) = Self.cases[i]
    let plan = Plan(
      budget: Budget(steps: 200), stopRules: StopRules(gradientNorm: 1e-9, idleSteps: 5))
    let trajectory = try descend(
      FunctionCatalogue.function(function), with: OptimizerCatalogue.settings(optimizer),
      from: start, plan: plan)
    #expect(trajectory.outcome.kind == .converged)
    #expect(trajectory.outcome.point == point)
  }

  /// f falls for ever: no gradient is small beside what a step would change.
  @Test(arguments: ["x+y", "x^3", "-1*(x^2+y^2)"], ["bfgs", "lbfgs", "cg"])
  func aFallWithoutEndIsNoConvergence(_ function: String, _ optimizer: String) throws {
    let trajectory = try descend(
      FunctionCatalogue.function(function), with: OptimizerCatalogue.settings(optimizer),
      plan: Plan(budget: Budget(steps: 500)))
    #expect(trajectory.outcome.kind != .converged, "\(trajectory.outcome.text)")
  }
}
