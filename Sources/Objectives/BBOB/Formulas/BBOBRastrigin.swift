import RealModule

/// 10 n + Σ zᵢ² − 10 cos 2πzᵢ.
public struct BBOBRastrigin: BBOBSum {
  @inlinable
  init() {}

  @inlinable
  public func term<S: Scalar>(_ z: S, _ i: Int) -> S {
    z * z + 10 * (1 - .cos(S(2 * Double.pi) * z))
  }
}
