import LinearAlgebra
import Objectives
import RealModule
import Testing

@testable import Optimizers

@Suite struct LineSearchTests {
  static let moreThuente: [any LineSearchSettings] = [ConjugateGradients(), BFGS(), LBFGS()]
  static let lineMethods = moreThuente + [minFunc(ConjugateGradients()), minFunc(LBFGS())]

  /// With every other search too.
  static let searching =
    lineMethods
    + ["nocedal-wright", "hager-zhang", "weak-wolfe", "armijo", "non-monotone"].flatMap { kind in
      ["cg", "bfgs", "lbfgs", "sr1", "dfp", "broyden", "steepest-descent"].compactMap {
        try? OptimizerCatalogue.settings("\($0):search=\(kind)") as? any LineSearchSettings
      }
    }

  private static func minFunc<S: LineSearchSettings>(_ settings: S) -> S {
    var settings = settings
    settings.lineSearch.search = MinFuncSearch()
    return settings
  }

  @Test(arguments: Problem.all.map(\.name))
  func everyStepMeetsTheWolfeConditions(name: String) throws {
    let problem = try #require(Problem.all.first { $0.name == name })
    for settings in Self.lineMethods { expectWolfe(settings, on: problem) }
  }

  private func expectWolfe<S: LineSearchSettings>(_ settings: S, on problem: Problem) {
    var oracle = problem.oracle
    var method = S.Method(settings, dimension: problem.start.count)
    var x = problem.start
    for _ in 0..<60 {
      let old = x
      let before = problem.answer(at: x)
      guard before.gradient.norm > 1e-4, before.value > 1e-6 else { return }
      do throws(Halt) { try method.step(from: &x, querying: &oracle) } catch {
        Issue.record("\(problem.name), \(S.name): \(error)")
        return
      }
      let after = problem.answer(at: x)
      let step = zip(x, old).map { $0 - $1 }
      let slopes = (before.gradient.dot(step), after.gradient.dot(step))
      let slack = 1e-6 * abs(slopes.0)
      let constants = settings.lineSearch.constants
      #expect(slopes.0 < 0)
      #expect(after.value <= before.value + constants.sufficientDecrease * slopes.0 + slack)
      #expect(abs(slopes.1) <= constants.remainingSlope * abs(slopes.0) + slack)
      #expect(method.learningRate > 0)
    }
  }

  /// f = x − ln x + y² is infinite or NaN for x ≤ 0.
  private static let barrier: @Sendable (Vector) -> (value: Double, gradient: Vector) = { x in
    guard x[0] > 0 else { return (x[0] == 0 ? .infinity : .nan, [.nan, 2 * x[1]]) }
    return (x[0] - .log(x[0]) + x[1] * x[1], [1 - 1 / x[0], 2 * x[1]])
  }

  @Test(arguments: [[5.0, 3], [1e-3, 1], [40, -1e3]])
  func survivesWhereTheFunctionIsNotFinite(start: Vector) {
    for settings in Self.searching {
      let oracle = TestOracle(dimension: 2, gradient: Self.barrier)
      let run = Run(settings, from: start, on: oracle, tolerance: 1e-7)
      #expect(run.gradientNorm <= 1e-7, "\(settings) \(String(describing: run.halt))")
      // Halving alone, with DFP's slow corrections, takes longest.
      let halves = settings.lineSearch.onlyShortens
      #expect(run.oracle.gradientCount < (halves ? 300 : 150), "\(settings)")
    }
  }

  @Test func startThatIsNotFiniteFails() {
    for settings in Self.searching {
      let oracle = TestOracle(dimension: 2, gradient: Self.barrier)
      let run = Run(settings, from: [-1, 1], on: oracle, mostSteps: 1)
      #expect(run.x == [-1, 1])
      #expect(run.halt == .failed("f or its gradient is not finite"))
    }
  }

  @Test func vanishedGradientStalls() {
    for settings in Self.searching {
      let oracle = TestOracle(Rosenbrock())
      let run = Run(settings, from: [1, 1], on: oracle, tolerance: -1, mostSteps: 3)
      #expect(run.halt == .stalled("line search found no lower point"))
      #expect(run.oracle.gradientCount == 1)
    }
  }

  @Test func wrongGradientStallsAtTheStart() {
    for settings in Self.searching {
      let oracle = TestOracle(dimension: 1, gradient: { ($0[0] * $0[0], [-2 * $0[0]]) })
      let run = Run(settings, from: [1], on: oracle, mostSteps: 1)
      #expect(run.x == [1])
      #expect(run.halt == .stalled("line search found no lower point"))
    }
  }

  @Test func descendsThroughTheRoundingOfTheValue() {
    // 1 + x² + 100 y² says nothing below x = 1e-8; the slopes do, but minFunc's rules want values.
    let oracle = TestOracle(
      dimension: 2,
      gradient: { (1 + $0[0] * $0[0] + 100 * $0[1] * $0[1], [2 * $0[0], 200 * $0[1]]) })
    let hagerZhang = Self.searching.filter { $0.lineSearch.search is HagerZhangSearch }
    for settings in Self.moreThuente + hagerZhang {
      let run = Run(settings, from: [3, -2], on: oracle, tolerance: 1e-14)
      #expect(run.gradientNorm <= 1e-14, "\(settings)")
    }
  }

  @Test func followsAnUnboundedFunctionToMinusInfinity() {
    let oracle = TestOracle(
      dimension: 2, gradient: { ($0[0] * $0[0] - $0[1] * $0[1], [2 * $0[0], -2 * $0[1]]) })
    for settings in Self.lineMethods {
      let run = Run(settings, from: [1, 0.001], on: oracle, tolerance: 0, mostSteps: 50)
      #expect(run.value == -.infinity)
      #expect(run.steps < 50)
    }
  }

  @Test func exactStepNeedsPositiveCurvature() throws {
    let oracle = TestOracle(
      dimension: 2, gradient: { ($0[0] * $0[0] - $0[1] * $0[1], [2 * $0[0], -2 * $0[1]]) },
      hessian: { _ in
        var matrix = SymmetricMatrix(order: 2)
        matrix[0, 0] = 2
        matrix[1, 1] = -2
        return matrix
      })
    var settings = ConjugateGradients()
    settings.lineSearch.search = ExactSearch()
    let run = Run(settings, from: [0.1, 1], on: oracle, mostSteps: 1)
    guard case .failed(let text) = try #require(run.halt) else {
      Issue.record("expected a failure")
      return
    }
    #expect(text.contains("curvature"))
  }

  @Test func fixedStepIsTaken() {
    var settings = ConjugateGradients()
    settings.lineSearch.search = FixedStep()
    settings.lineSearch.rate = 0.25
    let oracle = TestOracle(dimension: 1, gradient: { ($0[0] * $0[0], [2 * $0[0]]) })
    let run = Run(settings, from: [1], on: oracle, mostSteps: 1)
    #expect(run.x == [0.5])
    #expect(run.oracle.gradientCount == 1)
  }

  @Test func settingsAreChecked() throws {
    let settings = try OptimizerCatalogue.settings("cg:beta=pr+,search=exact,c2=0.1,lr=0.5")
    #expect(settings.specification.description == "cg:beta=pr+,search=exact,c2=0.1,lr=0.5")
    #expect(throws: (any Error).self) { try OptimizerCatalogue.settings("bfgs:c1=0.5,c2=0.4") }
    #expect(throws: (any Error).self) { try OptimizerCatalogue.settings("lbfgs:memory=-1") }
  }
}
