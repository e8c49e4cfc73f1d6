import LinearAlgebra

/// The residuals of v f(A (x − c)) where f = Σ rᵢ²: √v rᵢ(z), with the Jacobian √v J(z) A.
struct WrappedResiduals<Wrapper: CoordinateWrapper>: ResidualObjective {
  let wrapper: Wrapper
  /// f.
  let inside: any ResidualObjective

  var dimension: Int { wrapper.dimension }
  var residualCount: Int { inside.residualCount }

  func value(at x: Span<Double>) -> Double {
    wrapper.value(at: x)
  }

  func gradient(at x: Span<Double>, into gradient: inout MutableSpan<Double>) -> Double {
    wrapper.gradient(at: x, into: &gradient)
  }

  func hessianProduct(
    at x: Span<Double>, along d: Span<Double>, into product: inout MutableSpan<Double>
  ) {
    wrapper.hessianProduct(at: x, along: d, into: &product)
  }

  func hessian(at x: Span<Double>, into hessian: inout SymmetricMatrix) {
    wrapper.hessian(at: x, into: &hessian)
  }

  func residuals(at x: Span<Double>, into residuals: inout MutableSpan<Double>) {
    inside.residuals(at: wrapper.inside(x).span, into: &residuals)
    scale(&residuals)
  }

  /// Row after row, as A acts on gradients.
  func jacobian(
    at x: Span<Double>, into jacobian: inout MutableSpan<Double>,
    residuals: inout MutableSpan<Double>
  ) {
    inside.jacobian(at: wrapper.inside(x).span, into: &jacobian, residuals: &residuals)
    let n = dimension
    var row = Vector.zeros(n)
    for i in 0..<residualCount {
      for j in 0..<n { row[j] = jacobian[i * n + j] }
      var span = row.mutableSpan
      wrapper.turnBack(&span)
      for j in 0..<n { jacobian[i * n + j] = row[j] }
    }
    scale(&residuals)
    scale(&jacobian)
  }

  private func scale(_ numbers: inout MutableSpan<Double>) {
    if wrapper.gain == 1 { return }
    let root = wrapper.gain.squareRoot()
    for i in 0..<numbers.count { numbers[i] *= root }
  }
}
