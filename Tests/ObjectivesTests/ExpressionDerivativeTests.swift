import LinearAlgebra
import Objectives
import RealModule
import Testing

/// Derivatives by the sweep back against dual numbers, against the catalogue, and at kinks.
@Suite struct ExpressionDerivativeTests {
  typealias Rule = @Sendable (Dual<Dual<Double>>) -> Dual<Dual<Double>>

  /// Expressions of x with the same function over dual numbers.
  static let rules: [(String, Rule)] = [
    ("sin(x)", { .sin($0) }), ("cos(x)", { .cos($0) }), ("tan(x)", { .tan($0) }),
    ("asin(x)", { .asin($0) }), ("acos(x)", { .acos($0) }), ("atan(x)", { .atan($0) }),
    ("sinh(x)", { .sinh($0) }), ("cosh(x)", { .cosh($0) }), ("tanh(x)", { .tanh($0) }),
    ("asinh(x)", { .asinh($0) }), ("acosh(x+1)", { .acosh($0 + 1) }), ("atanh(x)", { .atanh($0) }),
    ("exp(x)", { .exp($0) }), ("expm1(x)", { .expMinusOne($0) }), ("log(x)", { .log($0) }),
    ("ln(x)", { .log($0) }), ("log1p(x)", { .log(onePlus: $0) }),
    ("log2(x)", { .log($0) / .log(2) }), ("log10(x)", { .log($0) / .log(10) }),
    ("sqrt(x)", { .sqrt($0) }), ("cbrt(x)", { .root($0, 3) }), ("abs(x)", { $0 }),
    ("abs(-x)", { $0 }), ("sign(x)", { _ in 1 }), ("floor(x)", { _ in 0 }), ("ceil(x)", { _ in 1 }),
    ("x^2", { $0 * $0 }), ("x^7", { .pow($0, 7) }), ("x^16", { .pow($0, 16) }),
    ("x^17", { .pow($0, 17) }), ("x^-1", { 1 / $0 }), ("x^-4", { .pow($0, -4) }),
    ("x^2.5", { .pow($0, 2.5) }), ("x^-0.3", { .pow($0, -0.3) }), ("x^0.5", { .sqrt($0) }),
    ("x^x", { .pow($0, $0) }), ("3^x", { .exp($0 * .log(3)) }), ("0.2^x", { .exp($0 * .log(0.2)) }),
    ("e^x", { .exp($0) }), ("pow(x,3)", { .pow($0, 3) }), ("pow(2,x)", { .exp($0 * .log(2)) }),
    ("hypot(x,2)", { .sqrt($0 * $0 + 4) }), ("hypot(-3,x)", { .sqrt($0 * $0 + 9) }),
    ("atan2(x,2)", { .atan($0 / 2) }), ("atan2(2,x)", { S(.pi / 2) - .atan($0 / 2) }),
    ("atan2(x,-2)", { S(.pi) - .atan($0 / 2) }), ("min(x,x^2)", { $0 * $0 }),
    ("max(x,x^2)", { $0 }), ("max(-x,x/2,x^3)", { x in x.real > 0.7072 ? x * x * x : x / 2 }),
    ("1/x", { 1 / $0 }), ("x/3", { $0 / 3 }), ("x/(1+x)", { $0 / (1 + $0) }), ("5-x", { 5 - $0 }),
    ("2*x-3*x^2", { 2 * $0 - 3 * $0 * $0 }), ("x*x", { $0 * $0 }), ("3", { _ in 3 }),
    ("prod(i,1,3,x-i)", { ($0 - 1) * ($0 - 2) * ($0 - 3) }),
    ("sin(cos(exp(x)))", { .sin(.cos(.exp($0))) }),
  ]
  typealias S = Dual<Dual<Double>>

  /// First and second derivatives, the second by a Hessian product.
  @Test(arguments: rules.indices)
  func derivativesAreThoseOfDualNumbers(_ i: Int) throws {
    let (text, rule) = Self.rules[i]
    let function = try ExpressionFunction(parsing: text)
    for x in [0.2, 0.5, 0.9] {
      let exact = rule(S(Dual(x, 1), Dual(1, 0)))
      let value = function.value(at: [x])
      #expect(abs(value - exact.real) <= 2e-15 * max(1, abs(exact.real)), "\(text) at \(x)")
      let slope = function.gradient(at: [x])[0]
      let exactSlope = exact.derivative.value
      #expect(abs(slope - exactSlope) <= 4e-15 * max(1, abs(exactSlope)), "\(text)′ at \(x)")
      let curvature = function.hessianProduct(at: [x], along: [1])[0]
      let exactCurvature = exact.derivative.derivative
      let scale = max(1, abs(exactSlope), abs(exactCurvature))
      #expect(abs(curvature - exactCurvature) <= 2e-14 * scale, "\(text)″ at \(x): \(curvature)")
    }
  }

