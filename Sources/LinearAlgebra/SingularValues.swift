import CLAPACK

/// A = U diag(s) Vᵀ of an m × n matrix with k = min(m, n) singular values, the largest first
/// (LAPACK's `dgesdd`).
public struct SingularValues: Sendable {
  /// m.
  public let rows: Int
  /// n.
  public let columns: Int
  /// The k singular values, the largest first, none below 0.
  public let values: Vector
  /// The columns of U, m numbers each, and the rows of Vᵀ as LAPACK leaves them, column after
  /// column.
  private let left: Vector
  private let right: Vector

  /// Throws where an entry is not finite, or the iteration does not end.
  public init(_ a: Matrix) throws(FactorizationError) {
    guard a.elements.isFinite else { throw .notFinite }
    let k = min(a.rows, a.columns)
    var entries = a.transposed.elements
    var values = Vector.zeros(k)
    var left = Vector.zeros(a.rows * k)
    var right = Vector.zeros(k * a.columns)
    let (m, n) = (Int32(a.rows), Int32(a.columns))
    let status = LibraryGate.call {
      LAPACKE_dgesdd(
        LAPACK_COL_MAJOR, CChar(UInt8(ascii: "S")), m, n, &entries, max(1, m), &values, &left,
        max(1, m), &right, max(1, Int32(k)))
    }
    guard status == 0, values.isFinite else { throw .notFinite }
    (rows, columns) = (a.rows, a.columns)
    (self.values, self.left, self.right) = (values, left, right)
  }

  /// Uᵀ b.
  public func components(of b: Vector) -> Vector {
    precondition(b.count == rows, "a vector of another length")
    let (entries, b) = (left.span, b.span)
    return values.indices.map { entries.extracting(($0 * rows)..<(($0 + 1) * rows)).dot(b) }
  }

  /// V c.
  public func combination(_ c: Vector) -> Vector {
    precondition(c.count == values.count, "a vector of another length")
    let (entries, c) = (right.span, c.span)
    let k = c.count
    return (0..<columns).map { entries.extracting(($0 * k)..<(($0 + 1) * k)).dot(c) }
  }
}
