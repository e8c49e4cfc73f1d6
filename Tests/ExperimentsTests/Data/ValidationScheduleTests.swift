import JSON
import LinearAlgebra
import Objectives
import Optimizers
import Specifications
import Testing

@testable import Experiments

/// Rates that follow the validation loss, and parameters that are kept where it is lowest.
@Suite struct ValidationScheduleTests {
  private static let network = "mlp:data=moons(n=30,noise=0.3),hidden=6,batch=10"

  private func run(
    _ optimizer: String, on function: String = network, steps: Int = 90,
    cadence: Cadence = .every(3), keepsIterates: Bool = false
  ) throws -> Trajectory {
    var plan = Plan(budget: Budget(steps: steps), cadence: cadence, seed: 4)
    plan.keepsIterates = keepsIterates
    return try descend(
      try FunctionCatalogue.function(function), with: try OptimizerCatalogue.settings(optimizer),
      plan: plan)
  }

  private func losses(_ run: Trajectory) throws -> [Double] {
    try #require(run.figures.first { $0.name == "validation loss" }).values
  }

  /// The rule told in words, without a threshold: P + 1 losses in a row that are not below the
  /// lowest halve the rate of the steps after. Every kind of method that has a rate follows it.
  @Test(arguments: [
    "sgd:lr=RATE", "momentum:lr=RATE", "nesterov:lr=RATE", "adam:lr=RATE", "rmsprop:lr=RATE",
    "lookahead(sgd:lr=RATE)", "sam(sgd:lr=RATE)", "clip(adam:lr=RATE,norm=1)",
    "schedule-free-sgd:lr=RATE",
  ])
  func ratesFollowTheLossPerEpoch(optimizer: String) throws {
    let rate = "plateau(0.3,factor=0.5,patience=1,threshold=0,loss=validation)"
    let run = try run(optimizer.replacing("RATE", with: rate))
    let losses = try losses(run)
    var (best, bad, rate0) = (Double.infinity, 0, 0.3)
    var drops = 0
    for i in 0..<(run.count - 1) {
      (best, bad) = losses[i] < best ? (losses[i], 0) : (best, bad + 1)
      if bad > 1 { (rate0, bad, drops) = (rate0 / 2, 0, drops + 1) }
      #expect(run.learningRates[i + 1] == rate0, "\(optimizer), entry \(i + 1)")
    }
    #expect(drops > 0, "nothing to see: \(losses)")
  }

  /// Inside other schedules: the part that is on hears the loss, and none before the warm-up is
  /// over.
  @Test(arguments: [
    "warmup(plateau(0.3,factor=0.5,patience=0,threshold=0,loss=validation),steps=6)",
    "sequence(0.3,plateau(0.3,factor=0.5,patience=0,threshold=0,loss=validation),at=7)",
  ])
  func schedulesInsideHearIt(rate: String) throws {
    let run = try run("sgd:lr=\(rate)")
    let rates = (0..<run.count).map { run.learningRates[$0] }
    #expect(rates.contains(0.3) && rates.contains(0.15))
    let steps = run.steps.filter { $0 > 0 && $0 <= 6 }
    #expect(!steps.isEmpty)
    let plain = try self.run("sgd:lr=" + rate.replacing("loss=validation", with: "loss=step"))
    #expect(rates != (0..<plain.count).map { plain.learningRates[$0] })
  }

  @Test(arguments: ["sgd", "momentum", "adam", "lookahead(sgd:lr=RATE)", "nesterov"])
  func withoutAValidationLossThereIsNoRate(optimizer: String) throws {
    let rate = "plateau(0.001,loss=validation)"
    let name = optimizer.contains("RATE") ? optimizer : optimizer + ":lr=RATE"
    let run = try run(name.replacing("RATE", with: rate), on: "rosenbrock", cadence: .all)
    #expect(run.outcome.kind == .failed && run.outcome.reason.contains("validation loss"))
    #expect(run.steps.last == 0)
  }

  /// The same before anything runs; where there is a loss, or none is followed, nothing is said.
  @Test(arguments: [
    "sgd:lr=RATE", "adam:lr=RATE", "lookahead(sgd:lr=RATE)", "muon:lr=RATE",
    "natural-gradient:lr=RATE", "schedule-free-sgd:lr=RATE", "saga:lr=RATE",
  ])
  func itIsRefusedBefore(optimizer: String) throws {
    func require(_ rate: String, _ function: String) throws {
      try requireValidationLoss(
        for: try OptimizerCatalogue.settings(optimizer.replacing("RATE", with: rate)),
        on: try FunctionCatalogue.function(function))
    }
    let rate = "plateau(0.001,loss=validation)"
    for function in ["rosenbrock", "himmelblau", "quadratic:n=7"] {
      let error = #expect(throws: SpecificationError.self) { try require(rate, function) }
      #expect(error?.description.contains("'\(function)' has not; expected data") == true)
      try require("plateau(0.001)", function)
    }
    try require(rate, Self.network)
    #expect(throws: SpecificationError.self) {
      try BasinMap(
        try FunctionCatalogue.function("himmelblau"),
        try OptimizerCatalogue.settings("sgd:lr=" + rate), columns: 2, rows: 2)
    }
  }

  /// Those of the entry with the lowest loss, whether iterates are kept or not, and in JSON too.
  @Test func theBestParametersAreKept() throws {
    let run = try run("adam:lr=0.3", steps: 120)
    let entry = try #require(run.bestEntry)
    #expect(entry > 0 && entry < run.count - 1)
    let best = try #require(run.bestPoint)
    let function = try FunctionCatalogue.function(Self.network)
    let k = try #require(function.figureNames.firstIndex(of: "validation loss"))
    #expect(function.figures(at: best)[k] == (try losses(run)).min())
    #expect(function.value(at: best) == run.values[entry])
    let whole = try self.run("adam:lr=0.3", steps: 120, keepsIterates: true)
    #expect(whole.bestPoint == whole.point(entry) && whole.point(entry) == best)
    #expect(try Trajectory(reading: JSONReader(whole.json)).bestPoint == best)
    #expect(try self.run("sgd", on: "rosenbrock:n=3", cadence: .all).bestPoint == nil)
  }
}
