import LinearAlgebra
import Specifications

/// Four bell-shaped wells in the unit cube, thin along the third axis and wide along the first.
/// Two of them merge, so that there are three minima, −3.86, −3.09 and −1.00.
public struct Hartmann3: FormulaFunction {
  public static let card = FunctionCard(
    name: "hartmann3", title: "Hartmann 3",
    formula: "-sum_{i=1..4} a_i exp(-sum_j A_ij (x_j - P_ij)^2)", dimensionRule: "3",
    tags: [.multimodal, .smooth],
    source: "J. K. Hartman, Some experiments in global optimization, Naval Research Logistics "
      + "Quarterly 20 (1973) 569-576; set of L. C. W. Dixon and G. P. Szego, 1978",
    knownErrors: [
      "Other collections print 0.03815 for P_41 = 0.0381, with which the minimum is -3.86278215.",
      "Jamil and Yang print a wrong P_22; it is 0.4387.",
    ])
  public static let parameters: [Parameter<Self>] = []

  @usableFromInline let formula = HartmannFormula(
    curvatures: [[3, 10, 30], [0.1, 10, 35], [3, 10, 30], [0.1, 10, 35]],
    centers: [[3689, 1170, 2673], [4699, 4387, 7470], [1091, 8732, 5547], [381, 5743, 8828]])

  public init() {}

  public var dimension: Int { 3 }
  public var domain: [ClosedRange<Double>] { Array(repeating: 0...1, count: 3) }
  public var start: Vector { [0.8, 0.7, 0.3] }
  public var minimum: Double? { -3.8627797873326624 }
  public var minimumBasis: MinimumBasis { .bestKnown }
  public var minimizers: [Vector] {
    [[0.11458887665506896, 0.55564889461693, 0.8525469846866774]]
  }
  public var criticalPoints: [CriticalPoint] {
    [
      CriticalPoint([0.10933747837181026, 0.8605242257018716, 0.5641231666105351], .localMinimum),
      CriticalPoint([0.3687227270693186, 0.11756162882466425, 0.26757374301517134], .localMinimum),
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
