// Minima and maxima, of which the derivative at a tie is the mean over all that tie.

/// The lowest or the highest of several numbers.
@usableFromInline
@frozen
enum Extreme {
  case minimum, maximum
}

extension ExpressionRules {
  /// The smaller of a and b, or the larger. NaN where either is NaN; where the two are equal the
  /// derivative is the mean of theirs, in which a counts for as many as `ties` says.
  @inlinable
  static func extreme<S: Scalar>(_ a: S, _ b: S, _ extreme: Extreme, ties: Double = 1) -> S {
    let (shareOfA, shareOfB) = shares(a.real, b.real, extreme, ties: ties)
    if shareOfB == 0 { return a }
    if shareOfA == 0 { return b }
    let difference = b - a
    return difference.real == 0 ? a + S(shareOfB) * difference : a + b
  }

  /// The parts of the derivatives of a and b in that of their extreme.
  @inlinable
  static func shares(
    _ a: Double, _ b: Double, _ extreme: Extreme, ties: Double = 1
  ) -> (Double, Double) {
    if a == b { return a.isInfinite ? (1, 0) : (ties / (ties + 1), 1 / (ties + 1)) }
    if a < b { return extreme == .maximum ? (0, 1) : (1, 0) }
    if a > b { return extreme == .maximum ? (1, 0) : (0, 1) }
    return (.nan, .nan)
  }

  /// How many tie in the extreme of b and of a, in which `before` tie.
  @inlinable
  static func ties(_ a: Double, _ b: Double, _ extreme: Extreme, before: Double) -> Double {
    let (shareOfA, shareOfB) = shares(a, b, extreme)
    if shareOfB == 0 { return before }
    return shareOfA == 0 ? 1 : before + 1
  }
}
