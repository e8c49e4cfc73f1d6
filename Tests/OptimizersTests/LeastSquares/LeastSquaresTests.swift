import LinearAlgebra
import Objectives
import RealModule
import Testing

@testable import Optimizers

@Suite struct LeastSquaresTests {
  static let texts = [
    "gauss-newton", "gauss-newton:alpha=1", "natural-gradient",
    "natural-gradient:fisher=empirical,damping=1", "lm", "lm:preset=levenberg",
    "lm:preset=marquardt", "lm:preset=nielsen", "lm:geodesic=true",
    "lm:update=nielsen,scaling=current,geodesic=true", "gauss-newton-diagonal", "trf",
    "trf:x-scale=jac", "dogbox",
    "dogbox:x-scale=jac",
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

  /// (F + δI) p = −g/2, with F from its definition.
  @Test(arguments: ["exact", "empirical"], [0.01, 1, 100])
  func naturalGradientsSolveTheirEquation(fisher: String, damping: Double) throws {
    let function = try FunctionCatalogue.function("mgh-7")
    let text = "natural-gradient:lr=1,fisher=\(fisher),damping=\(damping)"
    let run = try run(text, "mgh-7", mostSteps: 1)
    let p = zip(run.x, function.start).map { $0 - $1 }
    let sum = try #require(function.sumOfSquares)
    var matrix = SymmetricMatrix.identity(order: 3, scale: damping)
    for (residual, row) in zip(sum.residuals(at: function.start), sum.jacobian(at: function.start))
    {
      let weight = fisher == "exact" ? 1 : residual * residual
      matrix.add(weight, symmetricProductOf: row, row)
    }
    var rest = Vector.zeros(3)
    matrix.multiply(p, into: &rest)
    rest.add(0.5, function.gradient(at: function.start))
    #expect(try rest.norm <= 1e-14 * matrix.eigenvalues().largestMagnitude * p.norm)
  }

  /// Problems 33 and 34 have rank one.
  @Test(arguments: ["mgh-33", "mgh-34"]) func lowRankNeedsOneStep(_ name: String) throws {
    let run = try run("gauss-newton", name, mostSteps: 1)
    let minimum = try #require(FunctionCatalogue.function(name).minimum)
    #expect(abs(run.value - minimum) <= 1e-9 * minimum)
  }

  /// Close to a minimizer with f = 0, where ‖e‖ is the distance from it, the next distance is about
  /// ‖e‖²: the order, log of the one over log of the other, is 2.
  @Test(
    arguments: ["gauss-newton", "lm", "lm:geodesic=true", "trf", "dogbox"],
    ["mgh-5", "mgh-7", "mgh-12"])
  func convergesQuadratically(_ text: String, _ name: String) throws {
    let distances = try distances(text, name, steps: 40)
    let close = try #require(distances.indices.last { distances[$0] > 1e-6 })
    try #require(distances[close] < 1e-1 && close + 1 < distances.count)
    let order = Double.log(max(distances[close + 1], 1e-15)) / .log(distances[close])
    #expect(order >= 1.7, "\(distances[close]) to \(distances[close + 1])")
  }

  /// At Powell's singular function J has not full rank at the minimizer: the distance halves.
  @Test(arguments: ["gauss-newton", "lm", "trf", "dogbox"])
  func convergesLinearlyToSingularMinima(_ text: String) throws {
    let distances = try distances(text, "mgh-13", steps: 20)
    for k in 12..<20 { #expect(abs(distances[k] / distances[k - 1] - 0.5) <= 1e-2) }
  }

  private func distances(_ text: String, _ name: String, steps: Int) throws -> [Double] {
    let function = try FunctionCatalogue.function(name)
    return try (0...steps).map { steps in
      let x = try run(text, name, mostSteps: steps).x
      let all = function.minimizers.map { zip(x, $0).map { abs($0 - $1) }.max() ?? 0 }
      return all.min() ?? .nan
    }
  }

  /// Moré's scaling makes the method indifferent to units; the steps are those of the function in
  /// other units, up to rounding.
  @Test func scalingIsIndifferentToUnits() throws {
    let units: Vector = [1e3, 1e-2]
    for steps in 1...10 {
      let plain = Run(
        LevenbergMarquardt(), from: [1, 1], on: TestOracle(Stretched(units: [1, 1])), tolerance: 0,
        mostSteps: steps)
      let other = Run(
        LevenbergMarquardt(), from: [1e-3, 1e2], on: TestOracle(Stretched(units: units)),
        tolerance: 0, mostSteps: steps)
      for i in 0..<2 { #expect(abs(plain.x[i] - units[i] * other.x[i]) <= 1e-8) }
    }
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

  @Test func wrappersPassResidualsOn() throws {
    var oracle = ForwardingOracle(TestOracle(Beale()), by: Unchanged())
    #expect(oracle.residualCount == 3)
    var (residuals, jacobian) = (Vector.zeros(3), Matrix(rows: 3, columns: 2))
    try oracle.residuals(at: [1, 2], into: &residuals)
    #expect(residuals == Beale().residuals(at: [1, 2]))
    try oracle.jacobian(at: [3, 4], into: &jacobian, residuals: &residuals)
    #expect(jacobian.elements == Beale().jacobian(at: [3, 4]).flatMap { $0 })
    #expect((oracle.base.trialPoints, oracle.base.jacobianPoints) == ([[1, 2]], [[3, 4]]))
  }

  @Test func oraclesNeedNoResiduals() {
    var oracle = Flat()
    #expect(oracle.residualCount == nil)
    #expect(throws: Halt.withoutResiduals) {
      var residuals: Vector = []
      try oracle.residuals(at: [0], into: &residuals)
    }
    #expect(throws: Halt.withoutResiduals) {
      var (residuals, jacobian) = (Vector(), Matrix(rows: 0, columns: 1))
      try oracle.jacobian(at: [0], into: &jacobian, residuals: &residuals)
    }
  }

  // MARK: Where they end

  @Test(arguments: texts) func otherFunctionsAreRefused(_ text: String) throws {
    let run = try run(text, "ackley")
    #expect(run.halt == .withoutResiduals)
    #expect(run.steps == 0)
  }

  /// The number of the 35 problems whose f − f* falls to 1e-8 within 1000 steps. Freudenstein and
  /// Roth's leads to its other minimum; on Gulf Research MINPACK's rules fail as they do in scipy.
  @Test(arguments: [
    ("lm", 33), ("lm:geodesic=true", 34), ("lm:preset=levenberg", 34), ("lm:preset=nielsen", 34),
    ("lm:preset=marquardt", 31), ("lm:update=nielsen,scaling=current,geodesic=true", 31),
    ("gauss-newton", 31), ("natural-gradient", 31), ("gauss-newton:alpha=1", 19),
    ("gauss-newton-diagonal", 9), ("trf", 34), ("trf:x-scale=jac", 34), ("dogbox", 33),
    ("dogbox:x-scale=jac", 32),
  ])
  func problemsAreSolved(_ text: String, _ least: Int) throws {
    let solved = try Self.mgh.filter { name in
      let minimum = try #require(FunctionCatalogue.function(name).minimum)
      return try run(text, name, mostSteps: 1000).value - minimum <= 1e-8
    }
    #expect(solved.count >= least, "\(solved.count): \(solved)")
  }

  /// A budget that a step does not exceed however far off it starts.
  @Test(arguments: texts, ["1e10", "1e100"])
  func farStartsEnd(_ text: String, _ factor: String) throws {
    for name in Self.mgh where name != "mgh-1" && name != "mgh-21" {
      guard let function = try? FunctionCatalogue.function("\(name):start=\(factor)") else {
        continue
      }
      let run = try run(OptimizerCatalogue.settings(text), function, 5, 0)
      #expect(run.steps <= 5)
      #expect(run.oracle.trialPoints.count <= 5 * 1000)
    }
  }
}

private struct Unchanged: Forwarding {}

/// f = 0, as an oracle that knows of no residuals.
private struct Flat: Oracle {
  let dimension = 1

  func value(at x: borrowing Vector) -> Double { 0 }
  func gradient(at x: borrowing Vector, into gradient: inout Vector) -> Double { 0 }
  func hessian(at x: borrowing Vector, into hessian: inout SymmetricMatrix) {}
  func product(at x: borrowing Vector, along d: borrowing Vector, into product: inout Vector) {}
}

/// Beale's function in other units: the residuals at (u₁x₁, u₂x₂).
private struct Stretched: ResidualObjective {
  let units: Vector
  private let base = Beale()

  var dimension: Int { 2 }
  var residualCount: Int { 3 }

  init(units: Vector) { self.units = units }

  private func point(_ x: Span<Double>) -> Vector { [units[0] * x[0], units[1] * x[1]] }

  func residuals(at x: Span<Double>, into r: inout MutableSpan<Double>) {
    base.residuals(at: point(x).span, into: &r)
  }

  func jacobian(
    at x: Span<Double>, into jacobian: inout MutableSpan<Double>,
    residuals r: inout MutableSpan<Double>
  ) {
    base.jacobian(at: point(x).span, into: &jacobian, residuals: &r)
    for i in 0..<6 { jacobian[i] *= units[i % 2] }
  }

  func value(at x: Span<Double>) -> Double { base.value(at: point(x).span) }

  func gradient(at x: Span<Double>, into gradient: inout MutableSpan<Double>) -> Double {
    let value = base.gradient(at: point(x).span, into: &gradient)
    for i in 0..<2 { gradient[i] *= units[i] }
    return value
  }

  func hessianProduct(
    at x: Span<Double>, along d: Span<Double>, into product: inout MutableSpan<Double>
  ) {
    base.hessianProduct(at: point(x).span, along: point(d).span, into: &product)
    for i in 0..<2 { product[i] *= units[i] }
  }
}
