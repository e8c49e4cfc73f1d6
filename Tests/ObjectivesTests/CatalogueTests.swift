import Foundation
import LinearAlgebra
import Objectives
import Specifications
import Testing

@Suite struct FunctionCatalogueTests {
  static let specifications =
    FunctionCatalogue.names
    + FunctionCatalogue.enlarged
    + ["quadratic:n=7,condition=50", "quadratic:angle=30", "quadratic:n=6,rotation=householder"]
    + ["rastrigin:n=3", "mgh-11:m=99", "mgh-20:n=12", "mgh-26:n=10", "mgh-27:n=3"]
    + ["mgh-35:n=10,m=10"]
    + (1...24).map { "bbob-f\($0):n=5,instance=2" }

  @Test func namesAndAliasesAreDistinct() {
    let names = FunctionCatalogue.names + FunctionCatalogue.all.flatMap { $0.card.aliases.keys }
    #expect(Set(names).count == names.count)
  }

  /// Each alias is a function, with settings that count.
  @Test(arguments: FunctionCatalogue.all.flatMap { $0.card.aliases.keys })
  func aliasesAreFunctions(_ alias: String) throws {
    _ = try FunctionCatalogue.function(alias)
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
    #expect(printed == text || function is any FunctionWrapper)
    #expect(try FunctionCatalogue.function(printed).specification.description == printed)
  }

  @Test(arguments: specifications)
  func cardsFit(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    #expect(function.domain.count == function.dimension)
    #expect(function.start.count == function.dimension)
    for (x, range) in zip(function.start, function.domain) { #expect(range.contains(x)) }
  }

  /// Gradients by hand against dual numbers, at the points that are special too.
  @Test(arguments: specifications)
  func gradientsAreThoseOfDualNumbers(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    guard let formula = function as? any FormulaFunction else { return }
    let special = [function.start, .zeros(function.dimension)] + function.minimizers
    let inside = special.filter { function.isInDomain($0) && function.value(at: $0).isFinite }
    for x in Self.points(function) + inside {
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
  @Test(arguments: specifications)
  func residualsGiveValueAndGradient(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    guard let sum = function as? any ResidualObjective else { return }
    for x in Self.points(function) {
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
  /// measured by the domain. The waves and kinks of BBOB's functions are too short for that; their
  /// products are held against nested dual numbers, in `BBOBDerivativeTests`.
  @Test(arguments: specifications.filter { !$0.hasPrefix("bbob-") })
  func productsAreDifferencesOfGradients(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    let direction = function.domain.enumerated().map { $1.width / Double($0 + 1) }
    for x in Self.points(function) {
      let h = 1e-6
      let near = Self.spread(function, x, h, direction)
      let far = Self.spread(function, x, 2 * h, direction)
      let difference = zip(near, far).map { (8 * $0 - $1) / (12 * h) }
      expectClose(
        function.hessianProduct(at: x, along: direction), difference, tolerance: 1e-6, "at \(x)")
    }
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
      case .minimum, .localMinimum: #expect(low > 0)
      case .degenerate: #expect(values.contains { abs($0) <= 1e-12 })
      case .kink, .notStationary, .undefined: Issue.record("a \(critical.kind) is not critical")
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
  @Test(arguments: specifications + ["michalewicz:n=40", "rastrigin:n=40"])
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
  @Test func settingsMadeInCodeCount() throws {
    let point = [0.7, -1.1]
    let turned = try FunctionCatalogue.function("quadratic:angle=30")
    #expect(try Quadratic(angle: 30).value(at: point) == turned.value(at: point))
    #expect(try Quadratic(angle: 360e9).value(at: point) == Quadratic().value(at: point))
    let long = try FunctionCatalogue.function("quadratic:n=3,condition=50")
    #expect(try Quadratic(n: 3, condition: 50).value(at: [1, 2, 3]) == long.value(at: [1, 2, 3]))
  }

  @Test func badSettingsAreRefusedInCodeToo() {
    #expect(throws: SpecificationError.self) { try Quadratic(n: 0) }
    #expect(throws: SpecificationError.self) { try Quadratic(n: 3, angle: 30) }
    #expect(throws: SpecificationError.self) { try Quadratic(condition: .nan) }
    #expect(throws: SpecificationError.self) { try Quadratic(angle: 10, rotation: .householder) }
  }

  /// Three points about the usual start, as far from it in each coordinate as the domain is wide
  /// there: coordinates of a badly scaled function have scales of their own. A coordinate below the
  /// domain is mirrored into it: some formulas end there.
  private static func points(_ function: some TestFunction) -> [Vector] {
    let (start, domain) = (function.start, function.domain)
    return [0.02, -0.05, 0.11].map { size -> Vector in
      start.indices.map { i in
        let x = start[i] + size * cos(Double(i)) * domain[i].width
        let lowest = domain[i].lowerBound
        return x < lowest ? 2 * lowest - x : x
      }
    }
  }
}

extension FunctionCatalogue {
  /// Each function of any number of variables with a few more than by default.
  static let enlarged: [String] = all.compactMap { type in
    let usual = type.init().dimension
    return (5...12).lazy.filter { $0 != usual }.map { "\(type.name):n=\($0)" }
      .first { text in (try? function(text))?.specification.description == text }
  }
}

extension TestFunction {
  fileprivate func isInDomain(_ x: Vector) -> Bool {
    zip(x, domain).allSatisfy { $1.contains($0) }
  }
}

extension ClosedRange<Double> {
  fileprivate var width: Double { upperBound - lowerBound }
}

extension SymmetricMatrix {
  fileprivate var scale: Double { rows.flatMap { $0 }.largestMagnitude }
}
