import LinearAlgebra

/// Moré and Sorensen's search for λ where H is not positive definite.
extension ExactModel {
  private static let mostFactorizations = 20

  /// p with ‖p‖ = Δ to a share of `tolerance`, from λ between bounds that each factorization
  /// narrows: Newton's step where it lies between them, else their geometric mean.
  ///
  /// Where H + λI is positive definite and p too short, as it always is in the hard case, a
  /// direction z that is all but an eigenvector of its least eigenvalue lengthens p: taken where τ²
  /// zᵀ(H + λI)z ≤ κ(2 − κ) (pᵀ(H + λI)p + λΔ²), with κ = `tolerance`. This is tried before the
  /// length of p is judged, so that near a ridge p does not keep to it.
  ///
  /// Nil where the search does not end. Reference: J. J. Moré and D. C. Sorensen, SIAM J. Sci.
  /// Stat. Comput. 4 (1983) 553–572, algorithm 3.14.
  mutating func indefiniteStep(along g: Vector, within radius: Double) -> ModelStep? {
    let pull = g.norm / radius
    let leastDiagonal = solver.diagonal.min() ?? 0
    var low = max(0, -leastDiagonal, pull - spread.upperBound)
    var high = max(low, pull - spread.lowerBound)
    var lowest = Vector.zeros(g.count)
    var next = shift
    for _ in 0..<Self.mostFactorizations {
      if next != shift { factorize(next) }
      guard isFactored else {
        lowest = solver.negativeDirection()
        low = max(low, shift, -form(lowest))
        next = Self.middle(low, high)
        continue
      }
      let p = solution(g)
      let excess = (p.norm - radius) / radius
      guard excess.isFinite else { return nil }
      if excess < 0 {
        high = shift
        refine(&lowest)
        low = max(low, -form(lowest))
        if let step = lengthened(p, along: lowest, g, radius) { return step }
      } else {
        low = shift
      }
      if abs(excess) <= tolerance { return step(p, along: g, isOnBoundary: true) }
      next = shift + correction(p, excess: excess)
      if !(next > low && next < high) { next = Self.middle(low, high) }
    }
    return nil
  }

  static func middle(_ low: Double, _ high: Double) -> Double {
    max(low.squareRoot() * high.squareRoot(), low + 0.01 * (high - low))
  }

  /// Two steps of inverse iteration with the factor at hand.
  private mutating func refine(_ z: inout Vector) {
    if z.largestMagnitude == 0 {
      for i in z.indices { z[i] = (i.isMultiple(of: 2) ? 1 : -1) / Double(i + 1) }
    }
    for _ in 0..<2 {
      solver.solve(&z)
      z.scale(by: 1 / z.norm)
    }
  }

  /// zᵀHz.
  func form(_ z: Vector) -> Double { z.dot(solver.product(z)) }

  /// p + τz on the boundary, with the τ that lowers the model more; nil where z is not good enough.
  private func lengthened(
    _ p: Vector, along z: Vector, _ g: Vector, _ radius: Double
  ) -> ModelStep? {
    let exits = Ball.exits(from: p, along: z, radius: radius)
    let tau = exits.forward < -exits.backward ? exits.forward : exits.backward
    let loss = tau * tau * (form(z) + shift)
    guard loss <= tolerance * (2 - tolerance) * (shift * radius * radius - g.dot(p)) else {
      return nil
    }
    var step = p
    step.add(tau, z)
    return ModelStep(step: step, decrease: -(g.dot(step) + form(step) / 2), isOnBoundary: true)
  }
}

extension SymmetricMatrix {
  /// Numbers that all eigenvalues lie between, by Gershgorin's circles and the root of the sum of
  /// all squares. Requires n ≥ 1 and finite entries.
  var eigenvalueBounds: ClosedRange<Double> {
    var (low, high, squares) = (Double.infinity, -Double.infinity, 0.0)
    for i in 0..<order {
      var radius = -abs(self[i, i])
      for j in 0..<order {
        let entry = self[i, j]
        radius += abs(entry)
        squares += entry * entry
      }
      low = min(low, self[i, i] - radius)
      high = max(high, self[i, i] + radius)
    }
    let norm = squares.squareRoot()
    (low, high) = (max(low, -norm), min(high, norm))
    return min(low, high)...max(low, high)
  }
}
