/// The raw formula of a BBOB function, in the variables z at the end of the layers.
public protocol BBOBFormula: Sendable {
  /// The value at z, n numbers.
  func evaluate<S: Scalar>(_ z: Span<S>) -> S

  /// Replaces z by the gradient and returns the value.
  func differentiate<S: Scalar>(_ z: inout MutableSpan<S>) -> S
}

/// g(Σ tᵢ(zᵢ)): a function of a sum over the coordinates.
///
/// Its derivatives follow from those of the terms by dual numbers.
public protocol BBOBSum: BBOBFormula {
  /// tᵢ(z), i from 0.
  func term<S: Scalar>(_ z: S, _ i: Int) -> S
  /// g.
  func outer<S: Scalar>(_ sum: S) -> S
}

extension BBOBSum {
  @inlinable
  public func outer<S: Scalar>(_ sum: S) -> S { sum }

  @inlinable
  public func evaluate<S: Scalar>(_ z: Span<S>) -> S {
    var sum: S = 0
    for i in 0..<z.count { sum += term(z[i], i) }
    return outer(sum)
  }

  @inlinable
  public func differentiate<S: Scalar>(_ z: inout MutableSpan<S>) -> S {
    var sum: S = 0
    for i in 0..<z.count {
      let image = term(Dual(z[i], 1), i)
      sum += image.value
      z[i] = image.derivative
    }
    let result = outer(Dual(sum, 1))
    for i in 0..<z.count { z[i] *= result.derivative }
    return result.value
  }
}

/// g(Σ h(p(zᵢ, zᵢ₊₁))): a function of a sum over neighbours.
///
/// p is differentiated along each of its two arguments and h once, so h is the place for what is
/// expensive.
public protocol BBOBNeighborSum: BBOBFormula {
  /// p.
  func pair<S: Scalar>(_ z: S, _ next: S) -> S
  /// h.
  func profile<S: Scalar>(_ pair: S) -> S
  /// g of the sum of `count` summands.
  func outer<S: Scalar>(_ sum: S, count: Int) -> S
}

extension BBOBNeighborSum {
  @inlinable
  public func profile<S: Scalar>(_ pair: S) -> S { pair }

  @inlinable
  public func outer<S: Scalar>(_ sum: S, count: Int) -> S { sum }

  @inlinable
  public func evaluate<S: Scalar>(_ z: Span<S>) -> S {
    let count = z.count - 1
    var sum: S = 0
    for i in 0..<count { sum += profile(pair(z[i], z[i + 1])) }
    return outer(sum, count: count)
  }

  @inlinable
  public func differentiate<S: Scalar>(_ z: inout MutableSpan<S>) -> S {
    let count = z.count - 1
    var sum: S = 0
    var carried: S = 0
    for i in 0..<count {
      let alongZ = pair(Dual(z[i], 1), Dual(z[i + 1], 0))
      let alongNext = pair(Dual(z[i], 0), Dual(z[i + 1], 1)).derivative
      let summand = profile(Dual(alongZ.value, 1))
      sum += summand.value
      z[i] = carried + summand.derivative * alongZ.derivative
      carried = summand.derivative * alongNext
    }
    z[count] = carried
    let result = outer(Dual(sum, 1), count: count)
    for i in 0...count { z[i] *= result.derivative }
    return result.value
  }
}
