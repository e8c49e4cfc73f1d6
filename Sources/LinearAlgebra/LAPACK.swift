import CLAPACK

/// Why a factorization did not give a solution.
public enum FactorizationError: Error, Hashable, Sendable {
  /// The matrix is singular to working precision: an exact zero stands on the diagonal of the
  /// factor.
  case singular
  /// An entry is infinite or NaN, or an iteration does not end.
  case notFinite
}

extension SymmetricMatrix {
  /// The solution x of A x = b for any nonsingular symmetric A, definite or not.
  ///
  /// Bunch–Kaufman factorization (LAPACK's `dsysv`); O(n³/3) operations.
  ///
  /// - Throws: `singular`, or `notFinite` where an entry of A or b is not finite.
  public func solve(_ b: Vector) throws(FactorizationError) -> Vector {
    precondition(b.count == order, "right-hand side of another length")
    guard storage.allSatisfy(\.isFinite), b.isFinite else { throw .notFinite }
    var factor = storage
    var solution = b
    var pivots = [Int32](repeating: 0, count: order)
    let n = Int32(order)
    let status = LibraryGate.call {
      LAPACKE_dsysv(
        LAPACK_COL_MAJOR, CChar(UInt8(ascii: "U")), n, 1, &factor, max(1, n), &pivots, &solution,
        max(1, n))
    }
    guard status == 0 else { throw .singular }
    return solution
  }

  /// The eigenvalues, ascending (LAPACK's `dsyev`).
  ///
  /// - Throws: `notFinite` where an entry is not finite, or the iteration does not end.
  public func eigenvalues() throws(FactorizationError) -> [Double] {
    guard storage.allSatisfy(\.isFinite) else { throw .notFinite }
    var work = storage
    var values = [Double](repeating: 0, count: order)
    let n = Int32(order)
    let status = LibraryGate.call {
      LAPACKE_dsyev(
        LAPACK_COL_MAJOR, CChar(UInt8(ascii: "N")), CChar(UInt8(ascii: "U")), n, &work, max(1, n),
        &values)
    }
    guard status == 0 else { throw .notFinite }
    return values
  }
}

private let columnMajor = LAPACK_COL_MAJOR
private let lower = CChar(UInt8(ascii: "L"))
private let plain = CChar(UInt8(ascii: "N"))

extension SymmetricSolver {
  /// Factorizes A + τI = L Lᵀ (LAPACK's `dpotrf`); false where it is not positive definite.
  public mutating func factorizePositive(shift: Double = 0) -> Bool {
    prepare(shift: shift)
    pivots = []
    let n = Int32(order)
    let status = LibraryGate.call {
      LAPACKE_dpotrf_work(columnMajor, lower, n, &matrix.storage, max(1, n))
    }
    factoredRows = status == 0 ? order : max(0, Int(status) - 1)
    return status == 0
  }

  /// Factorizes A + τI = L D Lᵀ by Bunch and Kaufman's method (LAPACK's `dsytrf`), definite or not.
  ///
  /// - Throws: `singular` where an exact zero stands on the diagonal of D.
  public mutating func factorizeIndefinite(shift: Double = 0) throws(FactorizationError) {
    prepare(shift: shift)
    let n = Int32(order)
    pivots = [Int32](repeating: 0, count: order)
    if workspace.count < 64 * order { workspace = .zeros(64 * order) }
    let status = LibraryGate.call {
      LAPACKE_dsytrf_work(
        columnMajor, lower, n, &matrix.storage, max(1, n), &pivots, &workspace,
        Int32(workspace.count))
    }
    guard status == 0 else { throw .singular }
  }

  /// x ← (A + τI)⁻¹ x, after a factorization that succeeded.
  public mutating func solve(_ x: inout Vector) {
    precondition(x.count == order, "right-hand side of another length")
    let n = Int32(order)
    if pivots.isEmpty {
      _ = LibraryGate.call {
        LAPACKE_dpotrs_work(
          columnMajor, lower, n, 1, matrix.storage, max(1, n), &x, max(1, n))
      }
    } else {
      _ = LibraryGate.call {
        LAPACKE_dsytrs_work(
          columnMajor, lower, n, 1, matrix.storage, max(1, n), pivots, &x, max(1, n))
      }
    }
  }

  /// ‖L⁻¹ x‖², which is xᵀ (A + τI)⁻¹ x, after a Cholesky factorization.
  public func inverseForm(_ x: Vector) -> Double {
    precondition(x.count == order && factoredRows == order, "no Cholesky factor")
    var y = x
    let n = Int32(order)
    _ = LibraryGate.call {
      LAPACKE_dtrtrs_work(
        columnMajor, lower, plain, plain, n, 1, matrix.storage, max(1, n), &y, max(1, n))
    }
    return y.dot(y)
  }

  /// After a Cholesky factorization of A + τI that failed: a unit vector d with dᵀ(A + τI)d ≤ 0, in
  /// exact arithmetic. The first k rows were factorized, and row k + 1 shows it:
  /// d is proportional to (−A_k⁻¹ a, 1, 0).
  public func negativeDirection() -> Vector {
    var direction = Vector.zeros(order)
    let k = factoredRows
    guard k < order else { return direction }
    var part = leftPart(ofRow: k)
    let n = Int32(order)
    if k > 0 {
      _ = LibraryGate.call {
        LAPACKE_dpotrs_work(
          columnMajor, lower, Int32(k), 1, matrix.storage, max(1, n), &part, max(1, Int32(k)))
      }
    }
    for i in 0..<k { direction[i] = -part[i] }
    direction[k] = 1
    direction.scale(by: 1 / direction.norm)
    return direction
  }

