/// Where ε stands in the denominator of a method that divides by a root of squared gradients.
public enum EpsilonPlacement: String, CaseIterable, Sendable {
  /// √s + ε.
  case outside
  /// √(s + ε).
  case inside

  /// The denominator.
  @inline(__always)
  func denominator(_ s: Double, _ epsilon: Double) -> Double {
    switch self {
    case .outside: s.squareRoot() + epsilon
    case .inside: (s + epsilon).squareRoot()
    }
  }
}

/// Whether ε is added to a size that is divided by, or a least value of it.
public enum FloorPlacement: String, CaseIterable, Sendable {
  /// Added.
  case added
  /// A least value.
  case floor
}