  /// A gradient and a Hessian in several variables against differences of values.
  @Test(arguments: [
    "x^y", "hypot(x,y,z)", "atan2(x,y)*z", "min(x*y,z)+max(x,y*z)", "x*y/z-y/x",
    "(x+2*y)^2*exp(-z)",
    "sum(i,1,3,sum(j,1,3,i*x[i]*x[j]^2))", "prod(i,1,3,x[i]^2+i)", "pow(x,y)^z",
  ])
  func derivativesAreDifferences(_ text: String) throws {
    let function = try ExpressionFunction(parsing: text + ":n=3")
    for x in [[0.7, 1.2, 0.4], [1.7, 0.3, 2.1]] {
      let h = 1e-5
      for i in 0..<3 {
        var (ahead, behind) = (x, x)
        ahead[i] += h
        behind[i] -= h
        let slope = (function.value(at: ahead) - function.value(at: behind)) / (2 * h)
        #expect(abs(slope - function.gradient(at: x)[i]) <= 1e-8 * max(1, abs(slope)), "\(text)")
        let row = zip(function.gradient(at: ahead), function.gradient(at: behind))
          .map { ($0 - $1) / (2 * h) }
        expectClose(function.hessian(at: x).rows[i], row, tolerance: 1e-8, "\(text) at \(x)")
      }
    }
  }

  /// The gradient by one sweep back is the one by n sweeps of dual numbers.
  @Test(arguments: ["x^y+y^x", "max(x,y)*abs(x-y)", "hypot(x-1,y)*log(x+2)", "atan2(y,x)"])
  func sweepsAgree(_ text: String) throws {
    let function = try ExpressionFunction(parsing: text)
    for x in [[0.3, 0.7], [1.4, 0.2], [2, 2]] {
      let forward = (0..<2).map { i in
        let point = x.indices.map { Dual<Double>(x[$0], $0 == i ? 1 : 0) }
        return function.evaluate(point.span).derivative
      }
      expectClose(function.gradient(at: x), forward, tolerance: 4e-15, "\(text) at \(x)")
    }
  }
}

// MARK: - Kinks

extension ExpressionDerivativeTests {
  /// Slopes at places where there are several, or none.
  @Test(
    arguments: [
      ("abs(x)", 0, 0), ("sqrt(x)", 0, 0), ("cbrt(x)", 0, 0), ("x^0.5", 0, 0), ("x^0.3", 0, 0),
      ("x^1.5", 0, 0), ("sqrt(x^2)", 0, 0), ("(x^2)^0.25", 0, 0), ("hypot(x,0)", 0, 0),
      ("max(x,-x)", 0, 0), ("min(x,3*x)", 0, 2), ("max(x,2*x,3*x)", 0, 2), ("min(x,x)", 5, 1),
      ("sign(x)", 0, 0), ("floor(x)", 2, 0), ("ceil(x)", 2, 0), ("x^0", 0, 0), ("x^1", 0, 1),
      ("x^2", 0, 0), ("x^3", -2, 12), ("x^5", 0, 0), ("x^17", 0, 0), ("x^x", 1, 1),
      ("max(2,sqrt(x-1))", 1, 0), ("min(x,1/x)", 0.5, 1), ("max(1,log(x))+x", 0, 1),
      ("log(x)", 0, .infinity), ("1/x", 0, -.infinity),
    ] as [(String, Double, Double)])
  func slopesAtKinks(_ text: String, _ x: Double, _ slope: Double) throws {
    #expect(try ExpressionFunction(parsing: text).gradient(at: [x]) == [slope], "\(text) at \(x)")
  }

  @Test func powersOfZeroHaveFiniteSlopes() throws {
    let power = try ExpressionFunction(parsing: "x^y")
    #expect(power.gradient(at: [0, 2]) == [0, 0])
    #expect(power.gradient(at: [0, 1]) == [1, 0])
    #expect(power.gradient(at: [0, 0.5]) == [0, 0])
    #expect(power.gradient(at: [2, 0])[0] == 0)
    #expect(power.gradient(at: [-2, 2])[0] == -4)
    #expect(power.gradient(at: [-2, 2])[1].isNaN)
  }

