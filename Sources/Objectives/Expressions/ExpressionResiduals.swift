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

  func writeResiduals<S: Scalar>(_ x: Span<S>, into residuals: inout MutableSpan<S>) {
    let program = function.program
    var registers = [S](repeating: 0, count: program.registerCount)
    registers.withUnsafeMutableBufferPointer { buffer in
      if let base = buffer.baseAddress { program.run(x, base) }
    }
    squares.write(registers.span, into: &residuals)
  }
}
