import JSON
import LinearAlgebra
import Objectives
import Optimizers
import Testing

@testable import Experiments

struct DetailTests {
  private func run(
    _ optimizer: String, on function: any TestFunction = Rosenbrock(),
    budget: Budget = Budget(steps: 30), cadence: Cadence = .all, isDetailed: Bool = true
  ) throws -> Trajectory {
    try descend(
      function, with: OptimizerCatalogue.settings(optimizer),
      plan: Plan(budget: budget, cadence: cadence, isDetailed: isDetailed))
  }

  /// All but the details is the same, to the digit, whatever ends the run.
  @Test(arguments: OptimizerCatalogue.names)
  func detailChangesNothingElse(_ name: String) throws {
    for budget in [Budget(steps: 30), Budget(gradients: 17), Budget(evaluations: 23)] {
      let plain = try run(name, budget: budget, isDetailed: false)
      var detailed = try run(name, budget: budget)
      #expect(plain.details.isEmpty)
      #expect(detailed.details.count == detailed.count)
      detailed.details = []
      #expect(detailed.json.description == plain.json.description)
    }
  }

  @Test(arguments: [Cadence.all, .logarithmic, .steps([3, 4, 11])])
  func everyEntryHasADetail(cadence: Cadence) throws {
    let all = try run("bfgs", budget: Budget(steps: 20))
    let some = try run("bfgs", budget: Budget(steps: 20), cadence: cadence)
    #expect(some.details.count == some.count)
    for (i, step) in some.steps.enumerated() { #expect(some.details[i] == all.details[step]) }
  }

  /// What a step that the budget cuts off has done to the method's memory is not shown.
  @Test(arguments: OptimizerCatalogue.names, [13, 14, 15])
  func stepsCutOffAreNotShown(_ name: String, gradients: Int) throws {
    let budget = Budget(steps: 30, gradients: gradients)
    let all = try run(name, budget: budget)
    let ends = try run(name, budget: budget, cadence: .steps([]))
    #expect(ends.steps.last == all.steps.last)
    #expect(ends.details.last?.diagnostics == all.details.last?.diagnostics)
  }

  @Test func gradientsAreThoseOfTheIterates() throws {
    let trajectory = try run("nesterov:lr=0.001")
    for i in 0..<trajectory.count {
      #expect(trajectory.details[i].gradient == Rosenbrock().gradient(at: trajectory.point(i)))
    }
  }

  /// Every query of a line search is at an end of the step or at a trial point.
  @Test(arguments: ["cg", "bfgs", "lbfgs", "newton:search=strong-wolfe", "steepest-descent"])
  func trialsAreWhereALineSearchAsked(_ name: String) throws {
    let trajectory = try run(name, budget: Budget(steps: 15))
    #expect(trajectory.details[0].trials.isEmpty)
    var asked = 1
    for i in 1..<trajectory.count {
      let trials = trajectory.details[i].trials
      let (from, to) = (trajectory.point(i - 1), trajectory.point(i))
      #expect(!trials.contains(from) && !trials.contains(to))
      asked += trials.count + 1
      // On the line of the step.
      for trial in trials {
        let (s, t) = (zip(to, from).map { $0 - $1 }, zip(trial, from).map { $0 - $1 })
        #expect(abs(s[0] * t[1] - s[1] * t[0]) <= 1e-9 * s.norm * t.norm)
      }
      #expect(trajectory.cumulated[i][.gradients] == asked)
    }
  }

  @Test func aLookAheadIsATrial() throws {
    let trajectory = try run("nesterov:lr=0.001", budget: Budget(steps: 5))
    for i in 2..<trajectory.count {
      #expect(trajectory.details[i].trials == [trajectory.evaluationPoint(i - 1)])
    }
  }

  @Test func trialsAreLimited() throws {
    let run = try run("gauss-newton", on: FunctionCatalogue.function("mgh-3"))
    for detail in run.details { #expect(detail.trials.count <= StepDetail.mostTrials) }
  }

  @Test func whatIsNotFiniteIsNotShown() throws {
    let trajectory = try run("momentum:lr=10", budget: Budget(steps: 100))
    #expect(trajectory.outcome.kind == .diverged)
    let numbers = trajectory.details.flatMap(\.diagnostics).flatMap(\.numbers)
    #expect(!numbers.isEmpty && numbers.allSatisfy(\.isFinite))
  }

  @Test func tooMuchDetailIsRefused() throws {
    let plan = Plan(budget: Budget(steps: 100_000), isDetailed: true)
    let function = try FunctionCatalogue.function("rosenbrock:n=1000")
    #expect(throws: (any Error).self) { try descend(function, with: SGD(), plan: plan) }
    #expect(StepDetail.numbers(dimension: .max / 4, storesMatrix: true) == .max)
  }

  @Test func recordingsAreWrittenInDetail() throws {
    let text = try run("momentum:lr=0.001", budget: Budget(steps: 1)).json.description
    #expect(text.contains("\"details\":[{\"gradient\":["))
    #expect(text.contains("\"diagnostics\":{\"momentum\":["))
    #expect(text.hasSuffix("\"trials\":[]}]}"))
    #expect(try !run("sgd", isDetailed: false).json.description.contains("details"))
  }

  @Test(arguments: ["adam", "bfgs", "trust-exact", "cg", "nesterov"])
  func detailsAreReadAsTheyWereWritten(_ name: String) throws {
    let function = try FunctionCatalogue.function("rosenbrock:n=4")
    let written = try run(name, on: function)
    let json = try JSON(parsing: Array(written.json.description.utf8))
    let read = try Trajectory(reading: JSONReader(json))
    #expect(read.details == written.details)
    // As text, since step lengths may be NaN.
    #expect(read.json.description == written.json.description)
  }

  @Test(arguments: [
    (#""gradient":["#, #""gradient":[1,"#), (#""trials":[["#, #""trials":[[1,"#),
    (#""inverse":["#, #""inverse":[1,"#), (#""diagnostics":"#, #""shown":"#),
  ])
  func detailsOfAnotherShapeAreRefused(part: String, wrong: String) throws {
    let text = try run("bfgs").json.description
    #expect(text.contains(part))
    let json = try JSON(parsing: Array(text.replacing(part, with: wrong).utf8))
    #expect(throws: JSONError.self) { try Trajectory(reading: JSONReader(json)) }
  }
}
