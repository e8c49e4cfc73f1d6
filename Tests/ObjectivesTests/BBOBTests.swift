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

  /// Instances whose seeds exceed the modulus of the stream, against COCO 2.8.2.
  @Test(arguments: [
    ("f1", 214_649, 79.02360784), ("f6", 214_649, 48047.602851479256),
    ("f15", 214_748, 200.4102635097297), ("f21", 214_749, 3.237556520469986),
    ("f1", 300_000, 125.20782928), ("f15", 1_000_000, 1191.0849464184494),
    ("f6", 9_000_000, 117246.98531015741), ("f21", 9_000_000, 676.2794680106579),
  ])
  func farInstances(_ name: String, _ instance: Int, _ expected: Double) throws {
    let value = try FunctionCatalogue.function("bbob-\(name):instance=\(instance)")
      .value(at: [0.5, -1.25])
    #expect(abs(value - expected) <= 1e-12 * abs(expected), "\(value)")
  }
}
