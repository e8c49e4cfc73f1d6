import CBLAS

/// A product of matrices, C ← op(A) op(B) or C ← C + op(A) op(B), where op(X) is X or Xᵀ.
///
/// op(A) has `rows` rows and `inner` columns, op(B) `inner` rows and `columns` columns. All lie row
/// after row without gaps. By BLAS's `dgemm`, or `dgemv` where op(B) is one column or op(A) one
/// row, on one thread: the same machine gives the same digits.
public struct MatrixProduct {
  let rows: Int
  let inner: Int
  let columns: Int
  let transposesA: Bool
  let transposesB: Bool

  /// - Parameters:
  ///   - transposingA: whether A lies as `inner` × `rows`.
  ///   - transposingB: whether B lies as `columns` × `inner`.
  public init(
    rows: Int, inner: Int, columns: Int, transposingA: Bool = false, transposingB: Bool = false
  ) {
    precondition(min(rows, inner, columns) > 0, "a matrix without numbers")
    self.rows = rows
    self.inner = inner
    self.columns = columns
    transposesA = transposingA
    transposesB = transposingB
  }

  /// - Parameters:
  ///   - part: where C stands among the numbers of `c`.
  ///   - keepingC: whether the product is added to what stands in C.
  public func callAsFunction(
    _ a: Span<Double>, _ b: Span<Double>, into c: inout MutableSpan<Double>, _ part: Range<Int>,
    adding keepingC: Bool = false
  ) {
    precondition(
      a.count == rows * inner && b.count == inner * columns && part.count == rows * columns
        && part.lowerBound >= 0 && part.upperBound <= c.count,
      "matrices of another shape")
    // What a diverged product left in C could survive a multiplication by 0.
    if !keepingC {
      for i in part { c[i] = 0 }
    }
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        c.withUnsafeMutableBufferPointer { c in
          guard let a = a.baseAddress, let b = b.baseAddress, let c = c.baseAddress else { return }
          LibraryGate.call { add(a, b, to: c + part.lowerBound) }
        }
      }
    }
  }

  private func add(
    _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, to c: UnsafeMutablePointer<Double>
  ) {
    if columns == 1 {
      let (height, width) = transposesA ? (inner, rows) : (rows, inner)
      let way = transposesA ? CblasTrans : CblasNoTrans
      cblas_dgemv(
        CblasRowMajor, way, Int32(height), Int32(width), 1, a, Int32(width), b, 1, 1, c, 1)
    } else if rows == 1 {
      // cᵀ = op(B)ᵀ aᵀ.
      let (height, width) = transposesB ? (columns, inner) : (inner, columns)
      let way = transposesB ? CblasNoTrans : CblasTrans
      cblas_dgemv(
        CblasRowMajor, way, Int32(height), Int32(width), 1, b, Int32(width), a, 1, 1, c, 1)
    } else {
      cblas_dgemm(
        CblasRowMajor, transposesA ? CblasTrans : CblasNoTrans,
        transposesB ? CblasTrans : CblasNoTrans, Int32(rows), Int32(columns), Int32(inner), 1, a,
        Int32(transposesA ? rows : inner), b, Int32(transposesB ? inner : columns), 1, c,
        Int32(columns))
    }
  }
}
