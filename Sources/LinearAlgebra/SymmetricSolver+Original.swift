extension SymmetricSolver {
  /// A + τI, from the triangle that A keeps; only until A is spent.
  public func original(plus shift: Double = 0) -> SymmetricMatrix {
    var result = SymmetricMatrix(order: order)
    for i in 0..<order {
      for (j, entry) in leftPart(ofRow: i).enumerated() { result[i, j] = entry }
      result[i, i] = diagonal[i] + shift
    }
    return result
  }
}

extension Eigensystem {
  /// Σ wᵢ vᵢvᵢᵀ: the matrix itself where the weights wᵢ are its eigenvalues.
  public func matrix(weights: Vector) -> SymmetricMatrix {
    var result = SymmetricMatrix(order: order)
    for i in 0..<order { result.add(weights[i], symmetricProductOf: self[i], self[i]) }
    return result
  }
}