  /// Second derivatives at kinks stay finite.
  @Test(arguments: ["abs(x)+y", "sqrt(x^2+y^2)", "hypot(x,y)", "max(x,y)", "cbrt(x)+y^2"])
  func curvatureAtKinks(_ text: String) throws {
    let hessian = try ExpressionFunction(parsing: text).hessian(at: [0, 0])
    #expect(hessian.rows.flatMap { $0 }.isFinite)
  }
}

// MARK: - The catalogue, written as expressions

extension ExpressionDerivativeTests {
  static let classics = [
    ("rosenbrock", "100*(y-x^2)^2+(1-x)^2"),
    ("rosenbrock:n=6", "sum(i,1,n-1,100*(x[i+1]-x[i]^2)^2+(1-x[i])^2):n=6"),
    ("rosenbrock-extended:n=4", "sum(i,1,n/2,100*(x[2*i]-x[2*i-1]^2)^2+(1-x[2*i-1])^2):n=4"),
    ("himmelblau", "(x^2+y-11)^2+(x+y^2-7)^2"),
    ("styblinski-tang:n=5", "sum(i,1,n,x[i]^4-16*x[i]^2+5*x[i])/2:n=5"),
    ("rastrigin:n=3", "10*n+sum(i,1,n,x[i]^2-10*cos(2*pi*x[i])):n=3"),
    ("beale", "(1.5-x+x*y)^2+(2.25-x+x*y^2)^2+(2.625-x+x*y^3)^2"),
    ("booth", "(x+2*y-7)^2+(2*x+y-5)^2"),
    ("three-hump-camel", "2*x^2-1.05*x^4+x^6/6+x*y+y^2"),
    ("quadratic:n=5,condition=50", "sum(i,1,n,50^((i-1)/(n-1))*x[i]^2)/2:n=5"),
    ("monkey-saddle", "x^3-3*x*y^2"), ("saddle", "x^2-y^2"),
    ("saddle-escape", "x^2/2-y^2/2+y^4/4"),
  ]

  @Test(arguments: classics)
  func classicsAgree(_ name: String, _ text: String) throws {
    let known = try FunctionCatalogue.function(name)
    let ours = try FunctionCatalogue.function(text)
    #expect(ours is ExpressionFunction && ours.dimension == known.dimension)
    var random = RandomStream(seed: 3)
    for _ in 0..<10 {
      let x = known.domain.map { Double.random(in: $0, using: &random) }
      expectClose([ours.value(at: x)], [known.value(at: x)], tolerance: 1e-14, text)
      expectClose(ours.gradient(at: x), known.gradient(at: x), tolerance: 1e-14, text)
      expectClose(
        ours.hessian(at: x).rows.flatMap { $0 }, known.hessian(at: x).rows.flatMap { $0 },
        tolerance: 1e-14, text)
    }
  }

  /// Ackley's function against its formula over dual numbers, at its kink too.
  @Test func ackley() throws {
    let ours = try ExpressionFunction(
      parsing: "20+e-20*exp(-0.2*sqrt(sum(i,1,n,x[i]^2)/n))-exp(sum(i,1,n,cos(2*pi*x[i]))/n):n=3")
    for x in [[0.5, -1, 2], [0, 0, 0], [1e-9, 0, 0]] {
      let point = x.map { Dual<Double>($0, 0) }
      let slopes = point.indices.map { i in
        var point = point
        point[i].derivative = 1
        return Self.ackley(point).derivative
      }
      expectClose([ours.value(at: x)], [Self.ackley(point).value], tolerance: 4e-15, "\(x)")
      expectClose(ours.gradient(at: x), slopes, tolerance: 1e-14, "\(x)")
    }
    #expect(ours.gradient(at: [0, 0, 0]) == [0, 0, 0])
  }

  private static func ackley<T: Scalar>(_ x: [T]) -> T {
    let count = T(Double(x.count))
    let square = x.map { $0 * $0 }.reduce(0, +)
    let waves = x.map { T.cos(T(2 * Double.pi) * $0) }.reduce(0, +)
    let bowl: T = 20 * .exp(-0.2 * .cuspRoot(square / count))
    return T(20 + Double.exp(1)) - bowl - .exp(waves / count)
  }
}
