import LinearAlgebra

/// The residuals of a function that answers everything else itself.
protocol ResidualsOf: ResidualObjective {
  associatedtype Function: Objective
  var function: Function { get }
}

extension ResidualsOf {
  var dimension: Int { function.dimension }

  func value(at x: Span<Double>) -> Double { function.value(at: x) }

  func gradient(at x: Span<Double>, into gradient: inout MutableSpan<Double>) -> Double {
    function.gradient(at: x, into: &gradient)
  }

  func hessianProduct(
    at x: Span<Double>, along d: Span<Double>, into product: inout MutableSpan<Double>
  ) {
    function.hessianProduct(at: x, along: d, into: &product)
  }

  func hessian(at x: Span<Double>, into hessian: inout SymmetricMatrix) {
    function.hessian(at: x, into: &hessian)
  }
}
