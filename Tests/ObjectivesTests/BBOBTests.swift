import Objectives
import Testing

/// All instances of the fixtures against COCO 2.8.2.
@Suite struct BBOBValueTests {
  /// f16, f19 and f23 have waves so short that the last digits of z matter.
  private func tolerance(_ number: Int) -> Double {
    [16, 19, 23].contains(number) ? 1e-9 : 1e-12
  }

  @Test(arguments: BBOBReference.all)
  func valuesAndMinimum(_ reference: BBOBReference) throws {
    let problem = reference.problem
    let function = try FunctionCatalogue.function(reference.specification)
    #expect(function.dimension == reference.dimension)
    // Of f20 COCO gives the value at x_opt, which rounds otherwise than f_opt.
    let minimum = try #require(function.minimum)
    #expect(abs(minimum - problem.fopt) <= (problem.f == 20 ? 4e-15 : 0))
    let minimizer = try #require(function.minimizers.first)
    expectClose(minimizer, problem.xopt, tolerance: 1e-15, "x_opt")
    func expectValue(at x: [Double], _ expected: Double) {
      let value = function.value(at: x)
      #expect(
        abs(value - expected) <= tolerance(problem.f) * abs(expected),
        "f\(x) = \(value), not \(expected)")
    }
    expectValue(at: problem.xopt, problem.f_at_xopt)
    for (point, y) in zip(reference.points, problem.y) { expectValue(at: point.x, y) }
    for (step, y) in zip(reference.nearSteps, problem.y_near) {
      let x = problem.xopt.enumerated().map { $1 + ($0.isMultiple(of: 2) ? step : -step) }
      expectValue(at: x, y)
    }
  }
}
