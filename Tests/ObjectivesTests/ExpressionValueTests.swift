import Foundation
import LinearAlgebra
import Objectives
import Testing

/// Values of expressions against Swift's own arithmetic.
@Suite struct ExpressionValueTests {
  typealias Formula = @Sendable (Vector) -> Double

  /// Expressions that must round as the same arithmetic written in Swift.
  static let formulas: [(String, Formula)] = [
    ("x+y", { $0[0] + $0[1] }), ("x-y", { $0[0] - $0[1] }), ("x*y", { $0[0] * $0[1] }),
    ("x/y", { $0[0] / $0[1] }), ("x-y-1", { $0[0] - $0[1] - 1 }),
    ("1-x-y", { 1 - $0[0] - $0[1] }), ("x/y/3", { $0[0] / $0[1] / 3 }),
    ("x/(y/3)", { $0[0] / ($0[1] / 3) }), ("6/x*y", { 6 / $0[0] * $0[1] }),
    ("x-2*y", { $0[0] - 2 * $0[1] }), ("2*x-y", { 2 * $0[0] - $0[1] }),
    ("2*x+3*y", { 2 * $0[0] + 3 * $0[1] }), ("-2*x-3*y", { -2 * $0[0] - 3 * $0[1] }),
    ("x/8+y/-4", { $0[0] / 8 + $0[1] / -4 }), ("x*y+y*x", { $0[0] * $0[1] + $0[1] * $0[0] }),
    ("-x^2", { -($0[0] * $0[0]) }), ("(-x)^2", { $0[0] * $0[0] }),
    ("-x*y", { -$0[0] * $0[1] }), ("x--y", { $0[0] + $0[1] }), ("x-+-+y", { $0[0] + $0[1] }),
    ("+x", { $0[0] }), ("x*-y", { $0[0] * -$0[1] }), ("2^-1*x", { 0.5 * $0[0] }),
    ("2^3^2*x", { 512 * $0[0] }), ("(2^3)^2*x", { 64 * $0[0] }),
    ("2^-x^2", { pow(2, -$0[0] * $0[0]) }),
    ("x^3", { $0[0] * $0[0] * $0[0] }), ("x^-1", { 1 / $0[0] }), ("x^-3", { pow($0[0], -3) }),
    ("x^1", { $0[0] }), ("x^0", { _ in 1 }), ("pow(x,2)", { $0[0] * $0[0] }),
    (".5*x+1.*y", { 0.5 * $0[0] + $0[1] }), ("1e-3*x+2.5E+3*y", { 1e-3 * $0[0] + 2500 * $0[1] }),
    ("x*pi", { $0[0] * .pi }), ("tau-2*pi+x", { $0[0] }), ("e*x", { M_E * $0[0] }),
    (" x [ 1 ] + x\t[ n ] ", { $0[0] + $0[1] }), ("x1*x2", { $0[0] * $0[1] }),
    ("x[n]-x[n-1]", { $0[1] - $0[0] }), ("n*x[1]+x[2]", { 2 * $0[0] + $0[1] }),
    ("x[2*n-3]*x[8-6]", { $0[0] * $0[1] }), ("x[min(n,7)]", { $0[1] }),
    ("sum(i,1,n,x[i])", { $0[0] + $0[1] }), ("sum(i,0,n-1,x[n-i])", { $0[1] + $0[0] }),
    ("prod(k,1,n,x[k]-k)", { ($0[0] - 1) * ($0[1] - 2) }), ("sum(i,2,1,x)+y", { $0[1] }),
    ("prod(i,n,1,x)*y", { $0[1] }), ("sum(i,-1,1,i*x)+y", { -$0[0] + 0 * $0[0] + $0[0] + $0[1] }),
    ("sum(i,1,n,sum(j,i,n,x[i]*x[j]))", { $0[0] * $0[0] + $0[0] * $0[1] + $0[1] * $0[1] }),
    ("sum(i,1,n/2,x[2*i]-x[2*i-1])", { $0[1] - $0[0] }),
    ("sum(i,1,n,(-1)^i*x[i])", { -$0[0] + $0[1] }),
    ("sum(i,1,2,x[i]^i)", { $0[0] + $0[1] * $0[1] }),
    ("min(x,y)", { min($0[0], $0[1]) }), ("max(x,y)", { max($0[0], $0[1]) }),
    ("min(3,x,y,1)", { min(3, min($0[0], min($0[1], 1))) }), ("x^y", { pow($0[0], $0[1]) }),
    ("floor(x)+ceil(y)", { $0[0].rounded(.down) + $0[1].rounded(.up) }),
    ("sign(x)*abs(y)", { ($0[0] > 0 ? 1 : $0[0] < 0 ? -1 : 0) * abs($0[1]) }),
    ("(((((x)))))+y", { $0[0] + $0[1] }),
  ]

