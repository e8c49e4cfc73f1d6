import Objectives
import RealModule
import Testing

@Suite struct DualTests {
  typealias Rule = @Sendable (Dual<Double>) -> Dual<Double>

  /// Each function with its derivative as the tables give it.
  static let rules: [(String, Rule, @Sendable (Double) -> Double)] = [
    ("exp", { .exp($0) }, { .exp($0) }),
    ("expm1", { .expMinusOne($0) }, { .exp($0) }),
    ("log", { .log($0) }, { 1 / $0 }),
    ("log1p", { .log(onePlus: $0) }, { 1 / (1 + $0) }),
    ("sin", { .sin($0) }, { .cos($0) }),
    ("cos", { .cos($0) }, { -.sin($0) }),
    ("tan", { .tan($0) }, { 1 / (.cos($0) * .cos($0)) }),
    ("asin", { .asin($0) }, { 1 / (1 - $0 * $0).squareRoot() }),
    ("acos", { .acos($0) }, { -1 / (1 - $0 * $0).squareRoot() }),
    ("atan", { .atan($0) }, { 1 / (1 + $0 * $0) }),
    ("sinh", { .sinh($0) }, { .cosh($0) }),
    ("cosh", { .cosh($0) }, { .sinh($0) }),
    ("tanh", { .tanh($0) }, { 1 / (.cosh($0) * .cosh($0)) }),
    ("asinh", { .asinh($0) }, { 1 / ($0 * $0 + 1).squareRoot() }),
    ("atanh", { .atanh($0) }, { 1 / (1 - $0 * $0) }),
    ("sqrt", { .sqrt($0) }, { 0.5 / $0.squareRoot() }),
    ("cbrt", { .root($0, 3) }, { .pow($0, -2.0 / 3) / 3 }),
    ("x^5", { .pow($0, 5) }, { 5 * .pow($0, 4) }),
    ("x^-2", { .pow($0, -2) }, { -2 * .pow($0, -3) }),
    ("x^x", { .pow($0, $0) }, { .pow($0, $0) * (1 + .log($0)) }),
    ("1/x", { 1 / $0 }, { -1 / ($0 * $0) }),
  ]

  @Test(arguments: rules.indices)
  func derivatives(_ i: Int) {
    let (name, rule, derivative) = Self.rules[i]
    for x in [0.2, 0.5, 0.9] {
      let slope = rule(Dual(x, 2)).derivative
      let expected = 2 * derivative(x)
      #expect(abs(slope - expected) <= 4e-15 * max(1, abs(expected)), "\(name) at \(x)")
    }
  }

  /// (x³)″ = 6x by nesting.
  @Test func nestedDualsGiveSecondDerivatives() {
    let x = Dual(Dual(1.5, 1), Dual(1, 0))
    #expect((x * x * x).derivative.derivative == 9)
    #expect(Dual<Dual<Double>>.pow(x, 3).derivative.derivative == 9)
  }

  @Test func acosh() {
    let slope = Dual<Double>.acosh(Dual(1.25, 1)).derivative
    #expect(abs(slope - 4 / 3.0) <= 1e-15 * 4)
  }
}
