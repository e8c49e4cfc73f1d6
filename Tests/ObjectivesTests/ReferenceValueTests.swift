import LinearAlgebra
import Objectives
import Testing

/// The classics against values of 60-digit arithmetic.
@Suite struct ReferenceValueTests {
  @Test(arguments: ReferenceProblem.all)
  func valuesAndDerivatives(_ problem: ReferenceProblem) throws {
    let function = try FunctionCatalogue.function(problem.specification)
    #expect(function.dimension == problem.n)
    for (ours, theirs) in zip(function.domain, problem.domain) {
      #expect(ours.lowerBound >= theirs[0] && ours.upperBound <= theirs[1])
    }
    for point in problem.points {
      let value = function.value(at: point.x)
      #expect(
        abs(value - point.f) <= 1e-12 * (1 + abs(point.f)), "f\(point.x) = \(value), not \(point.f)"
      )
      expectClose(function.gradient(at: point.x), point.gradient, "gradient at \(point.x)")
      if let hessian = point.hessian {
        let ours = function.hessian(at: point.x).rows.flatMap { $0 }
        expectClose(ours, hessian.flatMap { $0 }, "Hessian at \(point.x)")
      }
      if let product = point.hessian_times_alternating {
        let direction = (0..<problem.n).map { $0.isMultiple(of: 2) ? 1.0 : -1 }
        let ours = function.hessianProduct(at: point.x, along: direction)
        expectClose(ours, product, "Hessian product at \(point.x)")
      }
    }
  }

  @Test(arguments: ReferenceProblem.all)
  func minimumAndStart(_ problem: ReferenceProblem) throws {
    let function = try FunctionCatalogue.function(problem.specification)
    if let minimum = problem.fstar {
      #expect(abs((function.minimum ?? .nan) - minimum) <= 1e-14 * (1 + abs(minimum)))
    } else {
      #expect(function.minimum == nil)
    }
    if let start = problem.usual_start { #expect(function.start == start) }
    for stationary in problem.other_stationary_points ?? [] {
      #expect(
        function.criticalPoints.contains { isClose($0.point, stationary.x) },
        "the stationary point \(stationary.x) is missing")
    }
  }

  /// Each reference minimizer is one of ours, and f, its gradient and its curvature are there what
  /// they should be.
  @Test(arguments: ReferenceProblem.all)
  func minimizers(_ problem: ReferenceProblem) throws {
    let function = try FunctionCatalogue.function(problem.specification)
    let minimizers = problem.minimisers ?? []
    #expect(function.minimizers.count >= minimizers.count)
    for minimizer in minimizers {
      let x = minimizer.x
      #expect(function.minimizers.contains { isClose($0, x) }, "\(x) is missing")
      let size = max(1, abs(minimizer.f_at_x))
      #expect(abs(function.value(at: x) - minimizer.f_at_x) <= 1e-12 * size)
      guard let norm = minimizer.gradient_norm_at_x else { continue }
      let hessian = function.hessian(at: x)
      let scale = max(1, hessian.rows.flatMap { $0 }.largestMagnitude)
      #expect(abs(function.gradient(at: x).norm - norm) <= 1e-12 * scale)
      if let eigenvalues = minimizer.hessian_eigenvalues {
        expectClose(try hessian.eigenvalues(), eigenvalues, "curvature at \(x)")
      }
    }
  }

  private func isClose(_ a: [Double], _ b: [Double]) -> Bool {
    let scale = max(1, b.largestMagnitude)
    return a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) <= 1e-14 * scale }
  }
}
