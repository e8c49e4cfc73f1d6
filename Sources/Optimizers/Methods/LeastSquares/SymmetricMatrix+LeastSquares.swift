import LinearAlgebra

// What least-squares methods show of their models of f = ‖r‖².
extension SymmetricMatrix {
  /// 2 (AᵀA + λI), for ‖A p + b‖² + λ‖p‖² as a quadratic in p.
  static func leastSquares(_ a: Matrix, damping: Double) -> Self {
    leastSquares(a, damping: Vector(repeating: damping, count: a.columns))
  }

  /// 2 (AᵀA + diag λ).
  static func leastSquares(_ a: Matrix, damping: Vector) -> Self {
    var matrix = diagonal(damping.map { 2 * $0 })
    for i in 0..<a.rows {
      let row = a.rows([i]).elements
      matrix.add(2, symmetricProductOf: row, row)
    }
    return matrix
  }

  static func diagonal(_ entries: Vector) -> Self {
    var matrix = Self(order: entries.count)
    for (i, entry) in entries.enumerated() { matrix[i, i] = entry }
    return matrix
  }
}
