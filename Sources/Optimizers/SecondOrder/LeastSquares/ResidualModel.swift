import LinearAlgebra

extension SymmetricMatrix {
  /// B = 2 (JᵀJ + diag(d)) of the model ‖J p + r‖² + Σ dᵢ pᵢ² of f = ‖r‖².
  init(modelOf jacobian: Matrix, damping: Vector) {
    self.init(order: jacobian.columns)
    for row in 0..<jacobian.rows {
      let slope = Vector((0..<jacobian.columns).map { jacobian[row, $0] })
      add(2, symmetricProductOf: slope, slope)
    }
    for (i, d) in damping.enumerated() { self[i, i] += 2 * d }
  }
}
