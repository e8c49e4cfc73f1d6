import LinearAlgebra

/// A test function of two variables, written as f(x, y).
public protocol PlaneFunction: FormulaFunction {
  /// f(x, y).
  func evaluate<S: Scalar>(_ x: S, _ y: S) -> S
  /// Writes ∂f/∂x, ∂f/∂y, ∂²f/∂x², ∂²f/∂x∂y and ∂²f/∂y² at several points, x and y of each one
  /// after another; room for more is left as it is.
  func secondOrder(at points: Span<Double>, into derivatives: inout MutableSpan<Double>)
}

extension PlaneFunction {
  public var dimension: Int { 2 }

  @inlinable
  public func evaluate<S: Scalar>(_ x: Span<S>) -> S {
    evaluate(x[0], x[1])
  }

  /// Two passes, without an array.
  @inlinable
  public func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    let alongX = evaluate(Dual(x[0], 1), Dual(x[1], 0))
    let alongY = evaluate(Dual(x[0], 0), Dual(x[1], 1))
    gradient[0] = alongX.derivative
    gradient[1] = alongY.derivative
    return alongX.value
  }

  /// Three passes a point.
  @inlinable
  public func secondOrder(at points: Span<Double>, into derivatives: inout MutableSpan<Double>) {
    typealias Second = Dual<Dual<Double>>
    for i in 0..<(points.count / 2) {
      let (x, y) = (points[2 * i], points[2 * i + 1])
      let alongX = evaluate(Second(Dual(x, 1), Dual(1, 0)), Second(Dual(y, 0), Dual(0, 0)))
      let alongY = evaluate(Second(Dual(x, 0), Dual(0, 0)), Second(Dual(y, 1), Dual(1, 0)))
      let mixed = evaluate(Second(Dual(x, 1), Dual(0, 0)), Second(Dual(y, 0), Dual(1, 0)))
      derivatives[5 * i] = alongX.value.derivative
      derivatives[5 * i + 1] = alongY.value.derivative
      derivatives[5 * i + 2] = alongX.derivative.derivative
      derivatives[5 * i + 3] = mixed.derivative.derivative
      derivatives[5 * i + 4] = alongY.derivative.derivative
    }
  }
}
