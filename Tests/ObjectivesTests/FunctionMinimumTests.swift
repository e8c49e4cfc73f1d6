import LinearAlgebra
import Objectives
import Testing

/// What is stated of minimizers and other points.
@Suite struct FunctionMinimumTests {
  /// The gradient vanishes and the curvature is of the kind stated.
  @Test(arguments: FunctionCatalogueTests.specifications)
  func criticalPointsAreCritical(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    for critical in function.criticalPoints {
      let hessian = function.hessian(at: critical.point)
      #expect(function.gradient(at: critical.point).norm <= 1e-12 * max(1, hessian.scale))
      let values = try hessian.eigenvalues()
      let (low, high) = try (#require(values.first), #require(values.last))
      switch critical.kind {
      case .saddle: #expect(low < 0 && high > 0)
      case .maximum: #expect(high < 0)
      case .minimum, .localMinimum: #expect(low > 0)
      case .degenerate: #expect(values.contains { abs($0) <= 1e-12 })
      case .kink, .notStationary, .undefined: Issue.record("a \(critical.kind) is not critical")
      }
    }
  }

  /// The value at each minimizer is the minimum, and no point of the domain tried lies lower.
  @Test(arguments: FunctionCatalogueTests.specifications)
  func nothingLiesBelowTheMinimum(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    guard let minimum = function.minimum else {
      #expect(function.minimizers.isEmpty)
      return
    }
    let tolerance = 1e-12 * max(1, abs(minimum))
    for x in function.minimizers {
      let rounding = residualRounding(function, at: x)
      #expect(abs(function.value(at: x) - minimum) <= tolerance + rounding, "f\(x)")
    }
    var random = RandomStream(seed: 1)
    for _ in 0..<1000 {
      let x = function.domain.map { Double.random(in: $0, using: &random) }
      let value = function.value(at: x)
      #expect(!(value < minimum - tolerance), "f\(x) = \(value) lies below the minimum")
    }
  }

  /// Along each axis through a minimizer, across the domain, nothing lies lower.
  @Test(arguments: FunctionCatalogueTests.specifications + ["michalewicz:n=40", "rastrigin:n=40"])
  func minimizersAreLowestAlongEachAxis(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    guard let minimum = function.minimum, let minimizer = function.minimizers.first else { return }
    for (i, range) in function.domain.enumerated() {
      var x = minimizer
      for step in 0...500 {
        x[i] = range.lowerBound + (range.upperBound - range.lowerBound) * Double(step) / 500
        let value = function.value(at: x)
        #expect(!(value < minimum - 1e-12 * max(1, abs(minimum))), "f\(x) = \(value)")
      }
    }
  }
}
