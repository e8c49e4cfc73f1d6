import Experiments
import JSON
import LinearAlgebra
import Objectives
import Optimizers
import Testing

/// Runs over data: what they count, see and record.
@Suite struct MinibatchRunTests {
  private static func run(
    _ function: String, _ optimizer: String, steps: Int, seed: UInt64 = 1,
    rules: StopRules = StopRules(), budget: Budget? = nil, cadence: Cadence = .all
  ) throws -> Trajectory {
    let settings = try OptimizerCatalogue.settings(optimizer)
    let function = try FunctionCatalogue.function(function)
    return try descend(
      function, with: settings,
      plan: Plan(
        budget: budget ?? Budget(steps: steps), stopRules: rules, cadence: cadence, seed: seed))
  }

  @Test func samplesAreCounted() throws {
    let all = try Self.run("mlp:data=moons(n=50)", "sgd", steps: 3)
    #expect(all.counts[.samples] == 150)
    #expect(all.counts[.gradients] == 3)
    // An epoch of 50 in minibatches of 20 ends with one of 10.
    let some = try Self.run("mlp:data=moons(n=50),batch=20", "sgd", steps: 4)
    #expect(Array(some.cumulated[.samples]) == [0, 20, 40, 50, 70])
    let none = try Self.run("beale", "sgd:lr=0.001", steps: 3)
    #expect(none.counts[.samples] == 0)
  }

  @Test func budgetsOfSamplesAreKept() throws {
    var budget = Budget(steps: 1000)
    budget[.samples] = 100
    let run = try Self.run(
      "mlp:data=moons(n=50),batch=20", "sam(sgd)", steps: 0, budget: budget)
    #expect(run.outcome == Outcome(.budgetSpent, "100 samples"))
    #expect(run.counts[.samples] <= 100 && run.counts[.samples] > 80)
    #expect(try Budget(spelling: "samples=100,steps=1000") == budget)
  }

  /// All entrants of a seed see the same minibatches: two names of gradient descent, the same way.
  @Test func entrantsSeeTheSameExamples() throws {
    let log = try ["sgd:lr=0.1", "qhm:lr=0.1,nu=0"].map {
      try Self.run("mlp:data=moons(n=50),batch=5", $0, steps: 20)
    }
    for i in 0..<log[0].count {
      #expect(log[0].point(i).minus(log[1].point(i)).norm <= 1e-12)
    }
    let a = try Self.run("mlp:data=moons(n=50),batch=5", "sgd:lr=0.1", steps: 20, seed: 4)
    let b = try Self.run("mlp:data=moons(n=50),batch=5", "sgd:lr=0.1", steps: 20, seed: 4)
    let c = try Self.run("mlp:data=moons(n=50),batch=5", "sgd:lr=0.1", steps: 20, seed: 5)
    #expect(a == b)
    #expect(a.values != c.values)
  }

  /// What is recorded is f over all examples at the iterate, whatever the method saw.
  @Test func watchingSeesAllExamples() throws {
    let text = "mlp:data=moons(n=50),batch=5"
    let function = try FunctionCatalogue.function(text)
    let run = try Self.run(text, "adam:lr=0.05", steps: 30)
    for i in 0..<run.count { #expect(run.values[i] == function.value(at: run.point(i))) }
    #expect(run.figures.map(\.name) == function.figureNames)
    for i in 0..<run.count {
      #expect(run.figures.map { $0.values[i] } == function.figures(at: run.point(i)))
    }
    let thinned = try Self.run(text, "adam:lr=0.05", steps: 30, cadence: .every(10))
    #expect(Array(thinned.steps) == [0, 10, 20, 30])
    #expect(thinned.values == [0, 10, 20, 30].map { run.values[$0] })
    #expect(thinned.counts == run.counts)
  }

  @Test func recordingsComeBack() throws {
    let run = try Self.run("mlp:data=moons(n=50),batch=5", "adam", steps: 8)
    let again = try Trajectory(reading: JSONReader(JSON(parsing: Array(run.json.description.utf8))))
    #expect(again == run)
  }

  @Test func trainingEndsEarly() throws {
    let run = try Self.run(
      "mlp:data=moons(n=20,noise=0.4),hidden=30", "adam:lr=0.05", steps: 5000,
      rules: StopRules(patience: 25))
    let best = try #require(run.bestEntry)
    #expect(run.outcome.kind == .stalled)
    #expect(run.count - 1 - best == 25)
    let losses = try #require(run.figures.first { $0.name == "validation loss" }).values
    #expect(losses.min() == losses[best])
  }

  private static let searching = OptimizerCatalogue.families
    .filter { ["line-search", "quasi-newton", "newton"].contains($0.name) }
    .flatMap { $0.optimizers.map { $0.card.name } }

  /// Searches and trust regions meet each minibatch's own function: no run ends before its budget,
  /// and J over all examples falls most of the way to its minimum.
  @Test(arguments: Self.searching)
  func searchesTakeMinibatches(_ name: String) throws {
    let text = "logistic-regression:data=moons,l2=0.1"
    let minimum = try #require(try FunctionCatalogue.function(text).searched().minimum)
    let run = try Self.run(text + ",batch=50", name, steps: 60)
    #expect(run.outcome == Outcome(.budgetSpent, "60 steps"))
    let (first, last) = (run.values[0] - minimum, run.values[run.count - 1] - minimum)
    #expect(last < first / 3)
  }

  /// Methods of reduced variance say what they miss.
  @Test(arguments: ["svrg", "sarah", "saga", "sag", "katyusha", "kaczmarz"])
  func methodsOfExamplesNeedMinibatches(_ name: String) throws {
    for function in ["beale", "logistic-regression"] {
      let run = try Self.run(function, name, steps: 5)
      #expect(run.outcome.kind == .failed)
      #expect(run.outcome.reason.contains("batch=1"))
    }
  }

  /// With all examples in each minibatch, corrections vanish: the methods are gradient descent.
  @Test(arguments: ["svrg", "sarah"])
  func fullMinibatchesAreGradientDescent(_ name: String) throws {
    let text = "logistic-regression:data=moons(n=30),l2=0.1"
    let plain = try Self.run(text, "sgd:lr=0.5", steps: 20)
    let full = try Self.run(text + ",batch=30", "\(name):lr=0.5", steps: 20)
    for i in 0..<plain.count {
      #expect(full.point(i).minus(plain.point(i)).norm <= 1e-12)
    }
  }
}
