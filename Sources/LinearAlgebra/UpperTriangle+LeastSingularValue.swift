extension SymmetricSolver {
  /// The upper triangular R with RᵀR = A + τI, after a Cholesky factorization that succeeded.
  public var factor: UpperTriangle {
    var factor = UpperTriangle(order: order)
    factor.elements = matrix.storage
    return factor
  }
}

extension UpperTriangle {
  /// An estimate, from above, of the least singular value σ, and the unit vector v with ‖R v‖ = σ,
  /// in O(n²) operations. Requires n ≥ 1 and a diagonal without zeros.
  ///
  /// Solves Rᵀw = e with components of e chosen from ±1 such that w grows, and R v = w.
  ///
  /// Reference: A. K. Cline, C. B. Moler, G. W. Stewart and J. H. Wilkinson, SIAM J. Numer. Anal.
  /// 16 (1979) 368–375.
  public func estimatedLeastSingularValue() -> (value: Double, vector: Vector) {
    var sums = Vector.zeros(order)
    var w = sums
    for k in 0..<order {
      let choices = [1.0, -1.0].map { (sign: Double) -> (entry: Double, sums: Vector) in
        let entry = (sign - sums[k]) / self[k, k]
        let rest = (k + 1..<order).map { sums[$0] + self[k, $0] * entry }
        return (entry, rest)
      }
      let sizes = choices.map { abs($0.entry) + $0.sums.reduce(0) { $0 + abs($1) } }
      let choice = choices[sizes[0] >= sizes[1] ? 0 : 1]
      w[k] = choice.entry
      sums.replaceSubrange((k + 1)..., with: choice.sums)
    }
    var v = solve(w, rank: order)
    let size = v.norm
    v.scale(by: 1 / size)
    return (w.norm / size, v)
  }
}
