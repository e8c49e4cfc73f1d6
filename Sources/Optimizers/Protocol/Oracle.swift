import LinearAlgebra

/// All that an optimizer may know of the function it descends: answers to its queries.
///
/// Every query is counted, and may be refused by throwing. What a query writes into has the length
/// (or order) n = `dimension`, before and after. Answers may be infinite or NaN.
public protocol Oracle: ~Copyable {
  /// n.
  var dimension: Int { get }

  /// f(x).
  mutating func value(at x: borrowing Vector) throws(Halt) -> Double

  /// Writes ∇f(x) into `gradient` and returns f(x).
  mutating func gradient(
    at x: borrowing Vector, into gradient: inout Vector
  ) throws(Halt) -> Double

  /// Writes H(x) into `hessian`.
  mutating func hessian(
    at x: borrowing Vector, into hessian: inout SymmetricMatrix
  ) throws(Halt)

  /// Writes H(x) d into `product`.
  mutating func product(
    at x: borrowing Vector, along d: borrowing Vector, into product: inout Vector
  ) throws(Halt)

  /// m, where f = Σ rᵢ² is a sum of squares whose residuals r can be asked for; nil elsewhere.
  var residualCount: Int? { get }

  /// Writes the m residuals r(x) into `residuals`; costs as much as a value.
  mutating func residuals(
    at x: borrowing Vector, into residuals: inout Vector
  ) throws(Halt)

  /// Writes r(x) and the m × n Jacobian J(x) of the residuals; costs as much as a gradient, which
  /// is 2 Jᵀr.
  mutating func jacobian(
    at x: borrowing Vector, into jacobian: inout Matrix, residuals: inout Vector
  ) throws(Halt)

  /// Whether each step is answered from another minibatch, so that what was learned at a point
  /// before this step began is that of another function.
  var isSampled: Bool { get }

  /// The examples, where f is a mean over some, and those that this step sees; nil elsewhere.
  var examples: Examples? { get }

  /// Writes the gradient of the mean over the given examples, or over all, into `gradient` and
  /// returns the mean.
  mutating func gradient(
    at x: borrowing Vector, over some: [Int]?, into gradient: inout Vector
  ) throws(Halt) -> Double
}

/// What f is a mean over.
public struct Examples: Sendable {
  /// m; examples are named by the numbers from 0 to m − 1.
  public let count: Int
  /// Those that answers are taken from until the next step.
  public let minibatch: [Int]
  /// How many a minibatch has, but for a smaller one at the end of an epoch; 1 or more.
  public let size: Int

  /// The examples 0 to `count` − 1, of which a step sees `minibatch`.
  public init(count: Int, minibatch: [Int], size: Int) {
    self.count = count
    self.minibatch = minibatch
    self.size = size
  }
}

/// An oracle without residuals and examples.
extension Oracle where Self: ~Copyable {
  public var isSampled: Bool { false }

  public var examples: Examples? { nil }

  public mutating func gradient(
    at x: borrowing Vector, over some: [Int]?, into gradient: inout Vector
  ) throws(Halt) -> Double {
    throw .withoutExamples
  }

  public var residualCount: Int? { nil }

  public mutating func residuals(
    at x: borrowing Vector, into residuals: inout Vector
  ) throws(Halt) {
    throw .withoutResiduals
  }

  public mutating func jacobian(
    at x: borrowing Vector, into jacobian: inout Matrix, residuals: inout Vector
  ) throws(Halt) {
    throw .withoutResiduals
  }
}

/// An oracle that hands on what it is asked to another, but for what a `Forwarding` does on the
/// way.
///
/// All forwarding stands here: a new question is one more method, and those who listen or change
/// answers have only the methods of what they do.
public struct ForwardingOracle<Base: Oracle & ~Copyable, Way: Forwarding>: Oracle, ~Copyable {
  /// The oracle that answers.
  public var base: Base
  /// What happens on the way to it.
  public var way: Way

