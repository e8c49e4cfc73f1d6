import LinearAlgebra
import Objectives
import Testing

@testable import Optimizers

/// Sophia, AdaHessian and the diagonals that they use.
@Suite struct HessianDiagonalTests {
  static let names = ["sophia", "adahessian"]

  /// H = diag(1, 10, 100): z ⊗ Hz with z of ±1 is its diagonal, to the last digit.
  static let separable = TestOracle(
    dimension: 3,
    gradient: { x in (0, [x[0], 10 * x[1], 100 * x[2]]) },
    hessian: { _ in
      var matrix = SymmetricMatrix(order: 3)
      for (i, entry) in [1.0, 10, 100].enumerated() { matrix[i, i] = entry }
      return matrix
    })

  @Test(arguments: names) func signsGiveTheDiagonalOfADiagonalMatrix(_ name: String) throws {
    let exact = try run("\(name):diagonal=exact,interval=3", steps: 7)
    let sampled = try run("\(name):probe=rademacher,samples=2,interval=3", steps: 7)
    #expect(exact.x == sampled.x)
    #expect(exact.oracle.gradientCount == 7)
    #expect(exact.oracle.hessianCount == 3)
    #expect(exact.oracle.productCount == 0)
    #expect(sampled.oracle.gradientCount == 7)
    #expect(sampled.oracle.hessianCount == 0)
    #expect(sampled.oracle.productCount == 6)
  }

  /// Over many samples the estimate is the diagonal: its standard error is √(2‖H‖²/samples) at
  /// most.
  @Test(arguments: HessianDiagonal.Probe.allCases)
  func estimatesHaveTheDiagonalForTheirMean(_ probe: HessianDiagonal.Probe) throws {
    var settings = HessianDiagonal(probe: probe)
    settings.samples = 40_000
    var oracle = TestOracle(Rosenbrock(n: 4))
    let x: Vector = [-1.2, 1, 0.5, -0.3]
    var estimator = DiagonalEstimator(settings, dimension: 4)
    try estimator.advance(at: x, querying: &oracle)
    let hessian = oracle.hessian(x)
    for i in 0..<4 {
      let square = (0..<4).reduce(0.0) { $0 + hessian[i, $1] * hessian[i, $1] }
      let error = (2 * square / 40_000).squareRoot()
      #expect(abs(estimator.diagonal[i] - hessian[i, i]) < 5 * error)
    }
  }

  @Test(arguments: names) func theSeedNamesTheRun(_ name: String) throws {
    let runs = try ["seed=1", "seed=1", "seed=2"].map { seed in
      try run("\(name):lr=0.01,\(seed)", from: [-1.2, 1], on: TestOracle(Rosenbrock()), steps: 5).x
    }
    #expect(runs[0] == runs[1])
    if name == "adahessian" { #expect(runs[0] != runs[2]) }
  }

  /// With the diagonal counted at once the first step of a Newton-like setting is (1 − β₁)/(1 − β₂)
  /// of Newton's; a step later, it is by the signs.
  @Test func sophiaCountsTheEstimateBeforeOrAfter() throws {
    let settings = "sophia:diagonal=exact,gamma=1,lr=1,beta1=0.5,beta2=0.5,clip="
    #expect(try run(settings + "5", steps: 1).x == [0, 0, 0])
    #expect(try run(settings + "0.25", steps: 1).x == [0.75, 0.75, 0.75])
    #expect(try run(settings + "0.25,refresh=after", steps: 2).x == [0.5, 0.5, 0.5])
    #expect(try run(settings + "2,refresh=after", steps: 1).x == [-1, -1, -1])
  }

  @Test func adaHessianOfPowerOneScalesByTheDiagonal() throws {
    let settings = "adahessian:diagonal=exact,lr=0.5,epsilon=0"
    let whole = try run(settings, steps: 1).x
    #expect(whole.allSatisfy { abs($0 - 0.5) < 1e-15 })
    let none = try run(settings + ",hessian-power=0", steps: 1).x
    #expect(zip(none, [0.5, -4, -49]).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test func onlyTheExactDiagonalStoresAMatrix() throws {
    for name in Self.names {
      #expect(try OptimizerCatalogue.settings("\(name):diagonal=exact").storesMatrix)
      #expect(try OptimizerCatalogue.settings("clip(\(name):diagonal=exact)").storesMatrix)
      #expect(try !OptimizerCatalogue.settings(name).storesMatrix)
    }
  }

  private func run(
    _ text: String, from start: Vector = [1, 1, 1], on oracle: TestOracle = separable, steps: Int
  ) throws -> Run {
    try run(OptimizerCatalogue.settings(text), from: start, on: oracle, steps: steps)
  }

  private func run(
    _ settings: some OptimizerSettings, from start: Vector, on oracle: TestOracle, steps: Int
  ) -> Run {
    Run(settings, from: start, on: oracle, tolerance: -1, mostSteps: steps)
  }
}
