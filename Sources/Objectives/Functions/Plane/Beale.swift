import LinearAlgebra
import Specifications

/// Beale's function: a flat, bent valley between steep corners.
///
/// Σ (cₖ − x (1 − yᵏ))² with c = (1.5, 2.25, 2.625). Along y = 1 f is constant, 14.203125; the
/// start lies on that line, and so does a saddle.
public struct Beale: MGHProblem, ScaledStart {
  public static let card = FunctionCard(
    name: "beale", title: "Beale",
    formula: "(1.5 - x + x y)^2 + (2.25 - x + x y^2)^2 + (2.625 - x + x y^3)^2",
    tags: [.leastSquares, .valley, .saddle, .smooth],
    source: "E. M. L. Beale, On an iterative method for finding a local minimum of a function "
      + "of more than one variable, Technical Report 25, Princeton 1958; " + mghSource,
    aliases: ["mgh-5": [:]])
  public static let parameters: [Parameter<Self>] = [.startFactor]

  public internal(set) var startFactor = 1.0

  public init() {}

  public var dimension: Int { 2 }
  public var residualCount: Int { 3 }
  public var domain: [ClosedRange<Double>] { stretched([-4.5...4.5, -4.5...4.5]) }
  public var standardStart: Vector { [1, 1] }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [[3, 0.5]] }
  public var criticalPoints: [CriticalPoint] {
    [
      CriticalPoint([0, 1], .saddle)
    ]
  }

  @inlinable
  public func evaluate<S: Scalar>(_ x: Span<S>) -> S {
    let (first, second, third) = residuals(x[0], x[1])
    return first * first + second * second + third * third
  }

  @inlinable
  public func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    let (x, y) = (x[0], x[1])
    let (first, second, third) = residuals(x, y)
    let square = y * y
    let cube = square * y
    let alongX = 2 * first * (y - 1) + 2 * second * (square - 1)
    gradient[0] = alongX + 2 * third * (cube - 1)
    let alongY = 2 * first * x + 2 * second * (2 * x * y)
    gradient[1] = alongY + 2 * third * (3 * x * square)
    return first * first + second * second + third * third
  }

  @inlinable
  public func writeResiduals<S: Scalar>(_ x: Span<S>, into residuals: inout MutableSpan<S>) {
    (residuals[0], residuals[1], residuals[2]) = self.residuals(x[0], x[1])
  }

  @inlinable
  func residuals<S: Scalar>(_ x: S, _ y: S) -> (S, S, S) {
    (1.5 - x + x * y, 2.25 - x + x * (y * y), 2.625 - x + x * (y * y * y))
  }
}
