import LinearAlgebra
import RealModule
import Specifications

/// Griewank's function ‖x‖²/4000 − Π cos(xᵢ/√i) + 1: a wide shallow bowl under a ripple of
/// thousands of minima.
///
/// Seen from afar it is the bowl alone. The more variables, the smaller the product mostly is, so
/// that it becomes easier for global methods as n grows. Near 0 the ripple hides the bowl.
public struct Griewank: FormulaFunction {
  public static let card = FunctionCard(
    name: "griewank", title: "Griewank",
    formula: "sum_i x_i^2 / 4000 - prod_i cos(x_i / sqrt(i)) + 1", dimensionRule: "1 or more",
    tags: [.multimodal, .smooth],
    source: "A. O. Griewank, Generalized descent for global optimization, Journal of "
      + "Optimization Theory and Applications 34 (1981) 11-39")
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 1...largestDimension, "number of variables")
  ]

  public internal(set) var dimension = 2

  public init() {}

  public var domain: [ClosedRange<Double>] { Array(repeating: -600...600, count: dimension) }
  public var start: Vector { .alternating(350, -220, count: dimension) }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [.zeros(dimension)] }

  @inlinable
  public func evaluate<S: Scalar>(_ x: Span<S>) -> S {
    var squares: S = 0
    var product: S = 1
    for i in 0..<x.count {
      squares += x[i] * x[i]
      product = shortened(product * .cos(frequency(i) * x[i]))
    }
    return squares / 4000 + (1 - product)
  }

  /// The product of the other cosines is that of those before times that of those after, without a
  /// division by a cosine, which may be 0.
  @inlinable
  public func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    var squares: S = 0
    var product: S = 1
    for i in 0..<x.count {
      squares += x[i] * x[i]
      gradient[i] = product
      product = shortened(product * .cos(frequency(i) * x[i]))
    }
    var after: S = 1
    for i in (0..<x.count).reversed() {
      let frequency: S = frequency(i)
      let angle = frequency * x[i]
      gradient[i] = x[i] / 2000 + gradient[i] * after * (frequency * .sin(angle))
      after = shortened(after * .cos(angle))
    }
    return squares / 4000 + (1 - product)
  }

  /// The product, and 0 once it is below 1e-280: many cosines make it denormal, which would change
  /// no digit of a sum but make every later multiplication slow.
  @inlinable
  func shortened<S: Scalar>(_ product: S) -> S {
    product.real != 0 && Swift.abs(product.real) < 1e-280 ? 0 : product
  }

  /// 1/√i.
  @inlinable
  func frequency<S: Scalar>(_ i: Int) -> S {
    S(1 / Double(i + 1).squareRoot())
  }
}
