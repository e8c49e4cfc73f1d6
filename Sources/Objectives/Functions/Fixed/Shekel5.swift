import LinearAlgebra
import Specifications

/// Five round foxholes in four dimensions, deep and narrow in a nearly level plain: a minimum for
/// each, the deepest at (4, 4, 4, 4) nearly. The start is between three of them.
public struct Shekel5: FormulaFunction {
  public static let card = FunctionCard(
    name: "shekel5", title: "Shekel 5",
    formula: "-sum_{i=1..5} 1/(|x - C_i|^2 + c_i)", dimensionRule: "4",
    tags: [.multimodal, .smooth],
    source: "J. Shekel, Test functions for multimodal search techniques, Fifth Annual Princeton "
      + "Conference on Information Science and Systems, 1971")
  public static let parameters: [Parameter<Self>] = []

  @usableFromInline let formula = ShekelFormula(holes: 5)

  public init() {}

  public var dimension: Int { 4 }
  public var domain: [ClosedRange<Double>] { Array(repeating: 0...10, count: 4) }
  public var start: Vector { [5.5, 4.8, 4.2, 5.1] }
  public var minimum: Double? { -10.153199679058227 }
  public var minimumBasis: MinimumBasis { .bestKnown }
  public var minimizers: [Vector] {
    [[4.000037152819676, 4.00013327659156, 4.000037152819676, 4.00013327659156]]
  }
  /// The other holes, from the deepest on.
  public var criticalPoints: [CriticalPoint] {
    [
      CriticalPoint(
        [7.999583305120821, 7.999641588712129, 7.999583305120821, 7.999641588712129],
        .localMinimum),
      CriticalPoint(
        [1.0001315875670855, 1.0001563413719277, 1.0001315875670855, 1.0001563413719277],
        .localMinimum),
      CriticalPoint(
        [5.998749537020335, 6.000287366987216, 5.998749537020335, 6.000287366987216],
        .localMinimum),
      CriticalPoint(
        [3.0017963949110316, 6.998333939622431, 3.0017963949110316, 6.998333939622431],
        .localMinimum),
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
