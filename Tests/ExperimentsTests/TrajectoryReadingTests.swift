import Foundation
import JSON
import Objectives
import Optimizers
import Testing

@testable import Experiments

/// A trajectory read from its own JSON is the same.
@Suite struct TrajectoryReadingTests {
  static let runs = [
    ("rosenbrock", "adam:lr=0.2"), ("rosenbrock:n=5", "lbfgs"), ("beale", "nesterov:lr=0.001"),
    ("saddle", "sgd:lr=0.1"), ("quadratic:n=3,condition=1000", "newton"),
    ("noisy(sphere,sigma=0.1)", "momentum"), ("sphere", "schedule-free-sgd"),
    ("ackley", "newton-cg"),
  ]

  private static func read(_ text: String) throws -> Trajectory {
    try Trajectory(reading: JSONReader(JSON(parsing: Array(text.utf8))))
  }

  private static func run(_ function: String, _ optimizer: String) throws -> Trajectory {
    let plan = Plan(
      budget: Budget(steps: 60), stopRules: StopRules(gradientNorm: 1e-9), seed: .max)
    let function = try FunctionCatalogue.function(function)
    return try descend(function, with: OptimizerCatalogue.settings(optimizer), plan: plan)
  }

  @Test(arguments: runs)
  func isReadAsWritten(_ function: String, _ optimizer: String) throws {
    let trajectory = try Self.run(function, optimizer)
    let read = try Self.read(trajectory.json.description)
    // Line searches record the first rate as NaN, which equals nothing.
    let hasNaN = trajectory.learningRates.contains(where: \.isNaN)
    #expect(hasNaN || read == trajectory)
    #expect(read.json.description == trajectory.json.description)
  }

  /// A recording says whether steps were left out, whatever cadence did so.
  @Test(arguments: [
    (Cadence.all, "every step"), (.logarithmic, "some steps"),
    (.steps([0, 20, 40, 60]), "some steps"), (.steps(Array(0...60)), "every step"),
  ])
  func stepsLeftOutAreTold(_ cadence: Cadence, _ recorded: String) throws {
    let plan = Plan(budget: Budget(steps: 60), cadence: cadence)
    let text = try descend(Booth(), with: SGD(), plan: plan).json.description
    #expect(text.contains("\"recorded\":\"\(recorded)\""))
    #expect(try Self.read(text).json.description == text)
  }

  /// Numbers that only overflow makes, and those at the ends of the format's range.
  @Test func extremesAreReadAsWritten() throws {
    var trajectory = try Self.run("saddle", "sgd:lr=0.1")
    let extremes = [Double.leastNonzeroMagnitude, -0.0, .greatestFiniteMagnitude, 0.1 + 0.2]
    trajectory.values.replaceSubrange(0..<extremes.count, with: extremes)
    trajectory.coordinates.replaceSubrange(0..<extremes.count, with: extremes)
    // Where a run diverges it ends.
    trajectory.values[trajectory.count - 1] = .infinity
    trajectory.coordinates.replaceSubrange(
      (trajectory.coordinates.count - 2)..., with: [-.infinity, .nan])
    let read = try Self.read(trajectory.json.description)
    #expect(read.values.map(\.bitPattern) == trajectory.values.map(\.bitPattern))
    #expect(read.coordinates.map(\.bitPattern) == trajectory.coordinates.map(\.bitPattern))
    trajectory.gradientNorms[3] = .nan
    #expect(try Self.read(trajectory.json.description).gradientNorms[3].isNaN)
  }

