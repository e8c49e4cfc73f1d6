import RealModule

/// The nonlinear maps of RR-6829, section 0.2, each written once over any scalar.
@usableFromInline
enum BBOBTransformation {
  /// T_osz(x) = sign x · exp(l + 0.049 (sin c₁l + sin c₂l)), l = log |x|: small smooth waves whose
  /// number grows without bound towards 0.
  ///
  /// Increasing and smooth but at 0. There T_osz(x)/x swings between two bounds around 1 for ever,
  /// and the derivative is taken as 1.
  @inlinable
  static func oscillated<S: Scalar>(_ x: S) -> S {
    guard x.real != 0 else { return x }
    let isNegative = x.real < 0
    let logarithm = S.log(isNegative ? -x : x)
    let fast = S.sin(S(isNegative ? 5.5 : 10) * logarithm)
    let slow = S.sin(S(isNegative ? 3.1 : 7.9) * logarithm)
    return x * .exp(0.049 * (fast + slow))
  }

  /// One coordinate of T_asy^β: x^(1 + b √x) with b = β (i−1)/(n−1), where x > 0; else x.
  ///
  /// Increasing, once differentiable at 0 with derivative 1, and smooth elsewhere.
  @inlinable
  static func asymmetric<S: Scalar>(_ x: S, _ b: Double) -> S {
    guard x.real > 0, b != 0 else { return x }
    return .exp((1 + S(b) * .sqrt(x)) * .log(x))
  }

  /// max(0, |x| − bound)².
  @inlinable
  static func squaredExcess<S: Scalar>(_ x: S, over bound: Double) -> S {
    guard x.real.magnitude > bound else { return 0 }
    let excess = S.abs(x) - S(bound)
    return excess * excess
  }
}
