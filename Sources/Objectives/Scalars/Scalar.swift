import RealModule

/// What a test function is written over: a field with elementary functions, made from doubles.
///
/// `Double` gives values; `Dual` gives exact derivatives of the same formula. A formula with cases
/// chooses between them by `real`, the number that a `Double` would have had there.
public protocol Scalar: AlgebraicField, ElementaryFunctions, ExpressibleByFloatLiteral, Sendable
where FloatLiteralType == Double {
  /// A constant.
  init(_ value: Double)

  // Division is a requirement of `AlgebraicField` already. Said again here, it is found where
  // Objectives is imported and RealModule is not, as in a function of one's own.
  /// The quotient a / b.
  static func / (a: Self, b: Self) -> Self
  /// Divides a by b.
  static func /= (a: inout Self, b: Self)

  /// The value without its derivatives.
  var real: Double { get }

  /// The error function, 2/√π times the integral of e^(−t²) from 0 to x.
  static func erf(_ x: Self) -> Self
}

extension Double: Scalar {
  @inlinable
  public var real: Double { self }
}

// MARK: - Kinks

extension Scalar {
  /// |x|. At 0 its derivative is taken as 0, halfway between the slopes on either side.
  @inlinable
  public static func abs(_ x: Self) -> Self {
    if x.real == 0 { return 0 }
    return x.real < 0 ? -x : x
  }

  /// √x for x ≥ 0, the root of a sum of squares or of a magnitude. At 0, where its slope is
  /// infinite, the derivative is taken as 0.
  @inlinable
  public static func cuspRoot(_ x: Self) -> Self {
    x.real == 0 ? 0 : sqrt(x)
  }
}

// MARK: - Slopes

extension Scalar {
  /// 2/√π e^(−x²), the derivative of the error function.
  @inlinable
  static func erfSlope(_ x: Self) -> Self {
    Self(2 / Double.sqrt(.pi)) * .exp(-(x * x))
  }
}
