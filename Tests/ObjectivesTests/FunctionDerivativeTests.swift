import LinearAlgebra
import Objectives
import Testing

/// Derivatives against other ways to get them.
@Suite struct FunctionDerivativeTests {
  /// Gradients by hand against dual numbers, at the points that are special too.
  @Test(arguments: FunctionCatalogueTests.specifications)
  func gradientsAreThoseOfDualNumbers(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    guard let formula = function as? any FormulaFunction else { return }
    let special = [function.start, .zeros(function.dimension)] + function.minimizers
    let inside = special.filter { function.isInDomain($0) && function.value(at: $0).isFinite }
    for x in function.pointsAboutStart + inside {
      expectClose(
        function.gradient(at: x), Self.dualGradient(formula, x), tolerance: 1e-12,
        "gradient at \(x)")
    }
  }

  private static func dualGradient(_ function: some FormulaFunction, _ x: Vector) -> Vector {
    var point = x.map { Dual<Double>($0, 0) }
    return point.indices.map { i in
      point[i].derivative = 1
      defer { point[i].derivative = 0 }
      return function.evaluate(point.span).derivative
    }
  }

  /// Where f is a sum of squares, its residuals and their Jacobian give f = rᵀr and ∇f = 2 Jᵀr.
  @Test(arguments: FunctionCatalogueTests.specifications)
  func residualsGiveValueAndGradient(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    guard let sum = function.sumOfSquares else { return }
    for x in function.pointsAboutStart {
      let residuals = sum.residuals(at: x)
      #expect(residuals.count == sum.residualCount)
      expectClose([residuals.dot(residuals)], [function.value(at: x)], "value at \(x)")
      var gradient = Vector.zeros(function.dimension)
      for (row, residual) in zip(sum.jacobian(at: x), residuals) { gradient.add(2 * residual, row) }
      expectClose(gradient, function.gradient(at: x), "gradient at \(x)")
    }
  }

  /// Hessian products against central differences of gradients over one and two steps, whose error
  /// is about the fourth power of step times frequency, plus rounding over the step; steps are
  /// measured by the domain.
  @Test(arguments: FunctionCatalogueTests.specifications.filter { !$0.hasPrefix("bbob-") })
  func productsAreDifferencesOfGradients(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    let direction = Self.direction(function)
    for x in function.pointsAboutStart {
      let product = function.hessianProduct(at: x, along: direction)
      expectClose(
        product, Self.difference(function, x, direction, 1e-6), tolerance: 1e-6, "at \(x)")
    }
  }

  /// The same for BBOB, whose waves are of very different lengths: the best of several steps
  /// counts. f7 has plateaus only; the shortest waves and kinks of f16 and f23 are below any step
  /// that rounding allows. Their products are held against nested dual numbers, in
  /// `BBOBDerivativeTests`, as are those of all.
  @Test(
    arguments: FunctionCatalogueTests.specifications.filter { text in
      text.hasPrefix("bbob-") && !["f7", "f16", "f23"].contains { text.hasPrefix("bbob-\($0)") }
    })
  func productsOfBBOBAreDifferencesOfGradients(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    let direction = Self.direction(function)
    var random = RandomStream(seed: 9)
    for _ in 0..<4 {
      let x = function.randomPoint(using: &random)
      let product = function.hessianProduct(at: x, along: direction)
      let scale = max(1, product.largestMagnitude)
      let errors = [1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9].map { step in
        zip(product, Self.difference(function, x, direction, step)).map { abs($0 - $1) / scale }
          .largestMagnitude
      }
      #expect(errors.contains { $0 <= 1e-6 }, "\(errors) at \(x)")
    }
  }

  private static func direction(_ function: some TestFunction) -> Vector {
    function.domain.enumerated().map { $1.width / Double($0 + 1) }
  }

  /// H(x) d to the fourth order in h.
  private static func difference(
    _ function: some TestFunction, _ x: Vector, _ d: Vector, _ h: Double
  ) -> Vector {
    let near = spread(function, x, h, d)
    let far = spread(function, x, 2 * h, d)
    return zip(near, far).map { (8 * $0 - $1) / (12 * h) }
  }

  /// ∇f(x + t d) − ∇f(x − t d).
  private static func spread(
    _ function: some TestFunction, _ x: Vector, _ t: Double, _ d: Vector
  ) -> Vector {
    var (ahead, behind) = (x, x)
    ahead.add(t, d)
    behind.add(-t, d)
    return zip(function.gradient(at: ahead), function.gradient(at: behind)).map { $0 - $1 }
  }
}
