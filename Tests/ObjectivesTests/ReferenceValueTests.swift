import LinearAlgebra
import Objectives
import Testing

@Suite struct ReferenceValueTests {
  @Test func everyFunctionHasReferenceValues() throws {
    let covered = try Set(
      ReferenceProblem.all.map { type(of: try FunctionCatalogue.function($0.specification)).name })
    #expect(covered == Set(FunctionCatalogue.names))
  }

  @Test(arguments: ReferenceProblem.all)
  func valuesAndDerivatives(_ problem: ReferenceProblem) throws {
    let function = try FunctionCatalogue.function(problem.specification)
    #expect(function.dimension == problem.n)
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
  func minimaAndStart(_ problem: ReferenceProblem) throws {
    let function = try FunctionCatalogue.function(problem.specification)
    if let minimum = problem.fstar {
      #expect(abs((function.minimum ?? .nan) - minimum) <= 1e-14 * (1 + abs(minimum)))
    } else {
      #expect(function.minimum == nil)
    }
    let minimizers = problem.minimisers ?? []
    #expect(function.minimizers.count == minimizers.count)
    for minimizer in minimizers {
      #expect(
        function.minimizers.contains { zip($0, minimizer.x).allSatisfy { abs($0 - $1) <= 1e-14 } },
        "\(minimizer.x) is missing")
      #expect(abs(function.value(at: minimizer.x) - minimizer.f_at_x) <= 1e-12)
    }
    if let start = problem.usual_start { #expect(function.start == start) }
  }
}
