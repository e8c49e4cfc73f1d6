// MARK: - From x to z and back

extension Quadratic {
  /// 2 wᵀx / wᵀw, what the reflection takes from each coordinate per unit of w.
  @inlinable
  func reflection<S: Scalar>(_ x: Span<S>) -> S {
    guard rotation == .householder else { return 0 }
    var sum: S = 0
    for i in 0..<x.count { sum += S(Double(i + 1)) * x[i] }
    return sum * S(2 / squaredReflector)
  }

  /// wᵀw = n (n+1) (2n+1) / 6.
  @inlinable
  var squaredReflector: Double {
    let n = Double(dimension)
    return n * (n + 1) * (2 * n + 1) / 6
  }

  @inlinable
  func turned<S: Scalar>(_ x: Span<S>, _ i: Int, _ shared: S) -> S {
    if rotation == .householder { return x[i] - S(Double(i + 1)) * shared }
    if sine == 0 && cosine == 1 { return x[i] }
    return i == 0 ? S(cosine) * x[0] + S(sine) * x[1] : S(cosine) * x[1] - S(sine) * x[0]
  }

  /// From the gradient in z to that in x: the transposed turn.
  @inlinable
  func turnBack<S: Scalar>(_ gradient: inout MutableSpan<S>) {
    if rotation == .householder {
      let shared = reflection(gradient.span)
      for i in 0..<gradient.count { gradient[i] -= S(Double(i + 1)) * shared }
    } else if sine != 0 || cosine != 1 {
      let first = S(cosine) * gradient[0] - S(sine) * gradient[1]
      gradient[1] = S(sine) * gradient[0] + S(cosine) * gradient[1]
      gradient[0] = first
    }
  }
}
