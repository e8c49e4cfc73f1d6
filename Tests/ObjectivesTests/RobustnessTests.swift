import LinearAlgebra
import Objectives
import Testing

/// What functions answer far from anything sensible. Nothing may trap.
@Suite struct RobustnessTests {
  static let specifications = FunctionCatalogue.names + FunctionCatalogue.enlarged
  static let tiny = [0, -0.0, 1e-308, -1e-308, .leastNonzeroMagnitude]
  static let extremes = tiny + [.nan, .infinity, -.infinity, 1e308, -1e308]

  /// Value, gradient and curvature agree on what f is, at points with one extreme coordinate and at
  /// points with nothing else.
  @Test(arguments: specifications)
  func extremesAreAnswered(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    let direction = Vector(repeating: 1, count: function.dimension)
    for size in Self.extremes {
      for x in Self.points(function, size) {
        let value = function.value(at: x)
        let (again, gradient) = Self.valueAndGradient(function, x)
        #expect(Self.agree(value, again), "f\(x) = \(value), but \(again) with the gradient")
        #expect(gradient.count == function.dimension)
        #expect(function.sumOfSquares == nil || value >= 0 || value.isNaN)
        #expect(function.hessianProduct(at: x, along: direction).count == function.dimension)
      }
    }
  }

  /// NaN is never lost on the way, be it by a comparison or a branch.
  @Test(arguments: specifications)
  func notANumberGivesNotANumber(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    for x in Self.points(function, .nan) where Self.depends(function, onNaNsOf: x) {
      #expect(function.value(at: x).isNaN, "f\(x) = \(function.value(at: x))")
      let (value, gradient) = Self.valueAndGradient(function, x)
      #expect(value.isNaN && gradient.contains { $0.isNaN }, "gradient at \(x): \(gradient)")
    }
  }

  /// In the domain, coordinates at or next to 0 give numbers, and -0 the same as 0. Next to a place
  /// where f is not smooth its slopes may be too large for numbers.
  @Test(arguments: specifications)
  func nextToZeroAllIsFinite(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    for size in Self.tiny {
      for x in Self.points(function, size)
      where zip(x, function.domain).allSatisfy({ $1.contains($0) }) {
        let (value, gradient) = Self.valueAndGradient(function, x)
        #expect(value.isFinite, "f\(x) = \(value)")
        #expect(
          gradient.isFinite || function.tags.contains(.nonSmooth),
          "gradient at \(x): \(gradient)")
        let unsigned = x.map { $0 + 0 }
        #expect(value == function.value(at: unsigned), "f\(x) depends on the sign of zero")
      }
    }
  }

  /// Gradients and Hessian products at minimizers are numbers, at kinks too.
  @Test(arguments: specifications)
  func atMinimizersAllIsFinite(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    for x in function.minimizers {
      #expect(function.gradient(at: x).isFinite)
      #expect(function.hessianProduct(at: x, along: x).isFinite)
    }
  }

  /// Whether f changes with one of the coordinates that are NaN: mgh-34 has two that do nothing.
  private static func depends(_ function: any TestFunction, onNaNsOf x: Vector) -> Bool {
    let start = function.start
    return x.indices.contains { i in
      guard x[i].isNaN else { return false }
      var moved = start
      moved[i] += 0.37
      return function.value(at: moved) != function.value(at: start)
    }
  }

  /// The start with `size` in the place of each coordinate, and in that of all.
  private static func points(_ function: any TestFunction, _ size: Double) -> [Vector] {
    let everywhere = Vector(repeating: size, count: function.dimension)
    return [everywhere]
      + (0..<function.dimension).map { i in
        var x = function.start
        x[i] = size
        return x
      }
  }

  private static func valueAndGradient(
    _ function: any TestFunction, _ x: Vector
  ) -> (Double, Vector) {
    var gradient = Vector.zeros(function.dimension)
    var span = gradient.mutableSpan
    let value = function.gradient(at: x.span, into: &span)
    return (value, gradient)
  }

  /// Equal, or both NaN, or within rounding.
  private static func agree(_ a: Double, _ b: Double) -> Bool {
    a == b || (a.isNaN && b.isNaN) || abs(a - b) <= 1e-13 * max(abs(a), abs(b))
  }
}
