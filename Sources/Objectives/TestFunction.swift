import LinearAlgebra
import Specifications

/// The most variables that a specification may ask for: vectors of 80 MB.
public let largestDimension = 10_000_000

/// What is known of a function family beside its formula.
public struct FunctionCard: Sendable {
  /// The name in specifications, lower case with hyphens.
  public let name: String
  public let title: String
  /// The formula, in plain text.
  public let formula: String
  /// "2" or a rule, as "2 or more".
  public let dimensionRule: String
  /// Properties for lists and suites: `convex`, `multimodal`, `saddle`, `valley`, ...
  public let tags: [String]
  /// Where the formula, start and minimizers come from.
  public let source: String

  public init(
    name: String, title: String, formula: String, dimensionRule: String = "2", tags: [String],
    source: String
  ) {
    self.name = name
    self.title = title
    self.formula = formula
    self.dimensionRule = dimensionRule
    self.tags = tags
    self.source = source
  }
}

/// A point of interest where the gradient vanishes and which is no minimizer.
public struct CriticalPoint: Hashable, Sendable {
  public enum Kind: String, Sendable {
    case saddle, maximum, degenerate
    case localMinimum = "local minimum"
  }

  public let point: Vector
  public let kind: Kind

  public init(_ point: Vector, _ kind: Kind) {
    self.point = point
    self.kind = kind
  }
}

/// A member of the function library: a formula written once over any scalar, and what is known of
/// it.
///
/// Values, gradients, Hessian products and Hessians follow from `evaluate` by dual numbers. A hot
/// function also writes `differentiate`, its gradient, over any scalar; Hessian products then take
/// one pass over it.
public protocol TestFunction: Objective, Specified {
  static var card: FunctionCard { get }

  /// The usual search domain, one range a coordinate. Nothing is enforced: f is defined beyond it
  /// wherever the formula is.
  var domain: [ClosedRange<Double>] { get }
  /// The usual start.
  var start: Vector { get }
  /// f* = min f; nil where f is unbounded below.
  var minimum: Double? { get }
  /// The known minimizers. Where there are too many to list, those nearest the origin.
  var minimizers: [Vector] { get }
  /// Saddles and other stationary points of note.
  var criticalPoints: [CriticalPoint] { get }

  /// f(x).
  func evaluate<S: Scalar>(_ x: Span<S>) -> S

  /// Writes ∇f(x) into `gradient` and returns f(x).
  func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S
}

extension TestFunction {
  public static var name: String { card.name }
  public var criticalPoints: [CriticalPoint] { [] }

  /// The gradient in n passes over dual numbers.
  @inlinable
  public func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    var point = [Dual<S>]()
    point.reserveCapacity(x.count)
    for i in 0..<x.count { point.append(Dual(x[i], 0)) }
    var value: S = 0
    for i in 0..<x.count {
      point[i].derivative = 1
      let result = evaluate(point.span)
      point[i].derivative = 0
      gradient[i] = result.derivative
      value = result.value
    }
    return value
  }

  @inlinable
  public func value(at x: Span<Double>) -> Double {
    evaluate(x)
  }

  @inlinable
  public func gradient(at x: Span<Double>, into gradient: inout MutableSpan<Double>) -> Double {
    differentiate(x, into: &gradient)
  }

  /// One pass of `differentiate` at x + d δ.
  @inlinable
  public func hessianProduct(
    at x: Span<Double>, along d: Span<Double>, into product: inout MutableSpan<Double>
  ) {
    var point = [Dual<Double>]()
    point.reserveCapacity(x.count)
    for i in 0..<x.count { point.append(Dual(x[i], d[i])) }
    var gradient = [Dual<Double>](repeating: 0, count: x.count)
    var gradientSpan = gradient.mutableSpan
    _ = differentiate(point.span, into: &gradientSpan)
    for i in 0..<x.count { product[i] = gradient[i].derivative }
  }
}
