import LinearAlgebra
import Objectives
import RealModule
import Testing

/// One pass of jets against the passes of nested dual numbers, which are tested by themselves.
@Suite struct PlaneJetTests {
  typealias Second = Dual<Dual<Double>>

  static let functions = FunctionCatalogue.all.filter { $0 is any PlaneFunction.Type }.map {
    $0.name
  }

  @Test(arguments: functions) func catalogueHasTheSameDerivatives(_ name: String) throws {
    let function = try #require(try FunctionCatalogue.function(name) as? any PlaneFunction)
    var random = RandomStream(seed: 8)
    let points = (0..<20).flatMap { _ in
      function.domain.map { $0.lowerBound + ($0.upperBound - $0.lowerBound) * random.uniform() }
    }
    var derivatives = Vector.zeros(5 * 20)
    var span = derivatives.mutableSpan
    function.secondOrder(at: points.span, into: &span)
    for i in 0..<20 {
      let point = Array(points[2 * i..<2 * i + 2])
      let (g, h) = (function.gradient(at: point), function.hessian(at: point))
      let expected = [g[0], g[1], h[0, 0], h[0, 1], h[1, 1]]
      guard expected.isFinite else { continue }
      let found = Array(derivatives[5 * i..<5 * i + 5])
      expectClose(found, expected, tolerance: 1e-11, "\(name) at \(point)")
    }
  }

  /// Each rule as jets and as nested dual numbers take it.
  static let rules: [(String, @Sendable (PlaneJet) -> PlaneJet, @Sendable (Second) -> Second)] = [
    ("exp", { .exp($0) }, { .exp($0) }),
    ("expm1", { .expMinusOne($0) }, { .expMinusOne($0) }),
    ("log", { .log($0) }, { .log($0) }),
    ("log1p", { .log(onePlus: $0) }, { .log(onePlus: $0) }),
    ("sin", { .sin($0) }, { .sin($0) }),
    ("cos", { .cos($0) }, { .cos($0) }),
    ("tan", { .tan($0) }, { .tan($0) }),
    ("asin", { .asin($0) }, { .asin($0) }),
    ("acos", { .acos($0) }, { .acos($0) }),
    ("atan", { .atan($0) }, { .atan($0) }),
    ("sinh", { .sinh($0) }, { .sinh($0) }),
    ("cosh", { .cosh($0) }, { .cosh($0) }),
    ("tanh", { .tanh($0) }, { .tanh($0) }),
    ("asinh", { .asinh($0) }, { .asinh($0) }),
    ("acosh", { .acosh(1 + $0) }, { .acosh(1 + $0) }),
    ("atanh", { .atanh($0) }, { .atanh($0) }),
    ("sqrt", { .sqrt($0) }, { .sqrt($0) }),
    ("erf", { .erf($0) }, { .erf($0) }),
    ("cbrt", { .root($0, 3) }, { .root($0, 3) }),
    ("x^5", { .pow($0, 5) }, { .pow($0, 5) }),
    ("x^x", { .pow($0, $0) }, { .pow($0, $0) }),
    ("1/x", { 1 / $0 }, { 1 / $0 }),
    ("x/(1-x)", { $0 / (1 - $0) }, { $0 / (1 - $0) }),
    ("-x", { -$0 }, { -$0 }),
    ("|x|", { .abs($0) }, { .abs($0) }),
  ]

  @Test(arguments: rules.indices) func rulesAreThoseOfDuals(_ i: Int) {
    let (name, jet, dual) = Self.rules[i]
    for (x, y) in [(0.3, 0.7), (0.9, 0.4), (0.2, 0.5)] {
      let (jx, jy) = (PlaneJet(x, x: 1, y: 0), PlaneJet(y, x: 0, y: 1))
      let found = jet(jx * jy + jx * jx / 3)
      func pass(_ a: (Double, Double), _ b: (Double, Double)) -> Second {
        let (dx, dy) = (
          Second(Dual(x, a.0), Dual(b.0, 0)), Second(Dual(y, a.1), Dual(b.1, 0))
        )
        return dual(dx * dy + dx * dx / 3)
      }
      let (alongX, alongY) = (pass((1, 0), (1, 0)), pass((0, 1), (0, 1)))
      let mixed = pass((1, 0), (0, 1))
      expectClose(
        [found.value, found.x, found.y, found.xx, found.xy, found.yy],
        [
          alongX.value.value, alongX.value.derivative, alongY.value.derivative,
          alongX.derivative.derivative, mixed.derivative.derivative, alongY.derivative.derivative,
        ], tolerance: 1e-13, name)
    }
  }

  /// Sums, products and quotients have the digits of dual numbers.
  @Test func rationalFormulasHaveTheSameDigits() {
    func formula<S: Scalar>(_ x: S, _ y: S) -> S {
      (x * x * y - 3 * y / (x + y) + 1) * (x - y * y) / (2 + x * y)
    }
    var random = RandomStream(seed: 21)
    for _ in 0..<100 {
      let (x, y) = (random.normal(), random.normal())
      let jet = formula(PlaneJet(x, x: 1, y: 0), PlaneJet(y, x: 0, y: 1))
      let alongX = formula(Second(Dual(x, 1), Dual(1, 0)), Second(Dual(y, 0), Dual(0, 0)))
      let alongY = formula(Second(Dual(x, 0), Dual(0, 0)), Second(Dual(y, 1), Dual(1, 0)))
      let mixed = formula(Second(Dual(x, 1), Dual(0, 0)), Second(Dual(y, 0), Dual(1, 0)))
      #expect(jet.value == alongX.value.value)
      #expect(jet.x == alongX.value.derivative && jet.y == alongY.value.derivative)
      #expect(jet.xx == alongX.derivative.derivative && jet.yy == alongY.derivative.derivative)
      #expect(jet.xy == mixed.derivative.derivative)
    }
  }
}
