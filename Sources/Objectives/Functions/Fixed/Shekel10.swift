import LinearAlgebra
import Specifications

/// Ten foxholes: Shekel's seven, and three more.
public struct Shekel10: FormulaFunction {
  public static let card = FunctionCard(
    name: "shekel10", title: "Shekel 10",
    formula: "-sum_{i=1..10} 1/(|x - C_i|^2 + c_i)", dimensionRule: "4",
    tags: [.multimodal, .smooth],
    source: "J. Shekel, Test functions for multimodal search techniques, Fifth Annual Princeton "
      + "Conference on Information Science and Systems, 1971",
    knownErrors: [
      "Collections that print (4, 4, 4, 4) as the minimizer give the value there, -10.5362837.",
      "Code in circulation has the seventh centre at (5, 3, 5, 3), and so the minimum -10.536443.",
    ])
  public static let parameters: [Parameter<Self>] = []

  @usableFromInline let formula = ShekelFormula(holes: 10)

  public init() {}

  public var dimension: Int { 4 }
  public var domain: [ClosedRange<Double>] { Array(repeating: 0...10, count: 4) }
  public var start: Vector { [5.5, 4.8, 4.2, 5.1] }
  public var minimum: Double? { -10.536409816692043 }
  public var minimumBasis: MinimumBasis { .bestKnown }
  public var minimizers: [Vector] {
    [[4.000746531592046, 4.000592934138532, 3.9996633980403224, 3.9995098005868077]]
  }
  /// The other holes, from the deepest on.
  public var criticalPoints: [CriticalPoint] {
    [
      CriticalPoint(
        [7.9994784593959976, 7.999453550264035, 7.999461304891358, 7.999436395759395],
        .localMinimum),
      CriticalPoint(
        [1.0003662605037493, 1.0003022426124861, 1.0003169878847777, 1.0002529699935145],
        .localMinimum),
      CriticalPoint(
        [4.994872099377451, 4.9939814608124875, 3.0075559130125984, 3.0066652744476348],
        .localMinimum),
      CriticalPoint(
        [5.999013451206062, 5.997283664575648, 5.998236248717212, 5.996506462086797],
        .localMinimum),
      CriticalPoint(
        [3.0012735898444123, 7.000228516007253, 3.0007327988018693, 6.999687724964709],
        .localMinimum),
      CriticalPoint(
        [6.991635363691177, 3.5955798542787267, 6.990656445772233, 3.594600936359783],
        .localMinimum),
      CriticalPoint(
        [6.0055789053103155, 2.0100149836641155, 6.004370063084893, 2.0088061414386926],
        .localMinimum),
      CriticalPoint(
        [2.0051010843893273, 8.991293065605152, 2.004914877311307, 8.991106858527132],
        .localMinimum),
      CriticalPoint(
        [7.986775944149044, 1.012238792341164, 7.986440909123973, 1.0119037573160932],
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
