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
    + (1...24).map { "bbob-f\($0):n=5,instance=2" }

  @Test func namesAreUnique() {
    #expect(Set(FunctionCatalogue.names).count == FunctionCatalogue.names.count)
  }

  /// Each file of a family's folder that holds a card holds a function of the catalogue.
  @Test func everyFileIsInTheCatalogue() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Objectives/Functions")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    let files = try paths.filter { path in
      guard path.hasSuffix(".swift") else { return false }
      let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      return text.contains("static let card = ")
    }
    let types = FunctionCatalogue.all.map { "\($0).swift" }
    #expect(
      files.compactMap { $0.split(separator: "/").last.map(String.init) }.sorted() == types.sorted()
    )
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

  private func expectDualGradient(_ function: any TestFunction) throws {
    guard let formula = function as? any FormulaFunction else { return }
    for x in Self.points(function) {
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

  /// Hessian products against central differences of gradients, whose error is about the step
  /// squared plus rounding over the step. Katsuura's kinks lie closer than any step; its products
  /// are compared with nested dual numbers.
  @Test(arguments: specifications.filter { !$0.hasPrefix("bbob-f23") })
  func productsAreDifferencesOfGradients(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    let direction = (0..<function.dimension).map { 1 / Double($0 + 1) }
    let h = Self.step(text)
    for x in Self.points(function) {
      var (ahead, behind) = (x, x)
      ahead.add(h, direction)
      behind.add(-h, direction)
      let difference = zip(function.gradient(at: ahead), function.gradient(at: behind))
        .map { ($0 - $1) / (2 * h) }
      expectClose(
        function.hessianProduct(at: x, along: direction), difference, tolerance: 1e-6, "at \(x)")
    }
  }

  /// Short against the shortest wave of the function.
  private static func step(_ text: String) -> Double {
    let isRough = ["bbob-f16", "bbob-f19"].contains { text.hasPrefix($0) }
    return isRough ? 1e-9 : 1e-5
  }

  /// The gradient vanishes and the curvature is of the kind stated.
  @Test(arguments: specifications)
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
      case .localMinimum: #expect(low > 0)
      case .degenerate: #expect(values.contains { abs($0) <= 1e-12 })
      }
    }
  }

  /// The value at each minimizer is the minimum, and no point of the domain tried lies lower.
  @Test(arguments: specifications)
  func nothingLiesBelowTheMinimum(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    guard let minimum = function.minimum else {
      #expect(function.minimizers.isEmpty)
      return
    }
    let tolerance = 1e-12 * max(1, abs(minimum))
    for x in function.minimizers {
      #expect(abs(function.value(at: x) - minimum) <= tolerance, "f\(x)")
    }
    var random = RandomStream(seed: 1)
    for _ in 0..<1000 {
      let x = function.domain.map { Double.random(in: $0, using: &random) }
      let value = function.value(at: x)
      #expect(!(value < minimum - tolerance), "f\(x) = \(value) lies below the minimum")
    }
  }

  @Test(arguments: [
    "rosenbrok", "rosenbrock:m=3", "rosenbrock:n=1", "rosenbrock:n=2.5", "rosenbrock-extended:n=3",
    "quadratic:condition=0.5", "quadratic:n=3,angle=10", "quadratic:angle=10,rotation=householder",
    "bbob-f1:n=1", "bbob-f1:n=1001", "bbob-f1:instance=0", "bbob-f1:instance=214649", "bbob-f25",
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
