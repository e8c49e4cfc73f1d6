import LinearAlgebra
import Objectives
import Testing

@testable import Optimizers

@Suite struct SecondOrderTests {
  static let all: [any OptimizerSettings] = [Newton(), ConjugateGradients(), BFGS(), LBFGS()]

  // MARK: Quadratics

  @Test(arguments: 2...20) func newtonNeedsOneStepOnAQuadratic(n: Int) {
    let quadratic = Quadratic(n: n, condition: 1e3)
    let run = Run(Newton(), from: .zeros(n), on: quadratic.oracle, mostSteps: 1)
    #expect(run.gradientNorm < 1e-11)
    #expect(run.oracle.gradientCount == 1)
    #expect(run.oracle.hessianCount == 1)
  }

  /// With eigenvalues spaced evenly in logarithm rounding costs CG and BFGS more steps, from n ≈ 5
  /// on.
  @Test(arguments: 2...20) func exactSearchEndsInAsManyStepsAsVariables(n: Int) {
    let quadratic = Quadratic(n: n, condition: 1e3)
    var cg = ConjugateGradients()
    cg.lineSearch.search = ExactSearch()
    var bfgs = BFGS()
    bfgs.lineSearch.search = ExactSearch()
    var lbfgs = LBFGS()
    lbfgs.memory = n
    lbfgs.isScaled = false
    lbfgs.lineSearch.search = ExactSearch()
    for settings in [cg, bfgs, lbfgs] as [any OptimizerSettings] {
      let run = Run(settings, from: .zeros(n), on: quadratic.oracle, tolerance: 1e-8, mostSteps: n)
      #expect(run.gradientNorm <= 1e-8, "\(settings)")
      #expect(run.oracle.gradientCount <= n)
      #expect(run.oracle.productCount <= n)
    }
  }

  // MARK: Rosenbrock

  @Test func rosenbrockIsSolved() {
    let most = ["newton": 10, "cg": 90, "bfgs": 50, "lbfgs": 50]
    for settings in Self.all {
      let run = Run(settings, from: [-1.2, 1], on: TestOracle(Rosenbrock()), tolerance: 1e-8)
      #expect(run.value < 1e-12)
      #expect(run.oracle.gradientCount <= most[type(of: settings).name] ?? 0, "\(settings)")
    }
  }

  @Test func stepsAreDeterministic() {
    for settings in Self.all {
      let runs = (0..<2).map { _ in
        Run(settings, from: [-1.2, 1], on: TestOracle(Rosenbrock()), mostSteps: 12)
      }
      #expect(runs[0].x == runs[1].x)
    }
  }

  @Test func refusedQueriesLeaveTheIterate() {
    for settings in Self.all { expectUntouched(settings) }
  }

  private func expectUntouched<S: OptimizerSettings>(_ settings: S) {
    let whole = iterates(settings, mostQueries: .max, steps: 20)
    for budget in 0..<30 {
      let cut = iterates(settings, mostQueries: budget, steps: 20)
      #expect(cut == Array(whole.prefix(cut.count)))
      #expect(cut.count <= budget + 1)
    }
  }

  /// The iterates until a step throws. The last is what the throwing step left.
  private func iterates<S: OptimizerSettings>(
    _ settings: S, mostQueries: Int, steps: Int
  ) -> [Vector] {
    var oracle = TestOracle(Rosenbrock(n: 4))
    oracle.mostQueries = mostQueries
    var method = S.Method(settings, dimension: 4)
    var x: Vector = [-1.2, 1, -1.2, 1]
    var result = [x]
    for _ in 0..<steps {
      do throws(Halt) { try method.step(from: &x, querying: &oracle) } catch {
        #expect(x == result.last)
        return result
      }
      result.append(x)
    }
    return result
  }

  @Test func noGradientIsAskedForTwice() {
    let run = Run(BFGS(), from: [1, 1], on: Problem.beale.oracle)
    #expect(run.oracle.points.count == Set(run.oracle.points).count)
  }