  /// Hands on to `base` what is asked, by `way`.
  @inlinable
  public init(_ base: consuming Base, by way: Way) {
    self.base = base
    self.way = way
  }

  @inlinable public var dimension: Int { base.dimension }

  @inlinable
  public mutating func value(at x: borrowing Vector) throws(Halt) -> Double {
    way.note(x)
    return try base.value(at: x)
  }

  @inlinable
  public mutating func gradient(
    at x: borrowing Vector, into gradient: inout Vector
  ) throws(Halt) -> Double {
    way.note(x)
    return try way.gradient(of: &base, at: x, into: &gradient)
  }

  @inlinable
  public mutating func hessian(
    at x: borrowing Vector, into hessian: inout SymmetricMatrix
  ) throws(Halt) {
    way.note(x)
    try base.hessian(at: x, into: &hessian)
  }

  @inlinable
  public mutating func product(
    at x: borrowing Vector, along d: borrowing Vector, into product: inout Vector
  ) throws(Halt) {
    way.note(x)
    try base.product(at: x, along: d, into: &product)
  }

  @inlinable public var residualCount: Int? { base.residualCount }

  @inlinable
  public mutating func residuals(
    at x: borrowing Vector, into residuals: inout Vector
  ) throws(Halt) {
    way.note(x)
    try base.residuals(at: x, into: &residuals)
  }

  @inlinable
  public mutating func jacobian(
    at x: borrowing Vector, into jacobian: inout Matrix, residuals: inout Vector
  ) throws(Halt) {
    way.note(x)
    try base.jacobian(at: x, into: &jacobian, residuals: &residuals)
  }

  @inlinable public var isSampled: Bool { base.isSampled }

  @inlinable public var examples: Examples? { base.examples }

  @inlinable
  public mutating func gradient(
    at x: borrowing Vector, over some: [Int]?, into gradient: inout Vector
  ) throws(Halt) -> Double {
    way.note(x)
    return try base.gradient(at: x, over: some, into: &gradient)
  }
}

/// What happens on the way from a method to the oracle that answers it: nothing, unless a method
/// here is written anew.
public protocol Forwarding {
  /// Takes note of a point, of n numbers, before anything is asked there.
  mutating func note(_ x: borrowing Vector)

  /// Writes the gradient for x into `gradient` and returns f(x).
  mutating func gradient<O: Oracle & ~Copyable>(
    of oracle: inout O, at x: borrowing Vector, into gradient: inout Vector
  ) throws(Halt) -> Double
}

extension Forwarding {
  @inlinable
  public mutating func note(_ x: borrowing Vector) {}

  @inlinable
  public mutating func gradient<O: Oracle & ~Copyable>(
    of oracle: inout O, at x: borrowing Vector, into gradient: inout Vector
  ) throws(Halt) -> Double {
    try oracle.gradient(at: x, into: &gradient)
  }

  /// What `body` does with the oracle where this is on the way to it. The oracle is moved into one
  /// that forwards and back, also where the body throws.
  @inlinable
  public mutating func between<O: Oracle & ~Copyable>(
    _ oracle: inout O, _ body: (inout ForwardingOracle<O, Self>) throws(Halt) -> Void
  ) throws(Halt) {
    var forwarding = ForwardingOracle(oracle, by: self)
    let halt: Halt?
    do throws(Halt) {
      try body(&forwarding)
      halt = nil
    } catch {
      halt = error
    }
    self = forwarding.way
    oracle = forwarding.base
    if let halt { throw halt }
  }
}

extension Halt {
  /// Residuals were asked for where f has none.
  public static let withoutResiduals = failed(
    "f is no sum of squares; methods of least squares need its residuals")

  /// The gradients of examples were asked for where there are none.
  public static let withoutExamples = failed(
    "f is no mean over examples of which a step sees some; this method needs them, as of "
      + "logistic-regression:batch=1")
}