  @Test(arguments: [
    ("\"dimension\":2", "\"dimension\":0", "expected 1 or more"),
    ("\"schema\":1", "\"schema\":2", "schema: 2 is of a newer Descent; expected at most 1"),
    ("\"every step\"", "\"some steps\"", "recorded: expected 'every step', as step says"),
    ("\"schema\":1", "\"schema\":0", "schema: 0; expected 1"),
    ("\"schema\":1", "\"schema\":\"1\"", "schema: "),
    ("\"dimension\":2", "\"dimension\":3", "x[0]: 2 numbers; expected 3"),
    ("\"step\":[0,1,2]", "\"step\":[0,1]", "3 entries; expected 2, as many as of step"),
    ("\"step\":[0,1,2]", "\"step\":[0,2,1]", "entry 2 is 1; expected numbers that ascend from 0"),
    ("\"gradients\":[0,1,2]", "\"gradients\":[-1,1,2]", "entry 0 is -1"),
    ("\"step\":[0,1,2]", "\"step\":[0,1,9223372036854775807]", "expected at most 1000000000000"),
    ("\"gradients\":[0,1,2]", "\"gradients\":[0,1,1000000000001]", "expected at most"),
    ("\"step\":[0,1,2]", "\"step\":[1,2,3]", "expected steps that begin at 0"),
    ("\"step\":[0,1,2]", "\"step\":[0,1,1]", "1 comes twice"),
    ("\"step\":[0,1,2]", "\"step\":[]", "expected steps that begin at 0"),
    ("\"x\":[[1,3]", "\"x\":[[1,\"nan\"]", "x[0]: expected finite numbers"),
    ("\"value\":[0", "\"value\":[\"inf\"", "value: entry 0 is inf"),
    ("\"minimum\":0", "\"minimum\":\"-inf\"", "minimum: -inf; expected a finite number"),
    ("\"gradientNorm\":[0", "\"gradientNorm\":[-1", "entry 0 is -1.0; expected a norm"),
    ("\"learningRate\":[0.01", "\"learningRate\":[\"inf\"", "entry 0 is inf"),
    ("\"counts\":{\"values\":0", "\"counts\":{\"values\":-1", "counts.values: -1; expected 0"),
    ("\"gradients\":2,", "\"gradients\":1,", "counts.gradients: 1; expected 2"),
    ("\"samples\":0", "\"samples\":9223372036854775807", "counts.samples"),
    ("\"outcome\":\"budget spent\"", "\"outcome\":\"won\"", "'won' is unknown; expected one of"),
  ])
  func contradictionsAreNamed(_ right: String, _ wrong: String, _ message: String) throws {
    let text = try descend(Booth(), with: SGD(), from: [1, 3], steps: 2).json.description
    try #require(text.contains(right))
    let error = #expect(throws: JSONError.self) {
      try Self.read(text.replacingOccurrences(of: right, with: wrong))
    }
    #expect(error?.description.contains(message) == true)
  }

  /// What any optimizer records of a function that overflows is a recording.
  @Test(arguments: OptimizerCatalogue.all.map { $0.card.name })
  func whatIsWrittenIsRead(_ name: String) throws {
    let hostile = [
      "saddle", "exp(x^2+y^2)", "log(x)+y^2", "x^4-x^2-y^2+y^4", "1e308*(x+y)", "-exp(x)+y^2",
      "1e-308*(x^2+y^2)", "x+y+1/0", "x^1000+y^1000",
    ]
    for function in hostile {
      let trajectory = try Self.run(function, name)
      let read = try Self.read(trajectory.json.description)
      #expect(read.json.description == trajectory.json.description)
    }
  }

  /// Steps uphill and steps without end, too.
  @Test(arguments: [
    "polyak:variant=sps,minimum=10", "polyak:variant=sps,minimum=1e308,max-lr=inf",
    "polyak:variant=sps,c=1e-308,max-lr=inf",
  ])
  func anyLearningRateIsRead(_ optimizer: String) throws {
    var rates: [Double] = []
    for function in ["saddle", "1e-150*(x^2+y^2)", "1e10+1e-5*(x+y)", "log(x)+y^2"] {
      let trajectory = try Self.run(function, optimizer)
      rates += trajectory.learningRates
      let text = trajectory.json.description
      #expect(try Self.read(text).json.description == text, "\(function)")
    }
    #expect(rates.contains { $0 < 0 || $0.isInfinite })
  }

  /// The largest budgets have no more entries than there are whole numbers.
  @Test(arguments: [Cadence.all, .logarithmic])
  func entriesOfHugeBudgetsAreCounted(_ cadence: Cadence) {
    #expect(cadence.entries(within: .max) > 0)
    #expect(cadence.entries(within: 3) == 5)
  }
}
