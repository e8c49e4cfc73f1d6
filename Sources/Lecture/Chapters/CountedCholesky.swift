import LinearAlgebra

/// Newton's equations H p = −g by Cholesky's factorization as textbooks have it, with its
/// operations counted while they are done.
struct CountedCholesky {
  /// Additions, multiplications, divisions and roots so far.
  private(set) var operations = 0
  /// L, of which row i has i + 1 numbers.
  private var rows: [Vector] = []

  /// Factorizes H = L Lᵀ; nil where it is not positive definite.
  init?(_ matrix: SymmetricMatrix) {
    for i in 0..<matrix.order {
      var row = Vector.zeros(i + 1)
      for j in 0..<i {
        row[j] = (matrix[i, j] - partialDot(row, rows[j], j)) / rows[j][j]
        operations += 2
      }
      let square = matrix[i, i] - partialDot(row, row, i)
      guard square > 0 else { return nil }
      row[i] = square.squareRoot()
      operations += 2
      rows.append(row)
    }
  }

  /// −H⁻¹ g.
  mutating func step(against g: Vector) -> Vector {
    var x = g.negated
    for i in x.indices {
      x[i] = (x[i] - partialDot(rows[i], x, i)) / rows[i][i]
      operations += 2
    }
    for i in x.indices.reversed() {
      x[i] /= rows[i][i]
      for j in 0..<i { x[j] -= rows[i][j] * x[i] }
      operations += 1 + 2 * i
    }
    return x
  }

  /// Σ aₖ bₖ over the first `count`.
  private mutating func partialDot(_ a: Vector, _ b: Vector, _ count: Int) -> Double {
    operations += 2 * count
    return a.span.extracting(0..<count).dot(b.span.extracting(0..<count))
  }
}
