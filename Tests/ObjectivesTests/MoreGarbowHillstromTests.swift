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
    let function = try problem.function()
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
}
