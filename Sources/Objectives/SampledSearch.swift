import LinearAlgebra

/// A test function that takes note of what a search for its minimum finds.
public protocol MinimumAware: TestFunction {
  /// What was found; `notSearched` of a function that was just made.
  var found: FoundMinimum { get set }
}

/// A test function that knows whether it is convex, so that a search can certify its minimum.
public protocol ConvexityAware: MinimumAware {
  /// Whether f is known to be convex.
  var isConvex: Bool { get }
}

/// A test function of which nothing is known, whose minimum is searched from many samples of its
/// domain.
public protocol SampledSearch: MinimumAware {
  /// The start where none is given: a point off the axes and the diagonals of the domain.
  var usualStart: Vector { get }
  /// What an evaluation costs, in instructions.
  var searchCost: Int { get }
}

extension SampledSearch {
  /// How many evaluations a search may take: the fewer, the more one costs.
  public var affordableEvaluations: Int { 5_000_000 / max(1, searchCost) }

  /// A list of one number for all coordinates, or one each, as one each.
  func ends(_ numbers: [Double]) -> [Double] {
    numbers.count == 1 ? Array(repeating: numbers[0], count: dimension) : numbers
  }

  /// A point off the axes and the diagonals of the domain; where f or its gradient is not finite
  /// there, the first of some others where they are.
  ///
  /// - Parameter count: of the others.
  func usualStart(among count: Int) -> Vector {
    let usual = domain.enumerated().map { i, side -> Double in
      let part = i.isMultiple(of: 2) ? 0.3 : 0.65
      return (1 - part) * side.lowerBound + part * side.upperBound
    }
    let points = [usual] + DomainSamples(domain).prefix(count)
    return points.first { value(at: $0).isFinite && gradient(at: $0).isFinite } ?? usual
  }
}
