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

/// a / b, and 0 for 0 / 0: a component whose gradient was never anything but zero is not moved.
@inline(__always)
func quotient(_ a: Double, _ b: Double) -> Double {
  a == 0 && b == 0 ? 0 : a / b
}
