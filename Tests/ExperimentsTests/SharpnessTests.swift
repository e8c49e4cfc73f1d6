import Experiments
import LinearAlgebra
import Objectives
import Optimizers
import Specifications
import Testing

/// The largest eigenvalue of the Hessian, recorded along runs.
@Suite struct SharpnessTests {
  private static func run(
    _ function: String, _ optimizer: String = "sgd:lr=0.01", steps: Int = 60,
    cadence: Cadence = .all
  ) throws -> Trajectory {
    var plan = Plan(budget: Budget(steps: steps), cadence: cadence)
    plan.watched = .sharpness
    return try descend(
      try FunctionCatalogue.function(function), with: try OptimizerCatalogue.settings(optimizer),
      plan: plan)
  }

  private static func sharpness(_ run: Trajectory) throws -> [Double] {
    try #require(run.figures.first { $0.name == "sharpness" }).values
  }

  /// Wherever there is a number it is LAPACK's, of the dense Hessian over all examples.
  @Test(arguments: [
    "rosenbrock:n=5", "beale", "quadratic:n=20,condition=1000,rotation=householder",
    "mlp:data=moons(n=40),hidden=5", "mlp:data=moons(n=40),hidden=5,batch=10,l2=0.01",
    "mlp:data=circles(n=30),hidden=4/3,activation=tanh,batch-norm=true",
    "logistic-regression:data=blobs(n=60,classes=2)",
  ])
  func sharpnessIsThatOfTheDenseHessian(text: String) throws {
    let run = try Self.run(text, "sgd:lr=0.0001")
    let function = try FunctionCatalogue.function(text)
    let values = try Self.sharpness(run)
    let known = values.indices.filter { !values[$0].isNaN }
    #expect(known.contains(0) && known.contains(run.count - 1) && known.count > 2)
    for i in known {
      var hessian = SymmetricMatrix(order: function.dimension)
      function.hessian(at: run.point(i).span, into: &hessian)
      let eigenvalues = try hessian.eigenvalues()
      let top = try #require(eigenvalues.last)
      #expect(abs(values[i] - top) <= 1e-6 * eigenvalues.largestMagnitude, "entry \(i)")
    }
  }

  /// Of a quadratic it is the condition, at every step the same.
  @Test func sharpnessOfQuadraticsIsConstant() throws {
    let run = try Self.run("quadratic:n=10,condition=50", "sgd:lr=0.01")
    for value in try Self.sharpness(run) where !value.isNaN {
      #expect(abs(value - 50) <= 50e-6)
    }
  }

  /// All else of a recording is the same, to the last bit, and nothing is counted.
  @Test(arguments: ["beale", "mlp:data=moons(n=40),hidden=5,batch=10"])
  func watchingChangesNothing(text: String) throws {
    let watched = try Self.run(text)
    let plain = try descend(
      try FunctionCatalogue.function(text), with: try OptimizerCatalogue.settings("sgd:lr=0.01"),
      steps: 60)
    #expect(watched.values == plain.values && watched.counts == plain.counts)
    #expect(watched.coordinates == plain.coordinates)
    #expect(watched.figures.dropLast() == plain.figures[...])
  }

  /// Between two products' worth of looks the run has asked for as much: of a function of two
  /// variables, that takes two products, every other step.
  @Test func watchingDoesNotDominate() throws {
    let values = try Self.sharpness(try Self.run("beale", "sgd:lr=0.001"))
    let known = values.indices.filter { !values[$0].isNaN }
    #expect(known == Array(stride(from: 0, through: 60, by: 2)))
    // Minibatches of a tenth of the examples: a look is no sooner than ten times its products.
    let sampled = try Self.sharpness(
      try Self.run("mlp:data=moons(n=50),hidden=1,batch=5", steps: 300))
    #expect(sampled.count { !$0.isNaN } < 300 / 10)
  }

  /// Edge of stability: below 2/ε gradient descent on a quadratic converges, above it does not.
  @Test func theLimitIsThatOfQuadratics() throws {
    let settings = try OptimizerCatalogue.settings("sgd:lr=0.01")
    #expect(settings.largestStableCurvature == 200)
    for text in [
      "sgd:lr=power(0.1)", "sgd:lr=0.01,weight-decay=0.1", "momentum:dampening=0.5", "adam",
      "momentum:lr=power(0.1)", "nesterov:weight-decay=0.1",
    ] {
      #expect(try OptimizerCatalogue.settings(text).largestStableCurvature == nil)
    }
    let below = try Self.run("quadratic:n=2,condition=199", "sgd:lr=0.01", steps: 200)
    let above = try Self.run("quadratic:n=2,condition=201", "sgd:lr=0.01", steps: 200)
    #expect((below.values.last ?? .nan) < below.values[0])
    #expect((above.values.last ?? .nan) > above.values[100])
  }

  /// The same with momentum: 2(1 + α)/ε, and 2(1 + α)/((1 + 2α)ε) of Nesterov's in each form.
  @Test(arguments: [
    ("momentum:lr=0.01,momentum=0.5", 300.0), ("nesterov:lr=0.01,momentum=0.5", 150.0),
    ("momentum:lr=0.01,momentum=0.5,lr-placement=outside", 300.0),
    ("nesterov:lr=0.01,momentum=0.5,form=reformulated", 150.0),
  ])
  func theLimitWithMomentumIsThatOfQuadratics(optimizer: String, limit: Double) throws {
    let known = try OptimizerCatalogue.settings(optimizer).largestStableCurvature
    #expect(abs((known ?? .nan) - limit) <= 1e-12 * limit)
    func ends(_ condition: Double) throws -> [Double] {
      let function = "quadratic:n=2,condition=\(NumberText.short(condition))"
      let values = try Self.run(function, optimizer, steps: 400).values
      return [values[0], values[200], values[400]]
    }
    let (below, above) = (try ends(limit * 0.99), try ends(limit * 1.01))
    #expect(below[2] < below[0] && above[2] > above[1])
  }

  @Test func recordingsKeepIt() throws {
    let run = try Self.run("mlp:data=moons(n=40),hidden=5", steps: 5)
    #expect(run.figures.last?.name == "sharpness")
    let last = try #require(run.figures.last)
    #expect(last.value(at: 1) == last.values[0])
  }
}
