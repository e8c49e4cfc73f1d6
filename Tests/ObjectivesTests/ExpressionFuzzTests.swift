import LinearAlgebra
import RandomInputs
import Specifications
import Testing

@testable import Objectives

/// Whatever is typed, there is a function or an error, and whatever is evaluated, a number.
@Suite struct ExpressionFuzzTests {
  static let special: [Double] = [
    0, -0.0, 1, -1, 0.5, -2.5, 1e308, -1e308, .leastNonzeroMagnitude, .infinity, -.infinity, .nan,
  ]

  @Test(arguments: 1...10)
  func tenThousandTexts(_ seed: Int) throws {
    var source = RandomExpression(seed: UInt64(seed))
    var accepted = 0
    for round in 0..<1000 {
      let size = Int.random(in: 0...12, using: &source.random)
      let written = source.expression(size)
      let text = round.isMultiple(of: 2) ? written : source.mutated(written)
      do {
        let program = try ExpressionCompiler.program(ExpressionParser.parse(text), n: nil)
        accepted += 1
        evaluate(program, &source.random)
      } catch {
        #expect(!"\(error)".contains("\n"), "\(text)")
        #expect(!round.isMultiple(of: 2), "\(text): \(error)")
      }
    }
    #expect(accepted > 500)
  }

  /// Value, gradient and Hessian product where they are defined and where they are not.
  private func evaluate(_ program: ExpressionProgram, _ random: inout RandomStream) {
    guard program.dimension <= 100 else { return }
    for isSpecial in [false, true, true] {
      let x = (0..<program.dimension).map { _ in
        isSpecial ? Self.special.randomElement(using: &random) ?? 0 : random.normal()
      }
      let value = program.value(x.span)
      var gradient = Vector.zeros(x.count)
      var span = gradient.mutableSpan
      let again = program.differentiate(x.span, into: &span)
      #expect(value == again || value.isNaN && again.isNaN)
      let point = x.map { Dual($0, 1) }
      var slopes = [Dual<Double>](repeating: 0, count: x.count)
      var slopeSpan = slopes.mutableSpan
      _ = program.differentiate(point.span, into: &slopeSpan)
      // The gradient is the same whatever it is differentiated by, unless that is infinite.
      for (a, b) in zip(gradient, slopes) where a.isFinite && b.value.isFinite {
        #expect(a == b.value)
      }
    }
  }

  /// The whole of a function, and its specification.
  @Test func functions() throws {
    var source = RandomExpression(seed: 42)
    for _ in 0..<60 {
      let text = source.expression(Int.random(in: 1...8, using: &source.random))
      let function = try ExpressionFunction(parsing: text)
      #expect(function.start.count == function.dimension)
      #expect(function.start.isFinite)
      let printed = function.specification.description
      let again = try FunctionCatalogue.function(printed)
      #expect(again.specification.description == printed)
      #expect(again.start == function.start && again.dimension == function.dimension)
    }
  }

  /// The catalogue takes any text as well.
  @Test func catalogue() {
    var source = RandomExpression(seed: 7)
    let names = FunctionCatalogue.names + ["noisy(beale,sigma=0.1)", "x^2+y^2:n=2,start=1/2", "x"]
    for _ in 0..<3000 {
      let text = source.mutated(names.randomElement(using: &source.random) ?? "")
      let isExpression = FunctionCatalogue.isExpression(text)
      if isExpression { _ = try? ExpressionParser.parse(text) }
    }
  }
}
