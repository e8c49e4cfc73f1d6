import CKernels

/// A dense symmetric n × n matrix of which one triangle is stored: n (n + 1) / 2 numbers.
///
/// For matrices that are updated and multiplied again and again, where half the memory is most of
/// the speed. Digits are the same on every machine.
public struct PackedSymmetricMatrix: Hashable, Sendable {
  /// The n of an n × n matrix.
  public let order: Int
  /// The rows of the lower triangle, one after the other; row i has i + 1 numbers.
  private var rows: [Double]

  /// The identity of order n ≥ 0 times `scale`.
  public static func identity(order: Int, scale: Double = 1) -> Self {
    var matrix = Self(order: order, rows: .zeros(order * (order + 1) / 2))
    for i in 0..<order { matrix.rows[i * (i + 3) / 2] = scale }
    return matrix
  }

  /// The entry in a row and a column, both from 0, of either triangle.
  public subscript(row: Int, column: Int) -> Double {
    let (i, j) = (max(row, column), min(row, column))
    return rows[i * (i + 1) / 2 + j]
  }

  /// A x.
  public func product(_ x: Vector) -> Vector {
    precondition(x.count == order, "a vector of another length")
    var result = Vector.zeros(order)
    descent_packed_multiply(rows, x, &result, order)
    return result
  }

  /// A ← A + scale (u vᵀ + v uᵀ) / 2, the symmetric rank-two update; with u = v of rank one.
  public mutating func add(_ scale: Double, symmetricProductOf u: Vector, _ v: Vector) {
    precondition(u.count == order && v.count == order, "vectors of another length")
    descent_packed_add(&rows, u, v, scale, order)
  }

  /// The update, then A x, in one pass over the matrix.
  public mutating func productAfterAdding(
    _ scale: Double, symmetricProductOf u: Vector, _ v: Vector, times x: Vector
  ) -> Vector {
    precondition(
      u.count == order && v.count == order && x.count == order, "vectors of another length")
    var result = Vector.zeros(order)
    descent_packed_add_multiply(&rows, u, v, scale, x, &result, order)
    return result
  }
}
