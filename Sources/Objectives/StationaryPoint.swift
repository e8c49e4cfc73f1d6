import LinearAlgebra

/// What the second derivatives say of a point.
public struct StationaryPoint: Sendable {
  public enum Kind: String, Sendable {
    case minimum, maximum, saddle
    /// An eigenvalue is zero to working precision, and no two have opposite signs.
    case degenerate
    /// The gradient does not vanish: a kink, or a minimum on the edge of the domain.
    case notStationary = "not stationary"
    /// f, its gradient or its Hessian is not finite there.
    case undefined
  }

  public let point: Vector
  public let value: Double
  public let gradientNorm: Double
  /// Of the Hessian, ascending; empty where it is not finite.
  public let eigenvalues: [Double]
  public let kind: Kind

  /// Classifies the point x of `objective` by the eigenvalues of the Hessian.
  ///
  /// An eigenvalue counts as zero below 1e-10 of the largest, and the gradient vanishes below 1e-7
  /// of the largest (at least 1): a point given in doubles is off the true one by an ulp, and the
  /// gradient there by that times the curvature.
  ///
  /// - Complexity: n Hessian products and O(n³).
  public init(of objective: some Objective, at x: Vector) {
    point = x
    value = objective.value(at: x)
    gradientNorm = objective.gradient(at: x).norm
    let eigenvalues = (try? objective.hessian(at: x).eigenvalues()) ?? []
    self.eigenvalues = eigenvalues
    kind = Self.kind(value: value, gradientNorm: gradientNorm, eigenvalues)
  }

  private static func kind(value: Double, gradientNorm: Double, _ eigenvalues: [Double]) -> Kind {
    guard value.isFinite, gradientNorm.isFinite, let low = eigenvalues.first,
      let high = eigenvalues.last
    else { return .undefined }
    let largest = max(abs(low), abs(high))
    guard gradientNorm <= 1e-7 * max(1, largest) else { return .notStationary }
    let zero = 1e-10 * largest
    if low < -zero, high > zero { return .saddle }
    if eigenvalues.contains(where: { abs($0) <= zero }) { return .degenerate }
    return low > 0 ? .minimum : .maximum
  }
}
