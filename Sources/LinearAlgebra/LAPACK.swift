import CLAPACK

/// Why a factorization did not give a solution.
public enum FactorizationError: Error, Hashable, Sendable {
  /// The matrix is singular to working precision: an exact zero stands on the diagonal of the
  /// factor.
  case singular
  /// An entry is infinite or NaN.
  case notFinite
}

extension SymmetricMatrix {
  /// The solution x of A x = b for any nonsingular symmetric A, definite or not.
  ///
  /// Bunch–Kaufman factorization (LAPACK's `dsysv`); O(n³/3) operations.
  public func solve(_ b: Vector) throws(FactorizationError) -> Vector {
    precondition(b.count == order, "right-hand side of another length")
    guard storage.allSatisfy(\.isFinite), b.isFinite else { throw .notFinite }
    var factor = storage
    var solution = b
    var pivots = [Int32](repeating: 0, count: order)
    let n = Int32(order)
    let status = LAPACKE_dsysv(
      LAPACK_COL_MAJOR, CChar(UInt8(ascii: "U")), n, 1, &factor, max(1, n), &pivots, &solution,
      max(1, n))
    guard status == 0 else { throw .singular }
    return solution
  }

  /// The eigenvalues, ascending (LAPACK's `dsyev`).
  public func eigenvalues() throws(FactorizationError) -> [Double] {
    guard storage.allSatisfy(\.isFinite) else { throw .notFinite }
    var work = storage
    var values = [Double](repeating: 0, count: order)
    let n = Int32(order)
    let status = LAPACKE_dsyev(
      LAPACK_COL_MAJOR, CChar(UInt8(ascii: "N")), CChar(UInt8(ascii: "U")), n, &work, max(1, n),
      &values)
    guard status == 0 else { throw .notFinite }
    return values
  }
}
