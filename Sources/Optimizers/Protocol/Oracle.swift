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
}
