/// Σ wᵢ zᵢ².
public struct BBOBSquares: BBOBSum {
  @usableFromInline let weights: [Double]

  init(weights: [Double]) {
    self.weights = weights
  }

  @inlinable
  public func term<S: Scalar>(_ z: S, _ i: Int) -> S {
    S(weights[i]) * z * z
  }
}
