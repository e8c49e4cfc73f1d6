import LinearAlgebra
import Objectives
import Specifications
import Testing

/// The 35 problems against values of 60-digit arithmetic.
@Suite struct MoreGarbowHillstromTests {
  @Test func allAreThere() {
    #expect(Set(MGHReference.all.map(\.number)) == Set(1...35))
  }

  @Test(arguments: MGHReference.all)
  func valuesAndDerivatives(_ problem: MGHReference) throws {
    let function = try problem.function()
    #expect(function.dimension == problem.n && function.residualCount == problem.m)
    for point in problem.points {
      expectClose([function.value(at: point.x)], [point.f], "value at \(point.name)")
      expectClose(function.gradient(at: point.x), point.gradient, "gradient at \(point.name)")
      if let hessian = point.hessian {
        let ours = function.hessian(at: point.x).rows.flatMap { $0 }
        expectClose(ours, hessian.flatMap { $0 }, "Hessian at \(point.name)")
      }
      if let product = point.hessian_times_alternating {
        let direction = (0..<problem.n).map { $0.isMultiple(of: 2) ? 1.0 : -1 }
        let ours = function.hessianProduct(at: point.x, along: direction)
        expectClose(ours, product, "Hessian product at \(point.name)")
      }
    }
  }

  /// Up to sign, which is a convention.
  @Test(arguments: MGHReference.all)
  func residuals(_ problem: MGHReference) throws {
    let function = try problem.function()
    for point in problem.points {
      guard let residuals = point.residuals else { continue }
      expectClose(
        function.residuals(at: point.x).map(\.magnitude), residuals.map(\.magnitude),
        "residuals at \(point.name)")
    }
  }

  /// Jᵀv by the function's own rule against the Jacobian of dual numbers, and 2 Jᵀr against the
  /// gradient.
  @Test(arguments: MGHReference.all)
  func jacobians(_ problem: MGHReference) throws {
    let function = try problem.function()
    for point in problem.points {
      let jacobian = function.jacobian(at: point.x)
      let residuals = function.residuals(at: point.x)
      expectClose(
        function.gradient(at: point.x), transposed(jacobian, times: residuals).map { 2 * $0 },
        "gradient at \(point.name)")
      let v = (0..<problem.m).map { 1 / Double($0 + 1) - 0.3 }
      var product = Vector.zeros(problem.n)
      var span = product.mutableSpan
      function.pullBack(point.x.span, v.span, into: &span)
      expectClose(product, transposed(jacobian, times: v), "product at \(point.name)")
    }
  }

  private func transposed(_ jacobian: [Vector], times v: Vector) -> Vector {
    zip(jacobian, v).reduce(into: Vector.zeros(jacobian.first?.count ?? 0)) { sum, row in
      sum.add(row.1, row.0)
    }
  }