  // MARK: Newton

  @Test func newtonGoesToTheSaddle() {
    let run = Run(Newton(), from: [1, 0.5], on: Self.saddle, tolerance: -1, mostSteps: 1)
    #expect(run.x == [0, 0])
  }

  @Test func regularizationTurnsNewtonAwayFromTheSaddle() {
    var settings = Newton()
    settings.regularization = 4
    let run = Run(settings, from: [1, 0.5], on: Self.saddle, mostSteps: 1)
    #expect(abs(run.x[0] - 2.0 / 3) < 1e-15)
    #expect(abs(run.x[1] - 1) < 1e-15)
  }

  @Test func singularHessianFails() {
    let oracle = TestOracle(dimension: 2, gradient: { ($0[0], [1, 0]) })
    let run = Run(Newton(), from: [1, 2], on: oracle, mostSteps: 1)
    #expect(run.x == [1, 2])
    #expect(run.halt == .failed("the Hessian is singular, so Newton's step is not defined"))
  }

  private static var saddle: TestOracle {
    TestOracle(
      dimension: 2, gradient: { ($0[0] * $0[0] - $0[1] * $0[1], [2 * $0[0], -2 * $0[1]]) },
      hessian: { _ in
        var matrix = SymmetricMatrix(order: 2)
        matrix[0, 0] = 2
        matrix[1, 1] = -2
        return matrix
      })
  }

  // MARK: Quasi-Newton

  @Test func unlimitedMemoryIsBFGS() {
    var bfgs = BFGS()
    bfgs.isScaled = false
    var lbfgs = LBFGS()
    lbfgs.isScaled = false
    lbfgs.memory = 100
    for steps in 1...10 {
      let a = Run(bfgs, from: [-1.2, 1], on: TestOracle(Rosenbrock()), mostSteps: steps)
      let b = Run(lbfgs, from: [-1.2, 1], on: TestOracle(Rosenbrock()), mostSteps: steps)
      #expect(zip(a.x, b.x).allSatisfy { abs($0 - $1) < 1e-9 })
    }
  }

  @Test func memorylessFormUpdatesTheIdentity() {
    var settings = LBFGS()
    settings.memory = 1
    settings.isScaled = false
    settings.lineSearch.search = FixedStep()
    settings.lineSearch.rate = 0.001
    let oracle = Quadratic(n: 3, condition: 10).oracle
    let points = (1...4).map { Run(settings, from: .zeros(3), on: oracle, mostSteps: $0).x }
    let gradients = points.map { oracle.gradient($0).gradient }
    let s = zip(points[2], points[1]).map { $0 - $1 }
    let y = zip(gradients[2], gradients[1]).map { $0 - $1 }
    // (I − ρ s yᵀ)(I − ρ y sᵀ) g + ρ s sᵀ g.
    let rho = 1 / y.dot(s)
    var image = gradients[2]
    image.add(-rho * s.dot(gradients[2]), y)
    image.add(-rho * y.dot(image), s)
    image.add(rho * s.dot(gradients[2]), s)
    let expected = zip(points[2], image).map { $0 - 0.001 * $1 }
    #expect(zip(points[3], expected).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test func noMemoryIsSteepestDescent() {
    var settings = LBFGS()
    settings.memory = 0
    settings.lineSearch.search = FixedStep()
    settings.lineSearch.rate = 0.125
    let oracle = TestOracle(dimension: 1, gradient: { ($0[0] * $0[0], [2 * $0[0]]) })
    #expect(Run(settings, from: [1], on: oracle, mostSteps: 3).x == [0.421875])
  }

  @Test func stepLengthIsUnknownBeforeASearch() {
    #expect(BFGS.Method(BFGS(), dimension: 2).learningRate.isNaN)
    #expect(ConjugateGradients.Method(ConjugateGradients(), dimension: 2).learningRate.isNaN)
    #expect(Newton.Method(Newton(), dimension: 2).learningRate == 1)
  }
}
