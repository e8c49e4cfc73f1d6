import LinearAlgebra

/// A sum of few squares in few variables, or a fit to data: its residuals are written one by one.
///
/// Values then need no array, and gradients only one of n numbers.
public protocol PointwiseResiduals: LeastSquaresFunction {
  /// rᵢ(x), i from 0.
  func residual<S: Scalar>(_ i: Int, _ x: Span<S>) -> S
}

extension PointwiseResiduals {
  @inlinable
  public func writeResiduals<S: Scalar>(_ x: Span<S>, into residuals: inout MutableSpan<S>) {
    for i in 0..<residualCount { residuals[i] = residual(i, x) }
  }

  @inlinable
  public func evaluate<S: Scalar>(_ x: Span<S>) -> S {
    var sum: S = 0
    for i in 0..<residualCount {
      let r = residual(i, x)
      sum += r * r
    }
    return sum
  }

  /// f and 2 Σ rᵢ ∇rᵢ, each ∂rᵢ/∂xⱼ by a dual number.
  @inlinable
  public func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    var point = [Dual<S>]()
    point.reserveCapacity(x.count)
    for j in 0..<x.count { point.append(Dual(x[j], 0)) }
    var value: S = 0
    for j in 0..<x.count {
      point[j].derivative = 1
      value = 0
      var slope: S = 0
      for i in 0..<residualCount {
        let r = residual(i, point.span)
        value += r.value * r.value
        slope += r.value * r.derivative
      }
      gradient[j] = 2 * slope
      point[j].derivative = 0
    }
    return value
  }
}
