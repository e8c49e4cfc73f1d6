import LinearAlgebra
import Objectives
import Testing

@testable import Optimizers

/// Steepest descent, Barzilai and Borwein's method, coordinate descent.
@Suite struct DescentMethodTests {
  private func points(
    _ text: String, from start: Vector, on oracle: TestOracle, steps: Int
  ) throws -> [Vector] {
    let settings = try OptimizerCatalogue.settings(text)
    return (0...steps).map {
      Run(settings, from: start, on: oracle, tolerance: 0, mostSteps: $0).x
    }
  }

  /// (κ − 1)² / (κ + 1)² bounds the factor of f − f*, and is met from (κ, 1).
  @Test func exactSteepestDescentMeetsItsBound() throws {
    let oracle = TestOracle(
      dimension: 2,
      gradient: { ($0[0] * $0[0] / 2 + 10 * $0[1] * $0[1] / 2, [$0[0], 10 * $0[1]]) },
      hessian: { _ in
        var matrix = SymmetricMatrix(order: 2)
        matrix[0, 0] = 1
        matrix[1, 1] = 10
        return matrix
      })
    let path = try points("steepest-descent:search=exact", from: [10, 1], on: oracle, steps: 10)
    let values = path.map { oracle.gradient($0).value }
    for (before, after) in zip(values, values.dropFirst()) {
      #expect(abs(after / before - (9.0 / 11) * (9.0 / 11)) < 1e-12)
    }
  }

  @Test(arguments: ["long", "short", "alternating"])
  func barzilaiBorweinStepsAreItsFormulas(_ step: String) throws {
    let oracle = Quadratic(n: 5, condition: 20).oracle
    let path = try points(
      "bb:safeguard=false,step=\(step)", from: .zeros(5), on: oracle, steps: 8)
    for k in 1..<8 {
      let s = zip(path[k], path[k - 1]).map { $0 - $1 }
      let g = oracle.gradient(path[k]).gradient
      let y = zip(g, oracle.gradient(path[k - 1]).gradient).map { $0 - $1 }
      let isLong = step == "long" || (step == "alternating" && k % 2 == 1)
      let length = isLong ? s.dot(s) / s.dot(y) : s.dot(y) / y.dot(y)
      let expected = zip(path[k], g).map { $0 - length * $1 }
      #expect(zip(path[k + 1], expected).allSatisfy { abs($0 - $1) < 1e-9 })
    }
  }

  @Test(arguments: [
    "bb", "bb:step=short", "bb:step=alternating", "bb:safeguard=false",
    "coordinate-descent:search=exact", "coordinate-descent:rule=gauss-southwell",
    "coordinate-descent", "steepest-descent", "steepest-descent:search=exact",
  ])
  func quadraticsAreSolved(_ text: String) throws {
    let settings = try OptimizerCatalogue.settings(text)
    let run = Run(
      settings, from: .zeros(6), on: Quadratic(n: 6, condition: 30).oracle, tolerance: 1e-8)
    #expect(run.gradientNorm <= 1e-8, "\(String(describing: run.halt))")
  }

  /// xᵢ ← (bᵢ − Σ_{j≠i} Aᵢⱼ xⱼ) / Aᵢᵢ, one after another.
  @Test func exactCoordinatesAreGaussSeidel() throws {
    let quadratic = Quadratic(n: 4, condition: 8)
    let path = try points(
      "coordinate-descent:search=exact", from: .zeros(4), on: quadratic.oracle, steps: 12)
    var x = Vector.zeros(4)
    for k in 0..<12 {
      let i = k % 4
      let residual = (0..<4).reduce(0.0) {
        $0 + quadratic.matrix[i, $1] * (quadratic.center[$1] - x[$1])
      }
      x[i] += residual / quadratic.matrix[i, i]
      #expect(zip(path[k + 1], x).allSatisfy { abs($0 - $1) < 1e-12 })
    }
  }

  @Test func theNonMonotoneRuleLetsTheValueRise() throws {
    let path = try points("bb", from: [-1.2, 1], on: TestOracle(Rosenbrock()), steps: 40)
    let values = path.map { Rosenbrock().value(at: $0) }
    #expect(zip(values, values.dropFirst()).contains { $1 > $0 })
    for k in 1..<values.count {
      #expect(values[k] <= values[max(0, k - 10)..<k].max() ?? 0)
    }
  }

  @Test(arguments: [
    "bb", "bb:step=alternating", "coordinate-descent", "steepest-descent", "dfp", "sr1", "broyden",
    "bfgs:search=hager-zhang", "bfgs:search=non-monotone", "cg:preset=cg-descent",
    "lbfgs:search=armijo", "cg:search=weak-wolfe,beta=dai-liao", "bfgs:search=nocedal-wright",
  ])
  func refusedQueriesLeaveTheIterate(_ text: String) throws {
    let settings = try OptimizerCatalogue.settings(text)
    for budget in 0..<30 {
      var oracle = TestOracle(Rosenbrock(n: 4))
      oracle.mostQueries = budget
      let run = Run(settings, from: [-1.2, 1, -1.2, 1], on: oracle, mostSteps: 50)
      let before = Run(
        settings, from: [-1.2, 1, -1.2, 1], on: TestOracle(Rosenbrock(n: 4)), mostSteps: run.steps)
      #expect(run.halt == .budgetSpent("queries"))
      #expect(run.oracle.gradientCount == budget)
      #expect(run.x == before.x)
    }
  }
}
