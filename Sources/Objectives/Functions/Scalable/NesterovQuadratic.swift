import LinearAlgebra
import Specifications

/// Nesterov's worst quadratic ¼ (½ (x₁² + Σ (xᵢ − xᵢ₊₁)² + xₙ²) − x₁), whose gradient has the
/// Lipschitz constant 1 at most.
///
/// From 0 a method that moves along its gradients alone reaches no coordinate beyond its number of
/// steps, so that its excess after k ≤ (n − 1)/2 of them is no less than 3‖x*‖²/(32 (k + 1)²). The
/// minimum is −n/(8 (n + 1)), at xᵢ = 1 − i/(n + 1).
public struct NesterovQuadratic: FormulaFunction {
  public static let card = FunctionCard(
    name: "nesterov-quadratic", title: "Nesterov's worst quadratic",
    formula: "1/4 (1/2 (x_1^2 + sum_{i<n} (x_i - x_{i+1})^2 + x_n^2) - x_1)",
    dimensionRule: "1 or more", tags: [.convex, .unimodal, .smooth],
    source: "Y. Nesterov, Introductory Lectures on Convex Optimization, Kluwer 2004, section 2.1.2")
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 1...largestDimension, "number of variables")
  ]

  public internal(set) var dimension = 2

  public init() {}

  public var domain: [ClosedRange<Double>] { Array(repeating: -1...2, count: dimension) }
  public var start: Vector { .zeros(dimension) }
  public var minimum: Double? { -Double(dimension) / (8 * Double(dimension + 1)) }
  public var minimizers: [Vector] {
    [Vector((1...dimension).map { Double(dimension + 1 - $0) / Double(dimension + 1) })]
  }
  public var tags: [FunctionTag] {
    // The condition number is that of the second difference, about (2 (n + 1)/π)².
    Self.card.tags + (dimension >= 15 ? [.illConditioned] : [])
  }

  @inlinable
  public func evaluate<S: Scalar>(_ x: Span<S>) -> S {
    let last = x.count - 1
    var sum: S = x[0] * x[0] + x[last] * x[last]
    for i in 0..<last {
      let step = x[i] - x[i + 1]
      sum += step * step
    }
    return 0.25 * (0.5 * sum - x[0])
  }

  @inlinable
  public func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    let last = x.count - 1
    for i in 0...last {
      var second: S = 2 * x[i]
      if i > 0 { second -= x[i - 1] }
      if i < last { second -= x[i + 1] }
      gradient[i] = 0.25 * second
    }
    gradient[0] -= 0.25
    return evaluate(x)
  }
}
