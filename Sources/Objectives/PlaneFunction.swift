import LinearAlgebra

/// A test function of two variables, written as f(x, y).
public protocol PlaneFunction: FormulaFunction {
  /// f(x, y).
  func evaluate<S: Scalar>(_ x: S, _ y: S) -> S
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
}