  /// The eigensystem of A, in place (LAPACK's `dsyevd`). A is spent: `matrix` is to be written
  /// anew.
  ///
  /// - Throws: `notFinite` where an entry is not finite, or the iteration does not end.
  public mutating func eigensystem() throws(FactorizationError) -> Eigensystem {
    prepare(shift: 0)
    var values = Vector.zeros(order)
    let n = Int32(order)
    let status = LibraryGate.call {
      LAPACKE_dsyevd(
        columnMajor, CChar(UInt8(ascii: "V")), lower, n, &matrix.storage, max(1, n), &values)
    }
    guard status == 0, values.isFinite else { throw .notFinite }
    // Taken out, so that the vectors are not copied.
    var vectors: Vector = []
    swap(&vectors, &matrix.storage)
    matrix = SymmetricMatrix(order: order)
    return Eigensystem(values: values, vectors: vectors)
  }
}

extension SymmetricMatrix {
  /// The eigenvalues, ascending, and the orthonormal eigenvectors as columns in the same order:
  /// A = V Λ Vᵀ (LAPACK's `dsyev`).
  ///
  /// - Throws: `notFinite` where an entry is not finite, or the iteration does not end.
  public func eigensystem() throws(FactorizationError) -> (values: [Double], vectors: Matrix) {
    guard storage.allSatisfy(\.isFinite) else { throw .notFinite }
    var work = storage
    var values = [Double](repeating: 0, count: order)
    let n = Int32(order)
    let status = LibraryGate.call {
      LAPACKE_dsyev(
        LAPACK_COL_MAJOR, CChar(UInt8(ascii: "V")), CChar(UInt8(ascii: "U")), n, &work, max(1, n),
        &values)
    }
    guard status == 0 else { throw .notFinite }
    return (values, Matrix(rows: order, columns: order, elements: work).transposed)
  }
}

extension Tridiagonal {
  /// The largest eigenvalue, the last component of its eigenvector of length 1, and the largest
  /// magnitude of all eigenvalues (LAPACK's `dstev`); NaN where an entry is not finite, or the
  /// iteration does not end.
  func top() -> (value: Double, lastComponent: Double, largestMagnitude: Double) {
    var values = diagonal
    var work = beside
    let count = values.count
    var vectors = [Double](repeating: 0, count: count * count)
    let n = Int32(count)
    let status = LibraryGate.call {
      LAPACKE_dstev(
        columnMajor, CChar(UInt8(ascii: "V")), n, &values, &work, &vectors, max(1, n))
    }
    guard status == 0, let top = values.last, let last = vectors.last else {
      return (.nan, .nan, .nan)
    }
    return (top, last, values.largestMagnitude)
  }
}

extension Matrix {
  /// Q and R with A = Q R, orthonormal columns in Q and R upper triangular, for a matrix with at
  /// least as many rows as columns (LAPACK's `dgeqrf` and `dorgqr`, by reflections: Q is
  /// orthonormal also where A has not full rank, and the diagonal of R may be negative).
  ///
  /// - Throws: `notFinite` where an entry is not finite.
  public func orthogonalFactors() throws(FactorizationError) -> (q: Matrix, r: Matrix) {
    precondition(rows >= columns, "a matrix with more columns than rows")
    guard elements.allSatisfy(\.isFinite) else { throw .notFinite }
    var work = elements
    var scales = [Double](repeating: 0, count: columns)
    let (m, n) = (Int32(rows), Int32(columns))
    guard
      LibraryGate.call({ LAPACKE_dgeqrf(LAPACK_ROW_MAJOR, m, n, &work, max(1, n), &scales) }) == 0
    else {
      throw .notFinite
    }
    var r = Matrix(rows: columns, columns: columns)
    for i in 0..<columns {
      for j in i..<columns { r[i, j] = work[i * columns + j] }
    }
    guard
      LibraryGate.call({ LAPACKE_dorgqr(LAPACK_ROW_MAJOR, m, n, n, &work, max(1, n), scales) }) == 0
    else {
      throw .notFinite
    }
    return (Matrix(rows: rows, columns: columns, elements: work), r)
  }
}

extension PivotedQR {
  /// Factorizes what `factors` holds, in place (LAPACK's `dgeqp3`).
  mutating func factorizeInPlace() throws(FactorizationError) {
    for j in pivots.indices { pivots[j] = 0 }
    let (m, n) = (Int32(height), Int32(columns))
    let status = LibraryGate.call {
      LAPACKE_dgeqp3_work(
        LAPACK_COL_MAJOR, m, n, &factors, max(1, m), &pivots, &scales, &work, Int32(work.count))
    }
    guard status == 0 else { throw .notFinite }
  }

  /// b ← Qᵀ b for a vector of `height` components (LAPACK's `dormqr`).
  func rotate(_ b: inout Vector) {
    var work = [0.0]
    let (m, n) = (Int32(height), Int32(columns))
    _ = LibraryGate.call {
      LAPACKE_dormqr_work(
        LAPACK_COL_MAJOR, CChar(UInt8(ascii: "L")), CChar(UInt8(ascii: "T")), m, 1, n, factors,
        max(1, m), scales, &b, max(1, m), &work, 1)
    }
  }
}
