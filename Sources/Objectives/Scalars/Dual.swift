import RealModule

/// A dual number a + b δ with δ² = 0: a value and its derivative along one direction.
///
/// Evaluating a formula at x + d δ gives f(x) + (∇f(x)·d) δ, exact up to rounding. Nested,
/// `Dual<Dual<Double>>` gives second derivatives. Reference: W. K. Clifford, "Preliminary sketch
/// of biquaternions", 1873; for derivatives, Griewank and Walther, *Evaluating Derivatives*,
/// 2nd ed. 2008, §3.1 (forward mode).
///
/// Infinities and NaN go through as in the real formula; the derivative of `sqrt` at 0 is infinite.
public struct Dual<Base: Scalar>: Scalar {
  /// The value.
  public var value: Base
  /// The derivative along the direction that was seeded.
  public var derivative: Base

  /// value + derivative δ.
  @inlinable
  public init(_ value: Base, _ derivative: Base) {
    self.value = value
    self.derivative = derivative
  }

  /// A constant, of derivative 0.
  @inlinable
  public init(_ value: Double) {
    self.init(Base(value), 0)
  }

  @inlinable
  public init(floatLiteral value: Double) {
    self.init(Base(value), 0)
  }

  @inlinable
  public init(integerLiteral value: Int) {
    self.init(Base(Double(value)), 0)
  }

  @inlinable
  public init?<Source: BinaryInteger>(exactly source: Source) {
    guard let value = Base(exactly: source) else { return nil }
    self.init(value, 0)
  }

  @inlinable
  public var real: Double { value.real }

  /// g(a + b δ) = g(a) + g′(a) b δ.
  @inlinable
  func chain(_ value: Base, slope: Base) -> Self {
    Self(value, slope * derivative)
  }
}

// MARK: - Field

extension Dual {
  /// 0, of derivative 0.
  @inlinable
  public static var zero: Self { 0 }

  @inlinable
  public var magnitude: Base.Magnitude { value.magnitude }

  @inlinable
  public static func + (a: Self, b: Self) -> Self {
    Self(a.value + b.value, a.derivative + b.derivative)
  }

  @inlinable
  public static func - (a: Self, b: Self) -> Self {
    Self(a.value - b.value, a.derivative - b.derivative)
  }

  @inlinable
  public static prefix func - (a: Self) -> Self {
    Self(-a.value, -a.derivative)
  }

  @inlinable
  public mutating func negate() { self = -self }

  @inlinable
  public static func * (a: Self, b: Self) -> Self {
    Self(a.value * b.value, a.derivative * b.value + a.value * b.derivative)
  }

  @inlinable
  public static func / (a: Self, b: Self) -> Self {
    let quotient = a.value / b.value
    return Self(quotient, (a.derivative - quotient * b.derivative) / b.value)
  }

  @inlinable
  public static func += (a: inout Self, b: Self) { a = a + b }

  @inlinable
  public static func -= (a: inout Self, b: Self) { a = a - b }

  @inlinable
  public static func *= (a: inout Self, b: Self) { a = a * b }

  @inlinable
  public static func /= (a: inout Self, b: Self) { a = a / b }
}

// MARK: - Elementary functions

extension Dual {
  @inlinable
  public static func exp(_ x: Self) -> Self {
    let value = Base.exp(x.value)
    return x.chain(value, slope: value)
  }

  @inlinable
  public static func expMinusOne(_ x: Self) -> Self {
    x.chain(.expMinusOne(x.value), slope: .exp(x.value))
  }

  @inlinable
  public static func log(_ x: Self) -> Self {
    x.chain(.log(x.value), slope: 1 / x.value)
  }

  @inlinable
  public static func log(onePlus x: Self) -> Self {
    x.chain(.log(onePlus: x.value), slope: 1 / (1 + x.value))
  }

  @inlinable
  public static func sin(_ x: Self) -> Self {
    x.chain(.sin(x.value), slope: .cos(x.value))
  }

  @inlinable
  public static func cos(_ x: Self) -> Self {
    x.chain(.cos(x.value), slope: -.sin(x.value))
  }

  @inlinable
  public static func tan(_ x: Self) -> Self {
    let value = Base.tan(x.value)
    return x.chain(value, slope: 1 + value * value)
  }

  @inlinable
  public static func asin(_ x: Self) -> Self {
    x.chain(.asin(x.value), slope: 1 / Base.sqrt(1 - x.value * x.value))
  }

  @inlinable
  public static func acos(_ x: Self) -> Self {
    x.chain(.acos(x.value), slope: -1 / Base.sqrt(1 - x.value * x.value))
  }

  @inlinable
  public static func atan(_ x: Self) -> Self {
    x.chain(.atan(x.value), slope: 1 / (1 + x.value * x.value))
  }

  @inlinable
  public static func sinh(_ x: Self) -> Self {
    x.chain(.sinh(x.value), slope: .cosh(x.value))
  }

  @inlinable
  public static func cosh(_ x: Self) -> Self {
    x.chain(.cosh(x.value), slope: .sinh(x.value))
  }

  @inlinable
  public static func tanh(_ x: Self) -> Self {
    let value = Base.tanh(x.value)
    return x.chain(value, slope: 1 - value * value)
  }

  @inlinable
  public static func asinh(_ x: Self) -> Self {
    x.chain(.asinh(x.value), slope: 1 / Base.sqrt(x.value * x.value + 1))
  }

  @inlinable
  public static func acosh(_ x: Self) -> Self {
    x.chain(.acosh(x.value), slope: 1 / Base.sqrt(x.value * x.value - 1))
  }

  @inlinable
  public static func atanh(_ x: Self) -> Self {
    x.chain(.atanh(x.value), slope: 1 / (1 - x.value * x.value))
  }

  @inlinable
  public static func sqrt(_ x: Self) -> Self {
    let value = Base.sqrt(x.value)
    return x.chain(value, slope: 1 / (2 * value))
  }

  @inlinable
  public static func erf(_ x: Self) -> Self {
    x.chain(.erf(x.value), slope: .erfSlope(x.value))
  }

  /// The nth root; n ≠ 0.
  @inlinable
  public static func root(_ x: Self, _ n: Int) -> Self {
    let value = Base.root(x.value, n)
    return x.chain(value, slope: value / (Base(Double(n)) * x.value))
  }

  /// xⁿ for any whole n; the slope n xⁿ⁻¹ is 0 for n = 0, at x = 0 too.
  @inlinable
  public static func pow(_ x: Self, _ n: Int) -> Self {
    guard n != 0 else { return 1 }
    return x.chain(.pow(x.value, n), slope: Base(Double(n)) * .pow(x.value, n - 1))
  }

  /// xʸ for x > 0: exp(y log x).
  @inlinable
  public static func pow(_ x: Self, _ y: Self) -> Self {
    let value = Base.pow(x.value, y.value)
    let slope = y.value * .pow(x.value, y.value - 1)
    let exponent = value * .log(x.value) * y.derivative
    return Self(value, slope * x.derivative + exponent)
  }
}
