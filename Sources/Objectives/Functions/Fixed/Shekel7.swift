import LinearAlgebra
import Specifications

/// Seven foxholes: Shekel's five, and two more that pull the deepest one's minimizer off the
/// diagonal.
public struct Shekel7: FormulaFunction {
  public static let card = FunctionCard(
    name: "shekel7", title: "Shekel 7",
    formula: "-sum_{i=1..7} 1/(|x - C_i|^2 + c_i)", dimensionRule: "4",
    tags: [.multimodal, .smooth],
    source: "J. Shekel, Test functions for multimodal search techniques, Fifth Annual Princeton "
      + "Conference on Information Science and Systems, 1971",
    knownErrors: [
      "Collections that print (4, 4, 4, 4) as the minimizer give the value there, -10.4028188.",
      "Code in circulation has the seventh centre at (5, 3, 5, 3), and so the minimum -10.402915.",
    ])
  public static let parameters: [Parameter<Self>] = []

  @usableFromInline let formula = ShekelFormula(holes: 7)

  public init() {}

  public var dimension: Int { 4 }
  public var domain: [ClosedRange<Double>] { Array(repeating: 0...10, count: 4) }
  public var start: Vector { [5.5, 4.8, 4.2, 5.1] }
  public var minimum: Double? { -10.40294056681866 }
  public var minimumBasis: MinimumBasis { .bestKnown }
  public var minimizers: [Vector] {
    [[4.000572916185823, 4.000689366185305, 3.9994897088591506, 3.9996061588586316]]
  }
  /// The other holes, from the deepest on.
  public var criticalPoints: [CriticalPoint] {
    [
      CriticalPoint(
        [7.999514414122969, 7.999623018363586, 7.99949726075591, 7.999605864996527],
        .localMinimum),
      CriticalPoint(
        [1.0002324803180538, 1.0002736525126572, 1.0001832113667202, 1.0002243835613234],
        .localMinimum),
      CriticalPoint(
        [4.994229134792067, 4.994993942959632, 3.006063732257551, 3.0068285404251163],
        .localMinimum),
      CriticalPoint(
        [3.0009095872474365, 7.000641622927338, 3.0003690324768963, 7.0001010681567974],
        .localMinimum),
      CriticalPoint(
        [5.998106753619833, 6.000082580521757, 5.997329972817934, 5.999305799719858],
        .localMinimum),
      CriticalPoint(
        [2.00480710857626, 8.991683498011701, 2.004620962330869, 8.991497351766311],
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
