import LinearAlgebra
import Objectives
import Testing

@testable import Optimizers

/// Newton's method in its forms, trust regions and cubic regularization.
@Suite struct NewtonFamilyTests {
  /// With the settings that make each reach minima from anywhere.
  static let descending = [
    "newton:hessian=shifted,search=strong-wolfe", "newton:hessian=raised,search=strong-wolfe",
    "saddle-free:search=strong-wolfe", "newton-cg", "newton-cg:preset=scipy",
    "newton-cg:preset=nocedal-wright", "dogleg", "double-dogleg", "steihaug", "trust-exact", "arc",
    "arc:decrease=gradient", "sr1-trust-region", "lbfgs-trust-region", "trust-krylov",
  ]

  /// Those that ask for no Hessian.
  static let learning = ["sr1-trust-region", "lbfgs-trust-region"]

  private func run(
    _ text: String, from start: Vector, on oracle: TestOracle, tolerance: Double = 1e-8,
    mostSteps: Int = 500
  ) throws -> Run {
    func run(_ settings: some OptimizerSettings) -> Run {
      Run(settings, from: start, on: oracle, tolerance: tolerance, mostSteps: mostSteps)
    }
    return run(try OptimizerCatalogue.settings(text))
  }

  // MARK: Quadratics

  @Test(arguments: [
    "newton", "newton:hessian=shifted", "newton:hessian=raised,floor=0", "saddle-free",
    "newton:search=strong-wolfe", "newton:search=exact", "dogleg:radius=100",
    "double-dogleg:radius=100", "trust-exact:radius=100",
  ])
  func oneStepEndsOnAQuadratic(_ text: String) throws {
    for n in [1, 2, 5, 20] {
      let quadratic = Quadratic(n: n, condition: 1e3)
      let run = try run(text, from: .zeros(n), on: quadratic.oracle, tolerance: 1e-9, mostSteps: 1)
      #expect(run.gradientNorm <= 1e-9, "\(n)")
      #expect(run.oracle.hessianCount == 1)
    }
  }

