import LinearAlgebra
import Specifications

/// Four bell-shaped wells in the unit cube of six dimensions, which overlap to two minima: the
/// global one, −3.32, and one almost as deep, −3.20, at the end of a long shallow trough.
///
/// Six local minima are often claimed; thousands of descents from random starts end in these two.
public struct Hartmann6: FormulaFunction {
  public static let card = FunctionCard(
    name: "hartmann6", title: "Hartmann 6",
    formula: "-sum_{i=1..4} a_i exp(-sum_j A_ij (x_j - P_ij)^2)", dimensionRule: "6",
    tags: [.multimodal, .smooth],
    source: "J. K. Hartman, Some experiments in global optimization, Naval Research Logistics "
      + "Quarterly 20 (1973) 569-576; set of L. C. W. Dixon and G. P. Szego, 1978")
  public static let parameters: [Parameter<Self>] = []

  @usableFromInline let formula = HartmannFormula(
    curvatures: [
      [10, 3, 17, 3.5, 1.7, 8], [0.05, 10, 17, 0.1, 8, 14],
      [3, 3.5, 1.7, 10, 17, 8], [17, 8, 0.05, 10, 0.1, 14],
    ],
    centers: [
      [1312, 1696, 5569, 124, 8283, 5886], [2329, 4135, 8307, 3736, 1004, 9991],
      [2348, 1451, 3522, 2883, 3047, 6650], [4047, 8828, 8732, 5743, 1091, 381],
    ])

  public init() {}

  public var dimension: Int { 6 }
  public var domain: [ClosedRange<Double>] { Array(repeating: 0...1, count: 6) }
  public var start: Vector { [0.7, 0.5, 0.2, 0.4, 0.6, 0.3] }
  public var minimum: Double? { -3.3223680114155147 }
  public var minimumBasis: MinimumBasis { .bestKnown }
  public var minimizers: [Vector] {
    [
      [
        0.20168951100670543, 0.15001069182345797, 0.476873974221897, 0.2753324304940561,
        0.31165161660011326, 0.6573005340656203,
      ]
    ]
  }
  public var criticalPoints: [CriticalPoint] {
    [
      CriticalPoint(
        [
          0.4046531277061713, 0.8824449239723832, 0.8461015704781808, 0.5739896924303658,
          0.1389266036672439, 0.038495892478237266,
        ], .localMinimum)
    ]
  }

  @inlinable
  public func evaluate<S: Scalar>(_ x: Span<S>) -> S {
    formula.value(x)
  }

  @inlinable
  public func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    formula.differentiate(x, into: &gradient)
  }
}
