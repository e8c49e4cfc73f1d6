import RealModule

/// What a test function is written over: a field with elementary functions, made from doubles.
///
/// `Double` gives values; `Dual` gives exact derivatives of the same formula.
public protocol Scalar: AlgebraicField, ElementaryFunctions, ExpressibleByFloatLiteral, Sendable
where FloatLiteralType == Double {
  init(_ value: Double)
}

extension Double: Scalar {}
