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

  /// One pass a point.
  @inlinable
  public func secondOrder(at points: Span<Double>, into derivatives: inout MutableSpan<Double>) {
    for i in 0..<(points.count / 2) {
      let jet = evaluate(
        PlaneJet(points[2 * i], x: 1, y: 0), PlaneJet(points[2 * i + 1], x: 0, y: 1))
      derivatives[5 * i] = jet.x
      derivatives[5 * i + 1] = jet.y
      derivatives[5 * i + 2] = jet.xx
      derivatives[5 * i + 3] = jet.xy
      derivatives[5 * i + 4] = jet.yy
    }
  }
}
