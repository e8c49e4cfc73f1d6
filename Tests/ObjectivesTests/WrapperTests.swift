import LinearAlgebra
import Objectives
import Specifications
import Testing

@Suite struct WrapperTests {
  /// Each with the x that it takes to the point (0.3, −0.7, 1.1) of the function inside.
  static let changes: [(String, Vector)] = [
    ("shift(rosenbrock(n=3),by=0.5)", [0.8, -0.2, 1.6]),
    ("shift(rosenbrock(n=3),by=1/-2/0)", [1.3, -2.7, 1.1]),
    ("scale(rosenbrock(n=3),x=2)", [0.6, -1.4, 2.2]),
    ("scale(rosenbrock(n=3),x=1/10/0.5)", [0.3, -7, 0.55]),
    ("condition(rosenbrock(n=3),condition=16)", [0.3, -0.35, 0.275]),
  ]
  static let inside = [0.3, -0.7, 1.1]

  @Test(arguments: changes.indices)
  func coordinatesChangeAsStated(_ i: Int) throws {
    let (text, x) = Self.changes[i]
    let function = try FunctionCatalogue.function(text)
    let base = try FunctionCatalogue.function("rosenbrock:n=3")
    let expected = base.value(at: Self.inside)
    #expect(abs(function.value(at: x) - expected) <= 1e-13 * expected)
  }

  @Test func anglesTurnCounterclockwise() throws {
    let turned = try FunctionCatalogue.function("rotate(booth,angle=90)")
    let minimizer = try #require(turned.minimizers.first)
    expectClose(minimizer, [-3, 1], tolerance: 1e-15, "(1, 3) by 90 degrees")
    #expect(abs(turned.value(at: [-3, 1])) <= 1e-28)
  }

  static let wrapped = [
    "shift(himmelblau,by=0.5/-1)", "scale(beale,x=2/0.5,value=3)",
    "scale(styblinski-tang,value=2)", "scale(goldstein-price,x=0.5,value=0.1)",
    "rotate(himmelblau,angle=30)",
    "rotate(rosenbrock(n=5),seed=4)", "condition(styblinski-tang(n=4),condition=50)",
    "noisy(himmelblau,sigma=0.5)", "shift(rotate(beale,angle=10),by=0.25)",
    "noisy(scale(quadratic(n=3,condition=7),x=2),on=both,seed=3)",
  ]

