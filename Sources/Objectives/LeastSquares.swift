import LinearAlgebra

/// An objective that is a sum of squares, f = Σ rᵢ², without a factor ½.
public protocol ResidualObjective: Objective {
  /// m, the number of residuals.
  var residualCount: Int { get }

  /// Writes the m residuals r(x). The sign of a residual is a convention.
  func residuals(at x: Span<Double>, into residuals: inout MutableSpan<Double>)

  /// Writes the residuals r(x) and the Jacobian ∂rᵢ/∂xⱼ, m × n numbers row after row.
  func jacobian(
    at x: Span<Double>, into jacobian: inout MutableSpan<Double>,
    residuals: inout MutableSpan<Double>)
}

/// A sum of squares whose residuals are written once over any scalar, so that the Jacobian follows.
public protocol ScalarResiduals: ResidualObjective {
  /// Writes r(x).
  func writeResiduals<S: Scalar>(_ x: Span<S>, into residuals: inout MutableSpan<S>)
}

/// A test function that is a sum of squares, its residuals written once over any scalar.
///
/// Value, residuals and Jacobian follow from `writeResiduals`, and so does the gradient 2 Jᵀr in n
/// passes. A function of many variables also writes `pullBack`, the product Jᵀv, which makes the
/// gradient cost about as much as the residuals.
public protocol LeastSquaresFunction: FormulaFunction, ScalarResiduals {
  /// Adds J(x)ᵀ v to `gradient`, v being m numbers.
  func pullBack<S: Scalar>(_ x: Span<S>, _ v: Span<S>, into gradient: inout MutableSpan<S>)
}

extension LeastSquaresFunction {
  @inlinable
  public func evaluate<S: Scalar>(_ x: Span<S>) -> S {
    var residuals = [S](repeating: 0, count: residualCount)
    var span = residuals.mutableSpan
    writeResiduals(x, into: &span)
    var sum: S = 0
    for i in 0..<residualCount { sum += residuals[i] * residuals[i] }
    return sum
  }

  /// f and 2 Jᵀr.
  @inlinable
  public func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    var residuals = [S](repeating: 0, count: residualCount)
    var span = residuals.mutableSpan
    writeResiduals(x, into: &span)
    var sum: S = 0
    for i in 0..<residualCount {
      sum += residuals[i] * residuals[i]
      residuals[i] = 2 * residuals[i]
    }
    for j in 0..<gradient.count { gradient[j] = 0 }
    pullBack(x, residuals.span, into: &gradient)
    return sum
  }

  /// Jᵀv in n passes over dual numbers.
  @inlinable
  public func pullBack<S: Scalar>(
    _ x: Span<S>, _ v: Span<S>, into gradient: inout MutableSpan<S>
  ) {
    var point = [Dual<S>]()
    for i in 0..<x.count { point.append(Dual(x[i], 0)) }
    var residuals = [Dual<S>](repeating: 0, count: residualCount)
    for j in 0..<x.count {
      point[j].derivative = 1
      var span = residuals.mutableSpan
      writeResiduals(point.span, into: &span)
      point[j].derivative = 0
      for i in 0..<residualCount { gradient[j] += residuals[i].derivative * v[i] }
    }
  }
}

extension ScalarResiduals {
  @inlinable
  public func residuals(at x: Span<Double>, into residuals: inout MutableSpan<Double>) {
    writeResiduals(x, into: &residuals)
  }

  /// n passes over dual numbers.
  @inlinable
  public func jacobian(
    at x: Span<Double>, into jacobian: inout MutableSpan<Double>,
    residuals: inout MutableSpan<Double>
  ) {
    let n = x.count
    var point = [Dual<Double>]()
    for i in 0..<n { point.append(Dual(x[i], 0)) }
    var column = [Dual<Double>](repeating: 0, count: residualCount)
    for j in 0..<n {
      point[j].derivative = 1
      var span = column.mutableSpan
      writeResiduals(point.span, into: &span)
      point[j].derivative = 0
      for i in 0..<residualCount {
        jacobian[i * n + j] = column[i].derivative
        residuals[i] = column[i].value
      }
    }
  }
}

// MARK: - Arrays out

extension ResidualObjective {
  /// r(x) as a new vector.
  public func residuals(at x: Vector) -> Vector {
    var residuals = Vector.zeros(residualCount)
    var span = residuals.mutableSpan
    self.residuals(at: x.span, into: &span)
    return residuals
  }

  /// The Jacobian as m new rows.
  public func jacobian(at x: Vector) -> [Vector] {
    var entries = Vector.zeros(residualCount * dimension)
    var residuals = Vector.zeros(residualCount)
    var entrySpan = entries.mutableSpan
    var residualSpan = residuals.mutableSpan
    jacobian(at: x.span, into: &entrySpan, residuals: &residualSpan)
    return (0..<residualCount).map {
      Vector(entries[($0 * dimension)..<(($0 + 1) * dimension)])
    }
  }
}