  /// Where no step is refused or bounded B = H after n independent steps, and the next ends.
  @Test(arguments: 2...8) func sr1LearnsAQuadratic(n: Int) throws {
    let quadratic = Quadratic(n: n, condition: 10)
    var model = SR1Model(dimension: n, isScaled: false)
    for k in 0..<n {
      var (start, end) = (Sample(at: quadratic.center), Sample(at: quadratic.center))
      var axis = quadratic.center
      axis[k] += 1
      end = Sample(at: axis)
      var oracle = quadratic.oracle
      try start.evaluate(querying: &oracle)
      try end.evaluate(querying: &oracle)
      model.learn(from: start, to: end)
    }
    for i in 0..<n {
      for j in 0..<n { #expect(abs(model.matrix[i, j] - quadratic.matrix[i, j]) <= 1e-9) }
    }
    let run = try run("sr1-trust-region:radius=10", from: .zeros(n), on: quadratic.oracle)
    #expect(run.gradientNorm <= 1e-8)
    #expect(run.oracle.hessianCount + run.oracle.productCount == 0)
  }

  // MARK: Minima

  @Test(arguments: descending) func rosenbrockIsSolved(_ text: String) throws {
    let run = try run(text, from: [-1.2, 1], on: TestOracle(Rosenbrock()))
    #expect(run.value < 1e-12, "\(String(describing: run.halt))")
    let isSlow = Self.learning.contains(text) || text.hasPrefix("newton-cg")
    #expect(run.steps <= (isSlow ? 90 : 60))
    let points = run.oracle.points
    #expect(Set(points).count == points.count, "a gradient was asked for twice")
    if text.hasPrefix("newton-cg") || ["steihaug", "trust-krylov"].contains(text) {
      #expect(run.oracle.hessianCount == 0)
    }
  }

  /// ‖x_{t+1} − x*‖ ≤ C ‖x_t − x*‖² near the minimum.
  @Test(arguments: [
    "newton", "newton:hessian=shifted,search=strong-wolfe", "saddle-free:search=strong-wolfe",
    "dogleg", "double-dogleg", "trust-exact", "arc:decrease=gradient",
  ])
  func convergenceIsQuadratic(_ text: String) throws {
    var distances: [Double] = []
    for steps in 0...40 {
      let run = try run(
        text, from: [-1.2, 1], on: TestOracle(Rosenbrock()), tolerance: 1e-13, mostSteps: steps)
      let distance = zip(run.x, [1, 1]).map { $0 - $1 }.norm
      if distance < 1e-9 { break }
      distances.append(distance)
    }
    let last = try #require(distances.last)
    #expect(last < 0.1)
    let run = try run(
      text, from: [-1.2, 1], on: TestOracle(Rosenbrock()), tolerance: 1e-13,
      mostSteps: distances.count)
    let next = zip(run.x, [1, 1]).map { $0 - $1 }.norm
    #expect(next <= 50 * last * last, "\(distances), \(next)")
  }

  // MARK: Size

  /// Products only: 10⁵ variables, and few numbers a variable.
  @Test(arguments: ["newton-cg", "steihaug", "lbfgs-trust-region"])
  func manyVariablesNeedNoMatrix(_ text: String) throws {
    let settings = try OptimizerCatalogue.settings(text)
    #expect(!settings.storesMatrix)
    func check<S: OptimizerSettings>(_ settings: S) throws {
      let n = 100_000
      var oracle = SeparableOracle(dimension: n)
      var method = S.Method(settings, dimension: n)
      var x = Vector(repeating: 1, count: n)
      for _ in 0..<100 where oracle.products < 200 && oracle.largestSlope(at: x) > 1e-6 {
        try method.step(from: &x, querying: &oracle)
      }
      #expect(oracle.largestSlope(at: x) <= 1e-6)
      #expect((oracle.products > 0) != text.hasPrefix("lbfgs"))
    }
    try check(settings)
  }

  // MARK: Edges

  @Test(arguments: descending) func refusedQueriesLeaveTheIterate(_ text: String) throws {
    func check<S: OptimizerSettings>(_ settings: S) {
      for budget in 0..<40 {
        var oracle = TestOracle(Rosenbrock(n: 4))
        oracle.mostQueries = budget
        var method = S.Method(settings, dimension: 4)
        var x: Vector = [-1.2, 1, -1.2, 1]
        while true {
          let before = x
          do throws(Halt) { try method.step(from: &x, querying: &oracle) } catch {
            #expect(x == before)
            break
          }
        }
      }
    }
    check(try OptimizerCatalogue.settings(text))
  }

  @Test(arguments: descending, [Double.nan, .infinity])
  func answersThatAreNoNumbersFail(_ text: String, _ answer: Double) throws {
    let matrix = SymmetricMatrix.identity(order: 2, scale: answer)
    for slope in Self.learning.contains(text) ? [answer] : [1, answer] {
      let oracle = TestOracle(
        dimension: 2, gradient: { _ in (1, [slope, 1]) }, hessian: { _ in matrix })
      let run = try run(text, from: [1, 2], on: oracle, mostSteps: 3)
      #expect(run.x == [1, 2])
      #expect(run.halt != nil)
    }
  }

  @Test(arguments: descending + ["newton"]) func restsAtAMinimum(_ text: String) throws {
    let run = try run(
      text, from: [1, 1], on: TestOracle(Rosenbrock()), tolerance: -1, mostSteps: 2)
    #expect(run.x == [1, 1])
    if text != "newton" {
      guard case .stalled = try #require(run.halt) else {
        Issue.record("\(String(describing: run.halt))")
        return
      }
    }
  }

  @Test func settingsAreChecked() {
    #expect(throws: (any Error).self) { try OptimizerCatalogue.settings("arc:eta1=0.9,eta2=0.5") }
    #expect(throws: (any Error).self) { try OptimizerCatalogue.settings("dogleg:acceptance=0.3") }
  }
}

/// Σ cᵢ xᵢ²/2 + xᵢ⁴/4 with cᵢ from 1 to 4, which refuses to make a matrix.
private struct SeparableOracle: Oracle {
  let dimension: Int
  var products = 0

  private func weight(_ i: Int) -> Double { 1 + Double(i % 4) }

  func largestSlope(at x: Vector) -> Double {
    var largest = 0.0
    for i in 0..<x.count { largest = max(largest, abs(weight(i) * x[i] + x[i] * x[i] * x[i])) }
    return largest
  }

  mutating func value(at x: borrowing Vector) throws(Halt) -> Double {
    throw .failed("only gradients and products")
  }

  mutating func gradient(at x: borrowing Vector, into g: inout Vector) throws(Halt) -> Double {
    var sum = 0.0
    for i in 0..<g.count {
      let square = x[i] * x[i]
      g[i] = weight(i) * x[i] + square * x[i]
      sum += weight(i) * square / 2 + square * square / 4
    }
    return sum
  }

  mutating func hessian(at x: borrowing Vector, into h: inout SymmetricMatrix) throws(Halt) {
    throw .failed("only gradients and products")
  }

  mutating func product(
    at x: borrowing Vector, along d: borrowing Vector, into product: inout Vector
  ) throws(Halt) {
    products += 1
    for i in 0..<product.count { product[i] = (weight(i) + 3 * x[i] * x[i]) * d[i] }
  }
}
