import LinearAlgebra
import Specifications

/// The most variables that a specification may ask for: vectors of 80 MB.
public let largestDimension = 10_000_000

/// A member of the function library: an objective, and what is known of it.
///
/// Most are written once over any scalar, as `FormulaFunction`s; wrappers and users' expressions
/// are test functions too.
public protocol TestFunction: Objective, Specified {
  /// What is known of the family, whatever its settings.
  static var card: FunctionCard { get }

  /// The usual search domain, one range a coordinate. Nothing is enforced: f is defined beyond it
  /// wherever the formula is.
  var domain: [ClosedRange<Double>] { get }
  /// The usual start.
  var start: Vector { get }
  /// f* = min f, on the domain where the card says so; nil where f is unbounded below or f* is not
  /// known.
  var minimum: Double? { get }
  /// How f* is known, or why it is not.
  var minimumBasis: MinimumBasis { get }
  /// The known minimizers; where there are too many to list, some of them, which the function
  /// names.
  var minimizers: [Vector] { get }
  /// Saddles and other stationary points of note.
  var criticalPoints: [CriticalPoint] { get }
  /// Properties, as `FunctionCard` defines them, with these settings.
  var tags: [FunctionTag] { get }
  /// What an oracle adds to exact answers, if it adds anything.
  var noise: Noise? { get }
  /// The function as a mean over examples, where it is one.
  var finiteSum: (any FiniteSum)? { get }
  /// How many of its examples an oracle answers from at each step; nil for all, or where there are
  /// none.
  var minibatch: Minibatch? { get }
  /// The function as a sum of squares, where its residuals can be asked for.
  var sumOfSquares: (any ResidualObjective)? { get }
  /// What `figures` tells: "validation loss". Most functions have nothing to tell.
  var figureNames: [String] { get }
  /// What there is to know of x beside f and its gradient, one number for each name.
  func figures(at x: Vector) -> [Double]
  /// What the variables are called.
  var variableNames: VariableNames { get }
  /// Ranges of x that are the weights of one unit of a network each; none in other functions.
  var unitWeights: [Range<Int>] { get }
  /// About as many additions of numbers as a value takes the time of. How finely maps of the
  /// function are sampled depends on it.
  var valueCost: Int { get }
  /// Writes the gradients at several points, which stand one after another, into as many numbers.
  func gradients(at points: Span<Double>, into gradients: inout MutableSpan<Double>)
}

extension TestFunction {
  public static var name: String { card.name }
  public var minimumBasis: MinimumBasis { minimum == nil ? .unbounded : .closedForm }
  public var criticalPoints: [CriticalPoint] { [] }
  public var tags: [FunctionTag] { Self.card.tags }
  public var noise: Noise? { nil }
  public var finiteSum: (any FiniteSum)? { nil }
  public var minibatch: Minibatch? { nil }
  /// Whether an oracle's answers depend on the seed of the run.
  public var isRandom: Bool { noise != nil || minibatch != nil }
  public var figureNames: [String] { [] }
  public func figures(at x: Vector) -> [Double] { [] }
  public var variableNames: VariableNames { .numbered }
  public var unitWeights: [Range<Int>] { [] }

  /// One point after another, without a call by way of the protocol for each.
  @inlinable
  public func gradients(at points: Span<Double>, into gradients: inout MutableSpan<Double>) {
    let n = dimension
    gradients.withUnsafeMutableBufferPointer { gradients in
      for first in stride(from: 0, to: points.count, by: n) {
        let range = first..<(first + n)
        let part = UnsafeMutableBufferPointer(rebasing: gradients[range])
        var span = part.mutableSpan
        _ = gradient(at: points.extracting(range), into: &span)
      }
    }
  }

  public var valueCost: Int { 2 * max(dimension, sumOfSquares?.residualCount ?? 0) }
  public var sumOfSquares: (any ResidualObjective)? { self as? any ResidualObjective }
}