  @Test(arguments: MGHReference.all)
  func startsAndTheirMultiples(_ problem: MGHReference) throws {
    var function = try problem.function()
    for (ours, reference) in zip(function.start, problem.start) {
      #expect(abs(ours - reference) <= 1e-15 * abs(reference))
    }
    let standard = function.start
    for factor in [10.0, 100] {
      let separator = problem.specification.hasSuffix(":") ? "" : ","
      let text = problem.specification + separator + "start=\(Int(factor))"
      let scaled = try FunctionCatalogue.function(text)
      #expect(scaled.start == standard.map { factor * $0 })
      for (range, x) in zip(scaled.domain, scaled.start) { #expect(range.contains(x)) }
      function.startFactor = factor
      #expect(function.start == scaled.start)
    }
  }

  @Test(arguments: MGHReference.all)
  func minima(_ problem: MGHReference) throws {
    let function = try problem.function()
    let minimum = try #require(function.minimum)
    #expect(abs(minimum - problem.fstar) <= 1e-15 * abs(problem.fstar))
    // Penalty I is settled by a proof: see there.
    let isProved = ["zero residual", "closed form"].contains(problem.fstar_basis)
    let basis: MinimumBasis = isProved || problem.number == 23 ? .closedForm : .bestKnown
    #expect(function.minimumBasis == basis)
  }

  /// Each reference minimizer is a minimizer or another stationary point of ours, and value,
  /// gradient and curvature are there what they should be.
  @Test(arguments: MGHReference.all)
  func minimizers(_ problem: MGHReference) throws {
    let function = try problem.function()
    for minimizer in problem.minimisers {
      let x = minimizer.x
      let error = abs(function.value(at: x) - minimizer.f_at_rounded_x)
      #expect(error <= 1e-12 * (1 + minimizer.f) + residualRounding(function, at: x))
      let hessian = function.hessian(at: x)
      let scale = max(1, hessian.rows.flatMap { $0 }.largestMagnitude)
      #expect(function.gradient(at: x).norm <= 1e-12 * scale)
      let eigenvalues = try hessian.eigenvalues()
      let range = try [#require(eigenvalues.first), #require(eigenvalues.last)]
      expectClose(range, minimizer.hessian_eigenvalue_range, "curvature at \(x)")
      let isGlobal = minimizer.f <= problem.fstar + 1e-14
      let known = isGlobal ? function.minimizers : function.criticalPoints.map(\.point)
      #expect(
        problem.minimiser_note != nil || known.contains { isClose($0, x) }, "\(x) is missing")
    }
  }

  private func isClose(_ a: [Double], _ b: [Double]) -> Bool {
    zip(a, b).allSatisfy { abs($0 - $1) <= 1e-15 * max(1, abs($1)) }
  }

  /// Sizes without reference values: what is said of the minimizers holds.
  @Test(
    arguments: [
      "mgh-11:m=100", "mgh-12:m=30", "mgh-18:m=6", "mgh-20:n=12", "mgh-23:n=1", "mgh-23:n=1000",
      "mgh-26:n=1", "mgh-27:n=1", "mgh-27:n=2", "mgh-27:n=3", "mgh-27:n=4", "mgh-27:n=9",
      "mgh-27:n=40", "mgh-32:n=1,m=1", "mgh-32:n=40,m=50", "mgh-33:n=40,m=50", "mgh-33:n=1,m=1",
      "mgh-34:n=3,m=3", "mgh-34:n=40,m=50",
    ] + (1...7).map { "mgh-35:n=\($0),m=\($0)" } + ["mgh-35:n=9,m=9", "mgh-35:n=10,m=10"])
  func knownMinimizers(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    let minimum = try #require(function.minimum)
    #expect(!function.minimizers.isEmpty)
    let critical = function.criticalPoints.map(\.point)
    for x in function.minimizers + critical {
      let scale = max(1, function.hessian(at: x).rows.flatMap { $0 }.largestMagnitude)
      #expect(function.gradient(at: x).norm <= 1e-12 * scale, "gradient at \(x)")
    }
    for x in function.minimizers {
      #expect(abs(function.value(at: x) - minimum) <= 1e-12 * max(1, minimum), "value at \(x)")
    }
    for x in critical { #expect(function.value(at: x) > minimum + 1e-6, "value at \(x)") }
  }

  /// Where the minimum depends on the size and is not known, nothing is claimed.
  @Test(arguments: [
    "mgh-6:m=9", "mgh-16:m=19", "mgh-20:n=7", "mgh-24:n=5", "mgh-35:n=5,m=6", "mgh-35:n=11,m=11",
  ])
  func unknownMinima(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    #expect(function.minimum == nil && function.minimumBasis == .unknown)
    #expect(function.minimizers.isEmpty && function.criticalPoints.isEmpty)
  }

  @Test(arguments: [
    "mgh-0", "mgh-36", "mgh-1:n=3", "mgh-1:start=0", "mgh-1:start=-1", "mgh-1:start=nan",
    "mgh-1:start=inf", "mgh-1:start=1e200", "mgh-6:m=1", "mgh-11:m=2", "mgh-11:m=101",
    "mgh-12:m=2", "mgh-13:n=5", "mgh-16:m=3", "mgh-18:m=5", "mgh-20:n=1", "mgh-20:n=32",
    "mgh-21:n=5", "mgh-22:n=6", "mgh-23:n=0", "mgh-23:m=5", "mgh-32:n=11", "mgh-32:n=5,m=4",
    "mgh-33:n=5,m=4", "mgh-34:n=2", "mgh-34:n=5,m=4", "mgh-35:n=6", "bard:n=3",
  ])
  func badSettingsAreRefused(_ text: String) {
    #expect(throws: SpecificationError.self) { try FunctionCatalogue.function(text) }
  }

  @Test func messagesSayWhatIsExpected() {
    for (text, message) in [
      ("mgh-21:n=5", "mgh-21: n=5 is odd; expected an even n"),
      ("mgh-32:n=11", "mgh-32: m=10 is less than n=11; expected m ≥ n"),
      ("mgh-22:n=6", "mgh-22: n=6 is not a multiple of 4; expected 4, 8, 12, ..."),
    ] {
      #expect(throws: SpecificationError(message)) { try FunctionCatalogue.function(text) }
    }
  }

  @Test func aliasesCarrySettings() throws {
    let watson = try FunctionCatalogue.function("watson:n=9,start=10")
    #expect(watson.specification.description == "mgh-20:n=9,start=10")
  }

  /// Overflow, poles and NaN give what IEEE arithmetic gives; nothing traps.
  @Test(arguments: MGHReference.all)
  func extremeArguments(_ problem: MGHReference) throws {
    let function = try problem.function()
    for x in [0, 1e6, -1e6, 1e308, -1e308, .infinity, -.infinity, .nan] {
      let point = Vector(repeating: x, count: problem.n)
      let value = function.value(at: point)
      #expect(value >= 0 || value.isNaN)
      if x.isNaN { #expect(value.isNaN) }
      #expect(function.gradient(at: point).count == problem.n)
      #expect(function.hessianProduct(at: point, along: point).count == problem.n)
    }
  }

  /// x₁ = 0 counts as the limit from x₁ > 0.
  @Test func helicalValleyBesideItsAxis() throws {
    let valley = try FunctionCatalogue.function("helical-valley")
    for height in [2.0, -2] {
      let step = 1e-9
      let (on, beside) = ([0, height, 1], [step, height, 1])
      let slope = valley.gradient(at: on).norm
      #expect(abs(valley.value(at: on) - valley.value(at: beside)) <= 2 * step * slope)
      let curvature = valley.hessian(at: on).rows.flatMap { $0 }.norm
      for (a, b) in zip(valley.gradient(at: on), valley.gradient(at: beside)) {
        #expect(abs(a - b) <= 2 * step * curvature)
      }
    }
    #expect(valley.value(at: [0, 0, 0]) == 100)
    #expect(valley.gradient(at: [0, 0, 0]) == [0, 0, 0])
  }

  /// y₁₀₀ = 25, so that the last residual has its cusp at the minimizer.
  @Test func gulfAtACusp() throws {
    let gulf = try FunctionCatalogue.function("gulf-research-and-development:m=100")
    #expect(gulf.gradient(at: [10, 25, 1.2]).isFinite)
    #expect(gulf.hessian(at: [10, 25, 1.2]).rows.flatMap { $0 }.isFinite)
  }
}
