import LinearAlgebra

/// The residuals of v f(A (x − c)) where f = Σ rᵢ²: √v rᵢ(z), with the Jacobian √v J(z) A.
struct WrappedResiduals<Wrapper: CoordinateWrapper>: ResidualsOf {
  let function: Wrapper
  /// f.
  let inside: any ResidualObjective

  var residualCount: Int { inside.residualCount }

  func residuals(at x: Span<Double>, into residuals: inout MutableSpan<Double>) {
    inside.residuals(at: function.inside(x).span, into: &residuals)
    scale(&residuals)
  }

  /// Row after row, as A acts on gradients.
  func jacobian(
    at x: Span<Double>, into jacobian: inout MutableSpan<Double>,
    residuals: inout MutableSpan<Double>
  ) {
    inside.jacobian(at: function.inside(x).span, into: &jacobian, residuals: &residuals)
    let n = dimension
    var row = Vector.zeros(n)
    for i in 0..<residualCount {
      for j in 0..<n { row[j] = jacobian[i * n + j] }
      var span = row.mutableSpan
      function.turnBack(&span)
      for j in 0..<n { jacobian[i * n + j] = row[j] }
    }
    scale(&residuals)
    scale(&jacobian)
  }

  private func scale(_ numbers: inout MutableSpan<Double>) {
    if function.gain == 1 { return }
    let root = function.gain.squareRoot()
    for i in 0..<numbers.count { numbers[i] *= root }
  }
}
