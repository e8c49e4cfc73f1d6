import LinearAlgebra
import Objectives
import Testing

/// The properties that functions state, as `FunctionCard.tags` defines them, against f.
@Suite struct TagTests {
  static let specifications = FunctionCatalogueTests.specifications
  static func functions(with tag: FunctionTag) -> [String] {
    specifications.filter { (try? FunctionCatalogue.function($0))?.tags.contains(tag) ?? false }
  }

  @Test(arguments: specifications)
  func tagsFitTogether(_ text: String) throws {
    let tags = try FunctionCatalogue.function(text).tags
    #expect(Set(tags).count == tags.count && Set(FunctionTag.allCases).isSuperset(of: tags))
    let smoothness = [FunctionTag.smooth, .differentiable, .nonSmooth].filter(tags.contains)
    #expect(smoothness.count == 1, "\(smoothness)")
    #expect(!tags.contains(.unimodal) || !tags.contains(.multimodal))
    #expect(!tags.contains(.convex) || tags.contains(.unimodal))
  }

  /// The card states what holds by default, and what is done where f is not smooth.
  @Test(
    arguments: FunctionCatalogue.all.filter { !($0 is any FunctionWrapper.Type) }.map { $0.name })
  func cardsFitTheFunction(_ name: String) throws {
    let function = try FunctionCatalogue.function(name)
    let card = type(of: function).card
    #expect(Set(card.tags) == Set(function.tags))
    let larger = try Self.specifications.filter { $0.hasPrefix(name + ":") }
      .map { try FunctionCatalogue.function($0) }
    let isSmooth = ([function] + larger).allSatisfy { $0.tags.contains(.smooth) }
    #expect(card.kinkRule.isEmpty == isSmooth)
    #expect(isSmooth || card.kinkRule.hasSuffix("."))
  }

  @Test(arguments: functions(with: .convex))
  func convexFunctionsLieBelowTheirChords(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    var random = RandomStream(seed: 2)
    for _ in 0..<300 {
      let (a, b) = (function.randomPoint(using: &random), function.randomPoint(using: &random))
      let (start, end) = (function.value(at: a), function.value(at: b))
      let middle = function.value(at: zip(a, b).map { $0 / 2 + $1 / 2 })
      let rounding = 1e-13 * max(abs(start), abs(end), 1)
      #expect(middle <= start / 2 + end / 2 + rounding, "between \(a) and \(b)")
    }
  }

  /// A change along one axis adds to f what it adds elsewhere, for separable functions only.
  @Test(arguments: specifications)
  func separableFunctionsAreSums(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    guard function.dimension > 1 else { return }
    var random = RandomStream(seed: 3)
    var isSum = true
    for round in 0..<100 {
      var (x, y) = (function.randomPoint(using: &random), function.randomPoint(using: &random))
      if round.isMultiple(of: 2) {
        (x, y) = (function.start, function.start)
        x.add(0.01, function.randomDirection(using: &random))
        y.add(0.01, function.randomDirection(using: &random))
      }
      let i = Int.random(in: 0..<function.dimension, using: &random)
      let j = (i + 1) % function.dimension
      var (first, second, both) = (x, x, x)
      (first[i], second[j], both[i], both[j]) = (y[i], y[j], y[i], y[j])
      let values = [x, first, second, both].map { function.value(at: $0) }
      let rounding = 1e-12 * max(1, values.largestMagnitude)
      if abs(values[3] - values[1] - values[2] + values[0]) > rounding { isSum = false }
    }
    #expect(isSum == function.tags.contains(.separable))
  }

  /// Curvatures at a minimizer, where one is known, at the start or at a point about it.
  @Test(arguments: functions(with: .illConditioned))
  func illConditionedFunctionsHaveUnequalCurvatures(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    guard !function.minimizers.isEmpty else { return }
    let points = function.minimizers + [function.start] + function.pointsAboutStart
    let ratios = points.map { x -> Double in
      let sizes = ((try? function.hessian(at: x).eigenvalues()) ?? []).map(\.magnitude)
      return (sizes.max() ?? 0) / (sizes.min() ?? 1)
    }
    #expect(ratios.contains { $0 >= 100 }, "\(ratios)")
  }

  @Test(arguments: specifications)
  func stationaryPointsFitTheTags(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    let kinds = function.criticalPoints.map(\.kind)
    if function.tags.contains(.unimodal) {
      #expect(!kinds.contains(.localMinimum) && !kinds.contains(.minimum))
    }
    if function.tags.contains(.saddle) {
      #expect(kinds.contains(.saddle) || kinds.contains(.degenerate))
    }
  }

  @Test(arguments: specifications)
  func sumsOfSquaresHaveResiduals(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    if function is any FunctionWrapper { return }
    #expect((function.sumOfSquares != nil) == function.tags.contains(.leastSquares))
  }
}
