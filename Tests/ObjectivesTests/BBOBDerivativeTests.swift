import LinearAlgebra
import Objectives
import Testing

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

  @Test func madeInCodeOrBySpecification() throws {
    let made = BBOBF15(n: 7, instance: 3)
    let specified = try FunctionCatalogue.function("bbob-f15:n=7,instance=3")
    #expect(made.specification == specified.specification)
    let x = (0..<7).map { 0.5 * Double($0) - 2 }
    #expect(made.value(at: x) == specified.value(at: x))
  }
}
