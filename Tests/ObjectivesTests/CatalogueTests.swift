import Foundation
import LinearAlgebra
import Objectives
import Specifications
import Testing

@Suite struct FunctionCatalogueTests {
  static let specifications =
    FunctionCatalogue.names
    + ["rosenbrock:n=5", "rosenbrock-extended:n=6", "quadratic:n=7,condition=50"]
    + ["quadratic:angle=30", "quadratic:n=6,rotation=householder", "rastrigin:n=3"]

  @Test func namesAreUnique() {
    #expect(Set(FunctionCatalogue.names).count == FunctionCatalogue.names.count)
  }

  @Test func everyFileIsInTheCatalogue() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Objectives/Functions")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let types = FunctionCatalogue.all.map { "\($0).swift" }
    #expect(files.sorted() == types.sorted())
  }

  @Test(arguments: specifications)
  func printingAndParsingAgree(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    let printed = function.specification.description
    #expect(printed == text)
    #expect(try FunctionCatalogue.function(printed).dimension == function.dimension)
  }

  @Test(arguments: specifications)
  func cardsFit(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    #expect(function.domain.count == function.dimension)
    #expect(function.start.count == function.dimension)
    for (x, range) in zip(function.start, function.domain) { #expect(range.contains(x)) }
  }

  /// Gradients by hand against dual numbers, at points away from the special ones.
  @Test(arguments: specifications)
  func gradientsAreThoseOfDualNumbers(_ text: String) throws {
    try expectDualGradient(FunctionCatalogue.function(text))
  }

  private func expectDualGradient(_ function: some TestFunction) {
    for x in Self.points(function) {
      var point = x.map { Dual<Double>($0, 0) }
      let slopes = point.indices.map { i in
        point[i].derivative = 1
        defer { point[i].derivative = 0 }
        return function.evaluate(point.span).derivative
      }
      expectClose(function.gradient(at: x), slopes, tolerance: 1e-13, "gradient at \(x)")
    }
  }

  /// Hessian products against central differences of gradients, whose error is about the step
  /// squared plus rounding over the step.
  @Test(arguments: specifications)
  func productsAreDifferencesOfGradients(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    let direction = (0..<function.dimension).map { 1 / Double($0 + 1) }
    for x in Self.points(function) {
      let h = 1e-5
      var (ahead, behind) = (x, x)
      ahead.add(h, direction)
      behind.add(-h, direction)
      let difference = zip(function.gradient(at: ahead), function.gradient(at: behind))
        .map { ($0 - $1) / (2 * h) }
      expectClose(
        function.hessianProduct(at: x, along: direction), difference, tolerance: 1e-6, "at \(x)")
    }
  }

  /// The gradient vanishes and the curvature is of the kind stated.
  @Test(arguments: specifications)
  func criticalPointsAreCritical(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    for minimizer in function.minimizers {
      let least = try #require(try function.hessian(at: minimizer).eigenvalues().first)
      #expect(least > 0)
      #expect(
        function.gradient(at: minimizer).norm <= 1e-12 * function.hessian(at: minimizer).scale)
      #expect(abs(function.value(at: minimizer) - (function.minimum ?? .nan)) <= 1e-12)
    }
    for critical in function.criticalPoints {
      let hessian = function.hessian(at: critical.point)
      #expect(function.gradient(at: critical.point).norm <= 1e-12 * max(1, hessian.scale))
      let values = try hessian.eigenvalues()
      let (low, high) = try (#require(values.first), #require(values.last))
      switch critical.kind {
      case .saddle: #expect(low < 0 && high > 0)
      case .maximum: #expect(high < 0)
      case .localMinimum: #expect(low > 0)
      case .degenerate: #expect(values.contains { abs($0) <= 1e-12 })
      }
    }
  }

  @Test(arguments: [
    "rosenbrok", "rosenbrock:m=3", "rosenbrock:n=1", "rosenbrock:n=2.5", "rosenbrock-extended:n=3",
    "quadratic:condition=0.5", "quadratic:n=3,angle=10", "quadratic:angle=10,rotation=householder",
    "quadratic:condition=nan", "beale:n=2", "", ":n=2", "rosenbrock:n=99999999999999999999",
  ])
  func badSpecificationsAreRefused(_ text: String) {
    #expect(throws: SpecificationError.self) { try FunctionCatalogue.function(text) }
  }

  /// Settings made in code count as much as those of a specification; whole turns are exact.
  @Test func anglesTakeEffectAtOnce() throws {
    let point = [0.7, -1.1]
    var bowl = Quadratic()
    let upright = bowl.value(at: point)
    bowl.angle = 30
    let turned = try FunctionCatalogue.function("quadratic:angle=30")
    #expect(bowl.value(at: point) == turned.value(at: point))
    bowl.angle = 360e9
    #expect(bowl.value(at: point) == upright)
  }

  private static func points(_ function: some TestFunction) -> [Vector] {
    [0.3, -0.7, 1.4].map { size -> Vector in
      (0..<function.dimension).map { i -> Double in
        let bend = 0.1 * Double(i * i)
        return size + bend - 0.05 * Double(i)
      }
    }
  }
}

extension SymmetricMatrix {
  fileprivate var scale: Double { rows.flatMap { $0 }.largestMagnitude }
}
