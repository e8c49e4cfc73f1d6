import LinearAlgebra
import Objectives
import Testing

@testable import Optimizers

/// What theory says of quasi-Newton methods and conjugate gradients.
@Suite struct QuasiNewtonFamilyTests {
  static let formulas = ConjugateGradientFormula.allCases.map { "cg:beta=\($0.rawValue)" }
  static let family =
    ["bfgs", "bfgs:scaling=false", "dfp", "dfp:scaling=false"]
    + ["broyden:phi=0.3", "broyden:phi=0.5,scaling=false"]

  private func settings(_ text: String) throws -> any LineSearchSettings {
    try #require(OptimizerCatalogue.settings(text) as? any LineSearchSettings)
  }

  private func exact(_ text: String) throws -> any LineSearchSettings {
    var settings = try settings(text)
    settings.lineSearch.search = ExactSearch()
    return settings
  }

  @Test(arguments: formulas + family, [2, 3, 5, 10, 20])
  func exactSearchEndsInAsManyStepsAsVariables(_ text: String, n: Int) throws {
    let quadratic = Quadratic(n: n, condition: 1e3)
    let run = try Run(
      exact(text), from: .zeros(n), on: quadratic.oracle, tolerance: 1e-7, mostSteps: n)
    #expect(run.gradientNorm <= 1e-7)
    #expect(run.oracle.gradientCount <= n)
    #expect(run.oracle.productCount <= n)
  }

  /// To 1e-10 of the first gradient.
  @Test(arguments: 2...50, [1, 1e2, 1e4])
  func manyVariablesEndToo(n: Int, condition: Double) throws {
    let oracle = Quadratic(n: n, condition: condition).oracle
    let size = oracle.gradient(.zeros(n)).gradient.norm
    for text in ["linear-cg", "bfgs:search=exact"] {
      let run = try Run(
        settings(text), from: .zeros(n), on: oracle, tolerance: 0, mostSteps: n)
      #expect(run.gradientNorm <= 1e-10 * size, "\(text)")
    }
  }

  /// L. C. W. Dixon, Math. Program. 2 (1972) 383–387: with exact search the family visits the same
  /// points.
  @Test func theFamilyVisitsTheSamePoints() throws {
    let quadratic = Quadratic(n: 6, condition: 50)
    for steps in 1...5 {
      let points = try Self.family.map {
        try Run(exact($0), from: .zeros(6), on: quadratic.oracle, mostSteps: steps).x
      }
      for point in points {
        #expect(zip(point, points[0]).allSatisfy { abs($0 - $1) < 1e-9 })
      }
    }
  }

  /// SR1 knows the Hessian after n independent steps of any length: the next unit step ends.
  @Test(arguments: [2, 3, 5, 8])
  func rankOneKnowsAQuadraticAfterNSteps(n: Int) {
    let quadratic = Quadratic(n: n, condition: 10)
    var settings = SR1()
    settings.lineSearch.search = FixedStep()
    var oracle = quadratic.oracle
    var method = SR1.Method(settings, dimension: n)
    var x = Vector.zeros(n)
    for _ in 0...n {
      do throws(Halt) { try method.step(from: &x, querying: &oracle) } catch {
        Issue.record("\(error)")
      }
    }
    #expect(oracle.gradient(x).gradient.norm < 1e-7 * oracle.gradient(.zeros(n)).gradient.norm)
  }

  @Test func phiOfOneIsDFP() throws {
    for steps in [1, 4, 9] {
      let runs = try ["dfp", "broyden:phi=1,c2=0.1"].map {
        try Run(settings($0), from: [-1.2, 1], on: TestOracle(Rosenbrock()), mostSteps: steps)
      }
      #expect(runs[0].x == runs[1].x)
    }
  }

  @Test func phiOfZeroIsBFGS() throws {
    for steps in [1, 8, 20] {
      let runs = try ["bfgs", "broyden:phi=0"].map {
        try Run(settings($0), from: [-1.2, 1], on: TestOracle(Rosenbrock()), mostSteps: steps)
      }
      #expect(runs[0].x == runs[1].x)
    }
  }

  /// Some quotient of successive errors is small; for the order itself see `ConvergenceOrderTests`.
  @Test func rankOneIsSuperlinear() throws {
    let errors = try (0..<100).map { steps in
      let run = try Run(
        settings("sr1"), from: [-1.2, 1], on: TestOracle(Rosenbrock()), tolerance: 1e-9,
        mostSteps: steps)
      return Vector([run.x[0] - 1, run.x[1] - 1]).norm
    }
    let quotients = zip(errors.dropFirst(), errors).filter { $1 < 1e-2 && $1 > 1e-7 }.map {
      $0 / $1
    }
    #expect(quotients.count >= 1)
    #expect((quotients.min() ?? 1) < 0.1)
  }

  @Test func dampingKeepsEveryPair() {
    let (s, y): (Vector, Vector) = ([1, 2], [-1, 0.2])
    let image: Vector = [2, 1]
    let damped = QuasiNewtonRules.damped(y, s: s, image: image)
    #expect(abs(damped.dot(s) - 0.2 * image.dot(s)) < 1e-15)
    #expect(QuasiNewtonRules.damped([3, 3], s: s, image: image) == [3, 3])
  }

  @Test func restartsAreSteepest() throws {
    let runs = try ["cg:restart=1", "steepest-descent"].map {
      try Run(settings($0), from: [-1.2, 1], on: TestOracle(Rosenbrock()), mostSteps: 15)
    }
    #expect(runs[0].x == runs[1].x)
  }

  @Test(arguments: [
    ("cg:beta=pr+", 90), ("cg:beta=hs", 90), ("cg:beta=fr", 400), ("cg:beta=dy", 400),
    ("cg:beta=hager-zhang", 90), ("cg:beta=dai-liao", 90), ("cg:preset=scipy", 100),
    ("cg:preset=cg-descent", 120), ("cg:powell-restart=true", 100), ("bfgs:preset=scipy", 50),
    ("bfgs:damping=true", 50), ("bfgs:search=armijo,damping=true", 60),
    ("bfgs:search=hager-zhang", 60), ("bfgs:search=nocedal-wright", 60),
    ("bfgs:search=weak-wolfe", 60), ("bfgs:search=non-monotone", 90), ("dfp", 120),
    ("broyden", 60), ("sr1", 60), ("bb", 160), ("bb:step=short", 160),
    ("bb:step=alternating", 160),
  ])
  func rosenbrockIsSolved(_ text: String, _ most: Int) throws {
    let settings = try OptimizerCatalogue.settings(text)
    let run = Run(settings, from: [-1.2, 1], on: TestOracle(Rosenbrock()), tolerance: 1e-8)
    #expect(run.gradientNorm <= 1e-8, "\(String(describing: run.halt))")
    #expect(run.oracle.gradientCount <= most, "\(run.oracle.gradientCount)")
    #expect(run.oracle.points.count == Set(run.oracle.points).count)
  }
}
