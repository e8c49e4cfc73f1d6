import CBLAS
import CKernels

/// A product of matrices, C ← op(A) op(B) or C ← C + op(A) op(B), where op(X) is X or Xᵀ.
///
/// op(A) has `rows` rows and `inner` columns, op(B) `inner` rows and `columns` columns. All lie row
/// after row without gaps. By BLAS's `dgemm` on one thread, where the same machine gives the same
/// digits. Where op(B) is one column or op(A) one row the matrix is read once, by kernels whose
/// digits are the same on every machine: small ones as data come by, which BLAS is slow with.
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
          add(a, b, to: c + part.lowerBound)
        }
      }
    }
  }

  private func add(
    _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, to c: UnsafeMutablePointer<Double>
  ) {
    switch (rows, columns) {
    case (_, 1) where transposesA: descent_rows_add(a, b, c, inner, rows)
    case (_, 1): descent_rows_multiply(a, b, c, rows, inner)
    // cᵀ = op(B)ᵀ aᵀ.
    case (1, _) where transposesB: descent_rows_multiply(b, a, c, columns, inner)
    case (1, _): descent_rows_add(b, a, c, inner, columns)
    default: LibraryGate.call { addByBLAS(a, b, to: c) }
    }
  }

  private func addByBLAS(
    _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, to c: UnsafeMutablePointer<Double>
  ) {
    cblas_dgemm(
      CblasRowMajor, transposesA ? CblasTrans : CblasNoTrans,
      transposesB ? CblasTrans : CblasNoTrans, Int32(rows), Int32(columns), Int32(inner), 1, a,
      Int32(transposesA ? rows : inner), b, Int32(transposesB ? inner : columns), 1, c,
      Int32(columns))
  }
}
