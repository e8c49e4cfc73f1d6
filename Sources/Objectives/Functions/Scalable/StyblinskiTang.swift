import LinearAlgebra
import Specifications

/// The Styblinski–Tang function ½ Σ xᵢ⁴ − 16xᵢ² + 5xᵢ: 2ⁿ minima, of which the one with every
/// coordinate at −2.9035 is lowest: f is the sum of one quartic a coordinate.
public struct StyblinskiTang: FormulaFunction {
  public static let card = FunctionCard(
    name: "styblinski-tang", title: "Styblinski-Tang",
    formula: "sum_i (x_i^4 - 16 x_i^2 + 5 x_i) / 2", dimensionRule: "1 or more",
    tags: [.multimodal, .separable, .smooth],
    source: "M. A. Styblinski and T.-S. Tang, Neural Networks 3 (1990) 467-483",
    knownErrors: ["The minimum is often printed as -39.16599 n; it is -39.16617 n."])
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 1...largestDimension, "number of variables")
  ]

  public internal(set) var dimension = 2

  public init() {}

  public var domain: [ClosedRange<Double>] { Array(repeating: -5...5, count: dimension) }
  public var start: Vector { .alternating(0.5, 4, count: dimension) }
  public var minimum: Double? { -39.166165703771415 * Double(dimension) }
  public var minimumBasis: MinimumBasis { .computed }
  public var minimizers: [Vector] { [Vector(repeating: -2.903534027771177, count: dimension)] }
  /// The central hill, and the minimum farthest from the lowest.
  public var criticalPoints: [CriticalPoint] {
    [
      CriticalPoint(Vector(repeating: 0.1567312567803401, count: dimension), .maximum),
      CriticalPoint(Vector(repeating: 2.746802770990837, count: dimension), .localMinimum),
    ]
  }

  @inlinable
  public func evaluate<S: Scalar>(_ x: Span<S>) -> S {
    var sum: S = 0
    for i in 0..<x.count {
      let square = x[i] * x[i]
      sum += square * (square - 16) + 5 * x[i]
    }
    return 0.5 * sum
  }

  @inlinable
  public func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    var sum: S = 0
    for i in 0..<x.count {
      let square = x[i] * x[i]
      sum += square * (square - 16) + 5 * x[i]
      gradient[i] = x[i] * (2 * square - 16) + 2.5
    }
    return 0.5 * sum
  }
}
