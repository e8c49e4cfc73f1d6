import LinearAlgebra
import Objectives
import RealModule
import Testing

@testable import Optimizers

@Suite struct LeastSquaresTests {
  static let texts = [
    "gauss-newton", "gauss-newton:alpha=1", "natural-gradient", "lm", "lm:preset=levenberg",
    "lm:preset=marquardt", "lm:preset=nielsen", "lm:geodesic=true",
    "lm:update=nielsen,scaling=current,geodesic=true", "gauss-newton-diagonal",
  ]

  static let mgh = (1...35).map { "mgh-\($0)" }

  private func run(
    _ text: String, _ function: String, mostSteps: Int = 1000, tolerance: Double = 0
  ) throws -> Run {
    try run(
      OptimizerCatalogue.settings(text), FunctionCatalogue.function(function), mostSteps, tolerance)
  }

  private func run(
    _ settings: some OptimizerSettings, _ function: any TestFunction, _ mostSteps: Int,
    _ tolerance: Double
  ) -> Run {
    Run(
      settings, from: function.start, on: TestOracle(function), tolerance: tolerance,
      mostSteps: mostSteps)
  }

  // MARK: Theory

  /// The residuals of problem 32 are linear.
  @Test(arguments: ["gauss-newton", "natural-gradient:lr=1", "lm:factor=1e10"])
  func linearResidualsNeedOneStep(_ text: String) throws {
    let run = try run(text, "mgh-32", mostSteps: 1)
    #expect(run.gradientNorm <= 1e-12)
    #expect(run.oracle.jacobianPoints.count == 1)
    #expect(run.oracle.trialPoints.count == (text.hasPrefix("nat") ? 0 : 1))
    #expect(run.oracle.gradientCount == 0)
  }

  /// Problems 33 and 34 have rank one.
  @Test(arguments: ["mgh-33", "mgh-34"]) func lowRankNeedsOneStep(_ name: String) throws {
    let run = try run("gauss-newton", name, mostSteps: 1)
    let minimum = try #require(FunctionCatalogue.function(name).minimum)
    #expect(abs(run.value - minimum) <= 1e-9 * minimum)
  }

  /// The distances from a minimizer with f = 0 at least square from step to step in the end.
  @Test(
    arguments: ["gauss-newton", "lm", "lm:geodesic=true", "lm:preset=nielsen"],
    ["mgh-5", "mgh-7", "mgh-12"])
  func convergesQuadratically(_ text: String, _ name: String) throws {
    let function = try FunctionCatalogue.function(name)
    var distances: [Double] = []
    for steps in 0..<60 {
      let run = try run(text, name, mostSteps: steps)
      let distance = function.minimizers.map { point in
        zip(run.x, point).map { abs($0 - $1) }.max() ?? 0
      }.min()
      distances.append(distance ?? .nan)
    }
    print("ORDER", text, name, distances.filter { $0 > 1e-16 }.suffix(6))
  }

  // MARK: Counting

  @Test(arguments: texts) func nothingIsAskedTwice(_ text: String) throws {
    let oracle = try run(text, "wood", mostSteps: 50).oracle
    #expect(Set(oracle.jacobianPoints).count == oracle.jacobianPoints.count)
    #expect(Set(oracle.trialPoints).count == oracle.trialPoints.count)
    #expect(oracle.gradientCount + oracle.productCount + oracle.hessianCount == 0)
  }

  @Test(arguments: texts) func aRefusedQueryLeavesTheIterate(_ text: String) throws {
    try expectUntouched(OptimizerCatalogue.settings(text))
  }

  private func expectUntouched<S: OptimizerSettings>(_ settings: S) throws {
    let function = try FunctionCatalogue.function("wood")
    let whole = iterates(settings, function, mostQueries: 200)
    for budget in 0..<40 {
      let cut = iterates(settings, function, mostQueries: budget)
      #expect(cut == Array(whole.prefix(cut.count)))
    }
  }

  private func iterates<S: OptimizerSettings>(
    _ settings: S, _ function: any TestFunction, mostQueries: Int
  ) -> [Vector] {
    var oracle = TestOracle(function)
    oracle.mostQueries = mostQueries
    var method = S.Method(settings, dimension: 4)
    var result = [function.start]
    for _ in 0..<40 {
      var x = result[result.count - 1]
      do throws(Halt) { try method.step(from: &x, querying: &oracle) } catch {
        #expect(x == result.last)
        return result
      }
      result.append(x)
    }
    return result
  }

  // MARK: Where they end

  @Test(arguments: texts) func otherFunctionsAreRefused(_ text: String) throws {
    let run = try run(text, "ackley")
    #expect(run.halt == .withoutResiduals)
    #expect(run.steps == 0)
  }

  @Test(arguments: texts) func everyProblemEndsWithoutACrash(_ text: String) throws {
    var solved: [String] = []
    var lost: [String] = []
    for name in Self.mgh {
      let function = try FunctionCatalogue.function(name)
      let run = try run(text, name)
      if let minimum = function.minimum {
        if run.value - minimum <= 1e-8 { solved.append(name) } else { lost.append("\(name):\(run.value - minimum):\(run.steps):\(String(describing: run.halt)):\(run.gradientNorm)") }
      } else { lost.append("\(name) no minimum \(run.value)") }
      if case .failed(let reason) = run.halt { print("FAILED", text, name, reason) }
    }
    print("SOLVED", text, solved.count, lost)
  }
}
