import LinearAlgebra
import Objectives
import RealModule
import Testing

/// Smoothness along lines across the domain, and how low f goes outside it, against the tags.
@Suite struct TagExtentTests {
  /// Where the gradient changes most along a line, it changes ever less over ever shorter pieces.
  @Test(arguments: TagTests.specifications)
  func gradientsAreContinuousUnlessSaid(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    guard !function.tags.contains(.nonSmooth) else { return }
    var random = RandomStream(seed: 4)
    for _ in 0..<8 {
      let ends = [function.randomPoint(using: &random), function.randomPoint(using: &random)]
      let jump = Self.largestJump(ends, function.gradient(at:))
      #expect(jump <= 1e-5, "\(jump) of the gradient between \(ends)")
      guard function.tags.contains(.smooth) else { continue }
      let d = function.randomDirection(using: &random)
      let bend = Self.largestJump(ends) { function.hessianProduct(at: $0, along: d) }
      #expect(bend <= 1e-5, "\(bend) of the curvature between \(ends)")
    }
  }

  /// Halves a piece of a line again and again, and keeps the half over which `field` changes more:
  /// what is left of the change, relative to the largest value met.
  private static func largestJump(_ ends: [Vector], _ field: (Vector) -> Vector) -> Double {
    var (low, high) = (0.0, 1.0)
    func value(_ t: Double) -> Vector { field(zip(ends[0], ends[1]).map { (1 - t) * $0 + t * $1 }) }
    func change(_ a: Vector, _ b: Vector) -> Double { zip(a, b).map { $0 - $1 }.largestMagnitude }
    var (first, last) = (value(low), value(high))
    var largest = max(first.largestMagnitude, last.largestMagnitude)
    for _ in 0..<44 {
      let middle = low + (high - low) / 2
      let center = value(middle)
      largest = max(largest, center.largestMagnitude)
      if change(first, center) > change(center, last) {
        (high, last) = (middle, center)
      } else {
        (low, first) = (middle, center)
      }
    }
    return largest > 0 ? change(first, last) / largest : 0
  }

  /// On some ray from the domain's middle f falls below every bound, for these functions only:
  /// along an axis, along that of equal coordinates, or another.
  @Test(arguments: TagTests.specifications)
  func unboundedFunctionsFall(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    let middle = function.domain.map { $0.lowerBound / 2 + $0.upperBound / 2 }
    var random = RandomStream(seed: 5)
    let axes = middle.indices.flatMap { axis in
      [-1.0, 1].map { side -> Vector in middle.indices.map { $0 == axis ? side : 0.0 } }
    }
    let equal = [-1.0, 1].map { Vector(repeating: $0, count: middle.count) }
    let others = (0..<60).map { _ in function.randomDirection(using: &random) }
    let falls = (axes + equal + others).contains { direction in
      (0..<26).contains { step in
        var x = middle
        x.add(.exp2(Double(step)), direction)
        return function.value(at: x) < min(-1e6, (function.minimum ?? 0) - 1e6)
      }
    }
    #expect(falls == function.tags.contains(.unbounded))
  }

  /// Next to the domain f goes lower than its minimum for functions that say so, and no others.
  @Test(arguments: TagTests.specifications)
  func minimaHoldEverywhereUnlessSaid(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    guard let minimum = function.minimum else { return }
    var random = RandomStream(seed: 6)
    let goesLower = (0..<6000).contains { round in
      // The domain stretched up to 64 times, and every other time one coordinate only.
      let stretch = Double.exp2(.random(in: 0...6, using: &random))
      var x = function.domain.map { range in
        range.lowerBound + (0.5 + stretch * .random(in: -0.5...0.5, using: &random)) * range.width
      }
      if round.isMultiple(of: 2), var minimizer = function.minimizers.first {
        let i = Int.random(in: x.indices, using: &random)
        minimizer[i] = x[i]
        x = minimizer
      }
      return function.value(at: x) < minimum - 1e-9 * max(1, abs(minimum))
    }
    #expect(goesLower == function.tags.contains(.domainMinimum))
  }
}
