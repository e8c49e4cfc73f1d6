import RealModule

/// A function of two variables at a point up to second order: its value, two first and three second
/// derivatives, which a formula gives all in one pass.
///
/// Truncated Taylor arithmetic, exact up to rounding: Griewank and Walther, *Evaluating
/// Derivatives*, 2nd ed. 2008, chapter 13. Sums, products and quotients have the digits of nested
/// `Dual` numbers; elementary functions take their derivatives from these.
public struct PlaneJet: Scalar {
  /// The value.
  public var value: Double
  /// ∂f/∂x.
  public var x: Double
  /// ∂f/∂y.
  public var y: Double
  /// ∂²f/∂x².
  public var xx: Double
  /// ∂²f/∂x∂y.
  public var xy: Double
  /// ∂²f/∂y².
  public var yy: Double

  /// The six numbers; what is left out is 0.
  @inlinable
  public init(
    _ value: Double, x: Double, y: Double, xx: Double = 0, xy: Double = 0, yy: Double = 0
  ) {
    self.value = value
    (self.x, self.y) = (x, y)
    (self.xx, self.xy, self.yy) = (xx, xy, yy)
  }

  /// A constant.
  @inlinable
  public init(_ value: Double) {
    self.init(value, x: 0, y: 0)
  }

  @inlinable
  public init(floatLiteral value: Double) {
    self.init(value)
  }

  @inlinable
  public init(integerLiteral value: Int) {
    self.init(Double(value))
  }

  @inlinable
  public init?<Source: BinaryInteger>(exactly source: Source) {
    guard let value = Double(exactly: source) else { return nil }
    self.init(value)
  }

  @inlinable
  public var real: Double { value }
}

// MARK: - Field

extension PlaneJet {
  /// 0, of derivatives 0.
  @inlinable
  public static var zero: Self { 0 }

  @inlinable
  public var magnitude: Double { value.magnitude }

  @inlinable
  public static func + (a: Self, b: Self) -> Self {
    Self(
      a.value + b.value, x: a.x + b.x, y: a.y + b.y, xx: a.xx + b.xx, xy: a.xy + b.xy,
      yy: a.yy + b.yy)
  }

  @inlinable
  public static func - (a: Self, b: Self) -> Self {
    Self(
      a.value - b.value, x: a.x - b.x, y: a.y - b.y, xx: a.xx - b.xx, xy: a.xy - b.xy,
      yy: a.yy - b.yy)
  }

  @inlinable
  public static prefix func - (a: Self) -> Self {
    Self(-a.value, x: -a.x, y: -a.y, xx: -a.xx, xy: -a.xy, yy: -a.yy)
  }

  @inlinable
  public mutating func negate() { self = -self }

  @inlinable
  public static func * (a: Self, b: Self) -> Self {
    Self(
      a.value * b.value, x: a.x * b.value + a.value * b.x, y: a.y * b.value + a.value * b.y,
      xx: (a.xx * b.value + a.x * b.x) + (a.x * b.x + a.value * b.xx),
      xy: (a.xy * b.value + a.y * b.x) + (a.x * b.y + a.value * b.xy),
      yy: (a.yy * b.value + a.y * b.y) + (a.y * b.y + a.value * b.yy))
  }

  /// From a = q b, differentiated.
  @inlinable
  public static func / (a: Self, b: Self) -> Self {
    let q = a.value / b.value
    let (x, y) = ((a.x - q * b.x) / b.value, (a.y - q * b.y) / b.value)
    return Self(
      q, x: x, y: y, xx: (a.xx - (x * b.x + q * b.xx) - x * b.x) / b.value,
      xy: (a.xy - (x * b.y + q * b.xy) - y * b.x) / b.value,
      yy: (a.yy - (y * b.y + q * b.yy) - y * b.y) / b.value)
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

extension PlaneJet {
  /// A function of one variable that nested dual numbers differentiate twice.
  public typealias Rule = (Dual<Dual<Double>>) -> Dual<Dual<Double>>

  /// g(f) by the chain rule.
  @inlinable @inline(__always)
  func through(_ g: Rule) -> Self {
    let result = g(Dual(Dual(value, 1), Dual(1, 0)))
    let (slope, curvature) = (result.value.derivative, result.derivative.derivative)
    return Self(
      result.value.value, x: slope * x, y: slope * y, xx: curvature * x * x + slope * xx,
      xy: curvature * x * y + slope * xy, yy: curvature * y * y + slope * yy)
  }

  @inlinable
  public static func exp(_ a: Self) -> Self { a.through { .exp($0) } }

  @inlinable
  public static func expMinusOne(_ a: Self) -> Self { a.through { .expMinusOne($0) } }

  @inlinable
  public static func log(_ a: Self) -> Self { a.through { .log($0) } }

  @inlinable
  public static func log(onePlus a: Self) -> Self { a.through { .log(onePlus: $0) } }

  @inlinable
  public static func sin(_ a: Self) -> Self { a.through { .sin($0) } }

  @inlinable
  public static func cos(_ a: Self) -> Self { a.through { .cos($0) } }

  @inlinable
  public static func tan(_ a: Self) -> Self { a.through { .tan($0) } }

  @inlinable
  public static func asin(_ a: Self) -> Self { a.through { .asin($0) } }

  @inlinable
  public static func acos(_ a: Self) -> Self { a.through { .acos($0) } }

  @inlinable
  public static func atan(_ a: Self) -> Self { a.through { .atan($0) } }

  @inlinable
  public static func sinh(_ a: Self) -> Self { a.through { .sinh($0) } }

  @inlinable
  public static func cosh(_ a: Self) -> Self { a.through { .cosh($0) } }

  @inlinable
  public static func tanh(_ a: Self) -> Self { a.through { .tanh($0) } }

  @inlinable
  public static func asinh(_ a: Self) -> Self { a.through { .asinh($0) } }

  @inlinable
  public static func acosh(_ a: Self) -> Self { a.through { .acosh($0) } }

  @inlinable
  public static func atanh(_ a: Self) -> Self { a.through { .atanh($0) } }

  @inlinable
  public static func sqrt(_ a: Self) -> Self { a.through { .sqrt($0) } }

  @inlinable
  public static func erf(_ a: Self) -> Self { a.through { .erf($0) } }

  /// The nth root; n ≠ 0.
  @inlinable
  public static func root(_ a: Self, _ n: Int) -> Self { a.through { .root($0, n) } }

  /// aⁿ for any whole n.
  @inlinable
  public static func pow(_ a: Self, _ n: Int) -> Self { a.through { .pow($0, n) } }

  /// aᵇ for a > 0: exp(b log a).
  @inlinable
  public static func pow(_ a: Self, _ b: Self) -> Self { exp(b * log(a)) }
}