  /// Values and gradients vanish or agree at the carried minimizers, and the products are those of
  /// differences of gradients.
  @Test(arguments: wrapped)
  func knowledgeIsCarriedAlong(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    #expect(function.domain.count == function.dimension)
    let minimum = try #require(function.minimum)
    for x in function.minimizers {
      #expect(abs(function.value(at: x) - minimum) <= 1e-11 * max(1, abs(minimum)))
      #expect(function.gradient(at: x).norm <= 1e-10)
      for (value, range) in zip(x, function.domain) { #expect(range.contains(value)) }
    }
    for critical in function.criticalPoints {
      #expect(function.gradient(at: critical.point).norm <= 1e-10)
    }
  }

  @Test(arguments: wrapped)
  func derivativesAreThoseOfDifferences(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    let x = (0..<function.dimension).map { 0.4 - 0.3 * Double($0) }
    let h = 1e-6
    let slopes = x.indices.map { i in
      var (ahead, behind) = (x, x)
      ahead[i] += h
      behind[i] -= h
      return (function.value(at: ahead) - function.value(at: behind)) / (2 * h)
    }
    expectClose(function.gradient(at: x), slopes, tolerance: 1e-7, text)
    let direction = (0..<function.dimension).map { 1 / Double($0 + 1) }
    var product = Vector.zeros(function.dimension)
    function.hessian(at: x).multiply(direction, into: &product)
    expectClose(function.hessianProduct(at: x, along: direction), product, tolerance: 1e-13, text)
  }

  static let squares = [
    "shift(rosenbrock,by=0.5/-1)", "scale(beale,x=2/0.5,value=3)", "rotate(mgh-7,seed=3)",
    "condition(rosenbrock(n=4),condition=50)",
    "shift(scale(rotate(mgh-18,seed=2),x=2,value=7),by=0.25)",
  ]

  /// f = rᵀr and ∇f = 2 Jᵀr.
  @Test(arguments: squares)
  func residualsAreCarriedAlong(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    #expect(function.tags.contains(.leastSquares))
    let sum = try #require(function.sumOfSquares)
    let x = (0..<function.dimension).map { 0.4 - 0.3 * Double($0) }
    let (residuals, rows) = (sum.residuals(at: x), sum.jacobian(at: x))
    let value = function.value(at: x)
    #expect(abs(residuals.dot(residuals) - value) <= 1e-14 * value)
    var slopes = Vector.zeros(x.count)
    for (residual, row) in zip(residuals, rows) { slopes.add(2 * residual, row) }
    let gradient = function.gradient(at: x)
    expectClose(slopes, gradient, tolerance: 1e-13, text)
    #expect(sum.value(at: x) == value && sum.gradient(at: x) == gradient)
    #expect(sum.hessian(at: x) == function.hessian(at: x))
    #expect(sum.hessianProduct(at: x, along: x) == function.hessianProduct(at: x, along: x))
  }

  @Test(arguments: ["noisy(rosenbrock)", "shift(styblinski-tang,by=1)"])
  func otherResidualsAreNone(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    #expect(function.sumOfSquares == nil)
    #expect(!function.tags.contains(.leastSquares))
  }

  @Test(arguments: wrapped)
  func printingAndParsingAgree(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    #expect(function.specification.description == text)
  }

  @Test(arguments: [
    ("noisy(rosenbrock:n=5,sigma=0.2)", "noisy(rosenbrock(n=5),sigma=0.2)"),
    (
      "noisy(quadratic:n=3,condition=10,sigma=0.2)",
      "noisy(quadratic(n=3,condition=10),sigma=0.2)"
    ),
    ("shift(beale):by=2", "shift(beale,by=2)"),
    ("rotate", "rotate(rosenbrock)"),
  ])
  func innerSettingsMayFollowAColon(_ text: String, _ printed: String) throws {
    #expect(try FunctionCatalogue.function(text).specification.description == printed)
  }

  @Test(arguments: [
    "noisy(rosenbrok)", "noisy(rosenbrock,sigm=1)", "noisy(rosenbrock,sigma=-1)",
    "shift(rosenbrock,by=1/2/3)", "shift(rosenbrock,by=inf)", "scale(beale,x=0)",
    "rotate(rosenbrock:n=3,angle=20)", "rotate(beale,angle=20,seed=1)", "rotate(sphere:n=2000)",
    "condition(beale,condition=0.5)", "noisy(rosenbrock:n=5,sigm=1)",
    "rotate(shift(sphere,by=1e308),angle=30)", "scale(sphere,x=1e308)", "shift(sphere,by=1.8e308)",
    "rotate(noisy(beale),angle=30)",
  ])
  func badWrappersAreRefused(_ text: String) {
    #expect(throws: SpecificationError.self) { try FunctionCatalogue.function(text) }
  }

  @Test func randomRotationsAreOrthogonal() throws {
    let function = try FunctionCatalogue.function("rotate(rosenbrock:n=6,seed=9)")
    let rotation = try #require(function as? Rotated)
    for i in 0..<6 {
      var unit = Vector.zeros(6)
      unit[i] = 1
      let image = rotation.turned(unit.span)
      #expect(abs(image.norm - 1) <= 1e-15 * 4)
      expectClose(rotation.outside(image), unit, tolerance: 1e-15 * 4, "there and back")
    }
  }

  /// Eggholder's minimum holds on its own square; the box around the turned one is larger.
  @Test func minimaOfADomainAreNotTurned() throws {
    let turned = try FunctionCatalogue.function("rotate(eggholder,angle=30)")
    #expect(turned.minimum == nil && turned.minimumBasis == .unknown)
    #expect(try FunctionCatalogue.function("rotate(eggholder)").minimum != nil)
  }

  @Test func wrappersAreMadeInCodeToo() throws {
    let text = "scale(shift(rosenbrock,by=1/2),x=3,value=2)"
    let made = try Scaled(Shifted(Rosenbrock(), by: [1, 2]), stretch: [3], value: 2)
    #expect(made.specification.description == text)
    #expect(try made.value(at: [1, 4]) == FunctionCatalogue.function(text).value(at: [1, 4]))
    #expect(throws: SpecificationError.self) { try Shifted(Rosenbrock(), by: [1, 2, 3]) }
    #expect(throws: SpecificationError.self) { try Rotated(Rosenbrock(n: 3), angle: 10) }
    #expect(Noisy(Beale(), sigma: 2).noise?.gradientDeviation == 2)
  }
}