  @Test(arguments: formulas.indices)
  func roundsAsWritten(_ i: Int) throws {
    let (text, formula) = Self.formulas[i]
    let function = try ExpressionFunction(parsing: text + ":n=2")
    for x in [[0.7, 1.9], [-1.3, 0.4], [2.6, -3.1], [-0.9, -5.5], [3, 3], [1e8, -1e-9]] {
      let (ours, expected) = (function.value(at: x), formula(x))
      #expect(ours == expected || ours.isNaN && expected.isNaN, "\(text) at \(x): \(ours)")
    }
  }

  static let functions: [(String, @Sendable (Double) -> Double)] = [
    ("sin", { sin($0) }), ("cos", { cos($0) }), ("tan", { tan($0) }), ("asin", { asin($0) }),
    ("acos", { acos($0) }), ("atan", { atan($0) }), ("sinh", { sinh($0) }), ("cosh", { cosh($0) }),
    ("tanh", { tanh($0) }), ("asinh", { asinh($0) }), ("acosh", { acosh($0) }),
    ("atanh", { atanh($0) }), ("exp", { exp($0) }), ("expm1", { expm1($0) }), ("log", { log($0) }),
    ("ln", { log($0) }), ("log1p", { log1p($0) }), ("log2", { log2($0) }), ("log10", { log10($0) }),
    ("sqrt", { sqrt($0) }), ("cbrt", { cbrt($0) }), ("abs", { abs($0) }),
    ("sign", { $0.isNaN ? .nan : $0 > 0 ? 1 : $0 < 0 ? -1 : 0 }), ("floor", { floor($0) }),
    ("ceil", { ceil($0) }), ("e^", { exp($0) }), ("2^", { pow(2, $0) }), ("0.3^", { pow(0.3, $0) }),
  ]

  @Test(arguments: functions.indices)
  func functionsAreThoseOfTheCLibrary(_ i: Int) throws {
    let (name, function) = Self.functions[i]
    let ours = try ExpressionFunction(parsing: "\(name)(x)")
    for x in [0.3, -0.8, 1, 0, 8, 1000, -2.5, 1e-12, -.infinity, .infinity, .nan] {
      let (value, expected) = (ours.value(at: [x]), function(x))
      let isSame = value.isNaN ? expected.isNaN : value == expected
      #expect(isSame, "\(name)(\(x)) = \(value), not \(expected)")
    }
  }

  /// The same by folding, where x is a number.
  @Test(arguments: functions.indices)
  func numbersAreFoldedByTheSameRules(_ i: Int) throws {
    let (name, function) = Self.functions[i]
    for x in [0.3, 0.8, 8] {
      let folded = try ExpressionFunction(parsing: "\(name)(\(x))").value(at: [0])
      #expect(folded == function(x) || folded.isNaN && function(x).isNaN, "\(name)(\(x))")
    }
  }

  @Test(arguments: [
    ("log2(8)", 3), ("log10(1000)", 3), ("2^10", 1024), ("0^0", 1), ("hypot(3,4)", 5),
    ("hypot(2,3,6)", 7), ("hypot(3e200,4e200)/1e200", 5), ("atan2(1,-1)/pi", 0.75),
    ("atan2(-1,0)/pi", -0.5), ("atan2(0,0)", 0), ("sum(i,1,100,i)", 5050), ("prod(i,1,5,i)", 120),
    ("(-8)^3", -512), ("cbrt(-27)", -3), ("-2^2", -4), ("2^-2", 0.25), ("1/0", .infinity),
    ("max(1,2)-min(1,2)", 1), ("abs(-3)", 3), ("(-1)^1e15", 1), ("(-1)^(1e15+1)", -1),
  ])
  func known(_ text: String, _ value: Double) throws {
    let ours = try ExpressionFunction(parsing: text).value(at: [0])
    #expect(ours == value || abs(ours - value) <= 4e-16 * abs(value))
  }

  /// Powers at and below 0 as IEEE `pow` has them.
  @Test(
    arguments: [
      ("x^2", 0, 0), ("x^3", -2, -8), ("x^-2", -2, 0.25), ("x^0", .nan, 1), ("x^0.5", -1, .nan),
      ("x^0.5", 0, 0), ("x^-0.5", 0, .infinity), ("x^1.5", 0, 0), ("x^17", -1, -1),
      ("x^1e300", -2, .infinity), ("0^x", 0, 1), ("0^x", 2, 0), ("0^x", -0.5, .infinity),
      ("(-2)^x", 3, -8), ("(-2)^x", 0.5, .nan), ("x^x", 0, 1), ("x^x", -2, 0.25), ("1^x", .nan, 1),
      ("log(x)", 0, -.infinity), ("log(x)", -1, .nan), ("1/x", 0, .infinity),
      ("1/x", -0.0, -.infinity),
      ("min(x,1)", .nan, .nan), ("max(1,x)", .nan, .nan), ("max(x,x)", .infinity, .infinity),
      ("min(x,-1/0)", -.infinity, -.infinity), ("hypot(x,0/0)", .infinity, .infinity),
    ] as [(String, Double, Double)])
  func special(_ text: String, _ x: Double, _ expected: Double) throws {
    let value = try ExpressionFunction(parsing: text).value(at: [x])
    #expect(value == expected || value.isNaN && expected.isNaN, "\(text) at \(x): \(value)")
  }
}
