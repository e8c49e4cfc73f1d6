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
}

/// An oracle without residuals.
extension Oracle where Self: ~Copyable {
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

extension Halt {
  /// Residuals were asked for where f has none.
  public static let withoutResiduals = failed(
    "f is no sum of squares; methods of least squares need its residuals")
}
