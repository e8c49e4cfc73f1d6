import LinearAlgebra

/// An expression that is a sum of squares, as least-squares methods ask for it.
struct ExpressionResiduals: ScalarResiduals {
  let function: ExpressionFunction
  let squares: ExpressionSquares

  var dimension: Int { function.dimension }
  var residualCount: Int { squares.count }

  func value(at x: Span<Double>) -> Double {
    function.value(at: x)
  }

  func gradient(at x: Span<Double>, into gradient: inout MutableSpan<Double>) -> Double {
    function.gradient(at: x, into: &gradient)
  }

  func hessianProduct(
    at x: Span<Double>, along d: Span<Double>, into product: inout MutableSpan<Double>
  ) {
    function.hessianProduct(at: x, along: d, into: &product)
  }

  /// r(x), in the order in which the squares are computed, the constant last.
  func writeResiduals<S: Scalar>(_ x: Span<S>, into residuals: inout MutableSpan<S>) {
    let program = function.program
    var registers = [S](repeating: 0, count: program.registerCount)
    registers.withUnsafeMutableBufferPointer { buffer in
      if let base = buffer.baseAddress { program.run(x, base) }
    }
    for (i, term) in squares.terms.enumerated() {
      let factor = registers[term.register]
      residuals[i] = S(term.scale) * (term.power == 1 ? factor : .pow(factor, term.power))
    }
    if squares.constant != 0 { residuals[squares.count - 1] = S(squares.constant) }
  }
}
