import LinearAlgebra

/// An expression that is a sum of squares, as least-squares methods ask for it.
struct ExpressionResiduals: ResidualObjective {
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

  func residuals(at x: Span<Double>, into residuals: inout MutableSpan<Double>) {
    write(x, into: &residuals)
  }

  /// n passes over dual numbers.
  func jacobian(
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
      write(point.span, into: &span)
      point[j].derivative = 0
      for i in 0..<residualCount {
        jacobian[i * n + j] = column[i].derivative
        residuals[i] = column[i].value
      }
    }
  }

  /// r(x), in the order in which the squares are computed, the constant last.
  private func write<S: Scalar>(_ x: Span<S>, into residuals: inout MutableSpan<S>) {
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
