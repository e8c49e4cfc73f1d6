import RealModule

/// The functions of one argument that an expression may call; the case is the name.
@usableFromInline
enum ElementaryFunction: UInt8, CaseIterable, Sendable {
  case sin, cos, tan, asin, acos, atan
  case sinh, cosh, tanh, asinh, acosh, atanh
  case exp, expm1, log, log1p, log2, log10
  case sqrt, cbrt
  case erf, sigmoid
  case abs, sign, floor, ceil, round

  static let named = Dictionary(uniqueKeysWithValues: allCases.map { ("\($0)", $0) })

  /// g(a). `sign`, `floor`, `ceil` and `round` are constant between their jumps; `round` takes
  /// halves to the even neighbour, as numpy does.
  @inlinable
  func value<S: Scalar>(_ a: S) -> S {
    switch self {
    case .sin: .sin(a)
    case .cos: .cos(a)
    case .tan: .tan(a)
    case .asin: .asin(a)
    case .acos: .acos(a)
    case .atan: .atan(a)
    case .sinh: .sinh(a)
    case .cosh: .cosh(a)
    case .tanh: .tanh(a)
    case .asinh: .asinh(a)
    case .acosh: .acosh(a)
    case .atanh: .atanh(a)
    case .exp: .exp(a)
    case .expm1: .expMinusOne(a)
    case .log: .log(a)
    case .log1p: .log(onePlus: a)
    case .log2: ExpressionRules.log2(a)
    case .log10: ExpressionRules.log10(a)
    case .sqrt: .cuspRoot(a)
    case .cbrt: ExpressionRules.cubeRoot(a)
    case .erf: .erf(a)
    case .sigmoid: ExpressionRules.sigmoid(a)
    case .abs: .abs(a)
    case .sign: S(ExpressionRules.sign(a.real))
    case .floor: S(a.real.rounded(.down))
    case .ceil: S(a.real.rounded(.up))
    case .round: S(a.real.rounded(.toNearestOrEven))
    }
  }

  /// g′(a), given `value` = g(a). Where a slope is infinite or jumps at a = 0 (`sqrt`, `cbrt`,
  /// `abs`) it is taken as 0 there; where the function jumps it is 0 as well.
  @inlinable
  func slope<S: Scalar>(_ a: S, value: S) -> S {
    switch self {
    case .sin: .cos(a)
    case .cos: -.sin(a)
    case .tan: 1 + value * value
    case .asin: 1 / S.sqrt(1 - a * a)
    case .acos: -1 / S.sqrt(1 - a * a)
    case .atan: 1 / (1 + a * a)
    case .sinh: .cosh(a)
    case .cosh: .sinh(a)
    case .tanh: 1 - value * value
    case .asinh: 1 / S.sqrt(a * a + 1)
    case .acosh: 1 / S.sqrt(a * a - 1)
    case .atanh: 1 / (1 - a * a)
    case .exp: value
    case .expm1: .exp(a)
    case .log: 1 / a
    case .log1p: 1 / (1 + a)
    case .log2: S(1 / Double.log(2)) / a
    case .log10: S(1 / Double.log(10)) / a
    case .sqrt: a.real == 0 ? 0 : 0.5 / value
    case .cbrt: a.real == 0 ? 0 : value / (3 * a)
    case .erf: .erfSlope(a)
    // 1 − g(a) would lose all digits where g(a) is near 1.
    case .sigmoid: value * ExpressionRules.sigmoid(-a)
    case .abs: S(ExpressionRules.sign(a.real))
    case .sign, .floor, .ceil, .round: 0
    }
  }
}
