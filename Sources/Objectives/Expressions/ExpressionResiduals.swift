import LinearAlgebra

/// An expression that is a sum of squares, as least-squares methods ask for it.
struct ExpressionResiduals: ResidualsOf, ScalarResiduals {
  let function: ExpressionFunction
  let squares: ExpressionSquares

  var residualCount: Int { squares.count }

  func writeResiduals<S: Scalar>(_ x: Span<S>, into residuals: inout MutableSpan<S>) {
    let program = function.program
    var registers = [S](repeating: 0, count: program.registerCount)
    program.run(x, into: &registers)
    squares.write(registers.span, into: &residuals)
  }
}
