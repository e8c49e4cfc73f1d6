import LinearAlgebra

/// A test function whose formula is written once over any scalar.
///
/// Values, gradients, Hessian products and Hessians follow from `evaluate` by dual numbers. A hot
/// function, or one of many variables, also writes `differentiate`, its gradient, over any scalar;
/// Hessian products then take one pass over it.
public protocol FormulaFunction: TestFunction {
  /// f(x).
  func evaluate<S: Scalar>(_ x: Span<S>) -> S

  /// Writes ∇f(x) into `gradient` and returns f(x).
  func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S
}

extension FormulaFunction {
  /// The gradient in n passes over dual numbers.
  @inlinable
  public func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    var point = [Dual<S>]()
    point.reserveCapacity(x.count)
    for i in 0..<x.count { point.append(Dual(x[i], 0)) }
    var value: S = 0
    for i in 0..<x.count {
      point[i].derivative = 1
      let result = evaluate(point.span)
      point[i].derivative = 0
      gradient[i] = result.derivative
      value = result.value
    }
    return value
  }

  @inlinable
  public func value(at x: Span<Double>) -> Double {
    evaluate(x)
  }

  @inlinable
  public func gradient(at x: Span<Double>, into gradient: inout MutableSpan<Double>) -> Double {
    differentiate(x, into: &gradient)
  }

  /// One pass of `differentiate` at x + d δ.
  @inlinable
  public func hessianProduct(
    at x: Span<Double>, along d: Span<Double>, into product: inout MutableSpan<Double>
  ) {
    var point = [Dual<Double>]()
    point.reserveCapacity(x.count)
    for i in 0..<x.count { point.append(Dual(x[i], d[i])) }
    var gradient = [Dual<Double>](repeating: 0, count: x.count)
    var gradientSpan = gradient.mutableSpan
    _ = differentiate(point.span, into: &gradientSpan)
    for i in 0..<x.count { product[i] = gradient[i].derivative }
  }
}
