import RealModule

/// Scalar rules beside those of `Scalar`: what IEEE functions give, with derivatives.
@usableFromInline
enum ExpressionRules {
  /// −1, 0 or 1; NaN for NaN.
  @inlinable
  static func sign(_ x: Double) -> Double {
    x > 0 ? 1 : x < 0 ? -1 : x
  }

  /// `approximate` with its innermost value replaced by `value`, which is nearly equal.
  @inlinable
  static func corrected<S: Scalar>(_ approximate: S, to value: Double) -> S {
    let difference = value - approximate.real
    return difference.isFinite ? approximate + S(difference) : approximate
  }

  /// log₂ a, whole where a is a power of two.
  @inlinable
  static func log2<S: Scalar>(_ a: S) -> S {
    corrected(S(1 / Double.log(2)) * .log(a), to: .log2(a.real))
  }

  /// log₁₀ a, whole where a is a power of ten.
  @inlinable
  static func log10<S: Scalar>(_ a: S) -> S {
    corrected(S(1 / Double.log(10)) * .log(a), to: .log10(a.real))
  }

  /// The real cube root; its infinite slope at 0 is taken as 0.
  @inlinable
  static func cubeRoot<S: Scalar>(_ a: S) -> S {
    a.real == 0 ? 0 : .root(a, 3)
  }

  /// √(a² + b²), scaled against overflow; at (0, 0) the derivative is taken as 0.
  @inlinable
  static func hypotenuse<S: Scalar>(_ a: S, _ b: S) -> S {
    let (large, small) = a.real.magnitude < b.real.magnitude ? (b, a) : (a, b)
    if large.real == 0 { return 0 }
    if a.real.isInfinite || b.real.isInfinite { return S(.infinity) }
    let ratio = small / large
    return S.abs(large) * .sqrt(1 + ratio * ratio)
  }

  /// The angle of the point (x, y) in (−π, π].
  @inlinable
  static func angle<S: Scalar>(_ y: S, _ x: S) -> S {
    let value = Double.atan2(y: y.real, x: x.real)
    let isFlat = y.real.magnitude <= x.real.magnitude
    let approximate = isFlat ? S.atan(y / x) : -.atan(x / y)
    return approximate.real.isNaN ? S(value) : corrected(approximate, to: value)
  }

  /// 1/(1 + e^(−a)), whose exponential never overflows.
  @inlinable
  static func sigmoid<S: Scalar>(_ a: S) -> S {
    if a.real >= 0 { return 1 / (1 + .exp(-a)) }
    let power = S.exp(a)
    return power / (1 + power)
  }

  /// a − ⌊a/b⌋ b, which has the sign of b, as in Python and numpy; NaN for b = 0.
  @inlinable
  static func modulus<S: Scalar>(_ a: S, _ b: S) -> S {
    let value = modulus(a.real, b.real)
    let quotient = wholeQuotient(a.real, b.real)
    if quotient == 0 { return a }
    let approximate = a - S(quotient) * b
    return approximate.real.isNaN ? S(value) : corrected(approximate, to: value)
  }

  @inlinable
  static func modulus(_ a: Double, _ b: Double) -> Double {
    let rest = a.truncatingRemainder(dividingBy: b)
    if rest == 0 { return Double(signOf: b, magnitudeOf: rest) }
    return (rest < 0) == (b < 0) ? rest : rest + b
  }

  /// ⌊a/b⌋, such that a less that many b is `modulus(a, b)`.
  @inlinable
  static func wholeQuotient(_ a: Double, _ b: Double) -> Double {
    ((a - modulus(a, b)) / b).rounded()
  }
}

// MARK: - Powers

extension ExpressionRules {
  /// The largest power of two below which every whole number is a double.
  @inlinable static var largestWhole: Double { 0x1p53 }

  @inlinable
  static func isWhole(_ x: Double) -> Bool {
    x.magnitude <= largestWhole && x.rounded(.towardZero) == x
  }

  /// aᵖ for p that is not whole: NaN for a < 0. At a = 0 with p > 0 the derivatives are taken
  /// as 0, as those of √a.
  @inlinable
  static func realPower<S: Scalar>(_ a: S, _ p: Double) -> S {
    a.real == 0 && p > 0 ? 0 : .pow(a, S(p))
  }

  /// aᵇ as IEEE `pow`: 0⁰ = 1; for a < 0 a number where b is whole, NaN elsewhere.
  @inlinable
  static func power<S: Scalar>(_ a: S, _ b: S) -> S {
    if a.real > 0 { return .pow(a, b) }
    if isWhole(b.real) { return .pow(a, Int(b.real)) }
    return a.real == 0 && b.real > 0 ? 0 : .pow(a, b)
  }

  /// ∂(aᵇ)/∂a, taken as 0 at a = 0 where it would be infinite and aᵇ is not.
  @inlinable
  static func slopeInBase<S: Scalar>(_ a: S, _ b: S) -> S {
    if a.real == 0 && b.real >= 0 && b.real < 1 { return 0 }
    return b * power(a, b - 1)
  }

  /// ∂(aᵇ)/∂b, given `value` = aᵇ: 0 at a = 0 with b > 0, NaN for a < 0.
  @inlinable
  static func slopeInExponent<S: Scalar>(_ a: S, _ b: S, value: S) -> S {
    a.real == 0 && b.real > 0 ? 0 : value * .log(a)
  }
}
