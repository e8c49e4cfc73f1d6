import LinearAlgebra
import Specifications
import Testing

@testable import Objectives

@Suite struct BBOBPartTests {
  let parts: BBOBParts

  init() throws {
    parts = try #require(BBOBParts.all)
  }

  @Test func streams() {
    for stream in parts.uniform {
      #expect(BBOBStream.uniforms(stream.values.count, seed: stream.seed) == stream.values)
    }
    for stream in parts.gauss {
      expectClose(
        BBOBStream.gaussians(stream.values.count, seed: stream.seed), stream.values,
        tolerance: 1e-15, "normal numbers of seed \(stream.seed)")
    }
  }

  @Test func rotations() {
    for rotation in parts.rotation {
      let matrix = BBOBMatrix(rotationOf: rotation.n, seed: rotation.seed)
      // Gram and Schmidt's process magnifies the last digits of the normal numbers.
      expectClose(
        matrix.rows, rotation.rows.flatMap { $0 }, tolerance: 1e-14,
        "rotation of seed \(rotation.seed)")
      let identity = matrix.transposed.times(matrix)
      for i in 0..<rotation.n {
        for j in 0..<rotation.n {
          #expect(abs(identity.rows[i * rotation.n + j] - (i == j ? 1 : 0)) <= 1e-14)
        }
      }
    }
  }

  @Test func maps() {
    expectClose(
      parts.t_osz.x.map(BBOBTransformation.oscillated), parts.t_osz.y, tolerance: 1e-15, "T_osz")
    for map in parts.t_asy {
      let draw = BBOBDraw(stream: 1, dimension: map.x.count, instance: 1)
      let ours = zip(map.x, draw.positions).map {
        BBOBTransformation.asymmetric($0, (map.beta ?? .nan) * $1)
      }
      expectClose(ours, map.y, tolerance: 1e-15, "T_asy")
    }
    for diagonal in parts.lambda_diagonal {
      let draw = BBOBDraw(stream: 1, dimension: diagonal.n, instance: 1)
      expectClose(
        draw.conditioning(diagonal.alpha), diagonal.values, tolerance: 1e-15, "Λ")
    }
  }

  /// The matrix product over four vectors a pass, whatever remains.
  @Test(arguments: 1...9)
  func productsAreSums(_ n: Int) {
    let entries = (0..<(n * n)).map { Double($0 * $0 % 17) - 8 }
    let matrix = BBOBMatrix(order: n, columns: entries)
    let x = (0..<n).map { Double($0) - 2.5 }
    for i in 0..<n {
      let row = (0..<n).map { entries[$0 * n + i] }
      #expect((matrix * x)[i] == row.dot(x))
      #expect((matrix.transposed * x)[i] == Vector(entries[(i * n)..<((i + 1) * n)]).dot(x))
    }
  }
}

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

@Suite struct BBOBDerivativeTests {
  static let specifications = (1...24).flatMap {
    ["bbob-f\($0)", "bbob-f\($0):n=3,instance=4", "bbob-f\($0):n=11,instance=15"]
  }

  /// Hessian products, one sweep over dual numbers, against n passes over nested dual numbers of
  /// the value alone.
  @Test(arguments: specifications)
  func productsAreThoseOfNestedDuals(_ text: String) throws {
    let function = try #require(FunctionCatalogue.function(text) as? any FormulaFunction)
    let d = (0..<function.dimension).map { 1 / Double($0 + 1) }
    for x in Self.points(function) {
      let expected = Self.nestedProduct(function, x, d)
      expectClose(function.hessianProduct(at: x, along: d), expected, tolerance: 1e-11, "\(x)")
    }
  }

  private static func nestedProduct(_ f: some FormulaFunction, _ x: Vector, _ d: Vector) -> Vector {
    var point = zip(x, d).map { Dual(Dual<Double>($0, $1), 0) }
    return point.indices.map { i in
      point[i].derivative = 1
      defer { point[i].derivative = 0 }
      return f.evaluate(point.span).derivative.derivative
    }
  }

  /// The change of f over a short step. f16 and f19 have waves that ask for a shorter one; f23 has
  /// kinks at less than any step.
  @Test(arguments: specifications.filter { !$0.hasPrefix("bbob-f23") })
  func slopesAreDifferencesOfValues(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    let isRough = ["bbob-f16", "bbob-f19"].contains { text.hasPrefix($0) }
    let step = isRough ? 3e-9 : 1e-6
    for x in Self.points(function) {
      let d = (0..<function.dimension).map { $0.isMultiple(of: 3) ? 0.6 : -0.8 }
      var (ahead, behind) = (x, x)
      ahead.add(step, d)
      behind.add(-step, d)
      let (high, low) = (function.value(at: ahead), function.value(at: behind))
      let gradient = function.gradient(at: x)
      let difference = (high - low) / (2 * step)
      let rounding = 1e-15 * max(abs(high), abs(low)) / step
      #expect(
        abs(gradient.dot(d) - difference) <= rounding + 1e-4 * gradient.norm + 1e-9,
        "\(gradient.dot(d)) is not \(difference) at \(x)")
    }
  }

  private static func points(_ function: some TestFunction) -> [Vector] {
    var random = RandomStream(seed: 24)
    return (0..<4).map { _ in
      function.domain.map { _ in .random(in: -6...6, using: &random) }
    }
  }

  /// Whatever x is, something comes out; where f has no gradient, a finite one.
  @Test(arguments: specifications)
  func nothingTraps(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    let n = function.dimension
    for value in [Double.nan, .infinity, -.infinity, 1e308, -1e308, .leastNonzeroMagnitude, 0] {
      for x in [Vector(repeating: value, count: n), [value] + Vector.zeros(n - 1)] {
        _ = function.value(at: x)
        _ = function.gradient(at: x)
        _ = function.hessianProduct(at: x, along: x)
      }
    }
    let minimizer = try #require(function.minimizers.first)
    #expect(function.gradient(at: minimizer).isFinite)
    #expect(function.hessianProduct(at: minimizer, along: minimizer).isFinite)
  }

  @Test func madeInCodeOrBySpecification() throws {
    let made = BBOBF15(n: 7, instance: 3)
    let specified = try FunctionCatalogue.function("bbob-f15:n=7,instance=3")
    #expect(made.specification == specified.specification)
    let x = (0..<7).map { 0.5 * Double($0) - 2 }
    #expect(made.value(at: x) == specified.value(at: x))
  }
}
