/// What a point is to a function.
public enum PointKind: String, Sendable, CaseIterable {
  /// A minimum at f*, or where f* is not known.
  case minimum
  /// A minimum above f*.
  case localMinimum = "local minimum"
  /// f is lower all around.
  case maximum
  /// f rises one way and falls another.
  case saddle
  /// The gradient vanishes, an eigenvalue of the Hessian is zero to working precision, and no two
  /// have opposite signs: second derivatives do not tell what it is.
  case degenerate
  /// f has no derivative there: its slopes to either side differ.
  case kink
  /// The gradient does not vanish, as at a minimum on the edge of the domain.
  case notStationary = "not stationary"
  /// f, its gradient or its Hessian is not finite there.
  case undefined
}
