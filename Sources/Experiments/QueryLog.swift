import LinearAlgebra
import Optimizers

/// An oracle that passes on what it is asked and remembers where.
struct QueryLog<Base: Oracle & ~Copyable>: Oracle, ~Copyable {
  var base: Base
  /// The first points, in the order of the queries; those that were asked twice in a row, once.
  var points: [Vector] = []

  init(_ base: consuming Base) {
    self.base = base
  }

  var dimension: Int { base.dimension }

  private mutating func note(_ x: borrowing Vector) {
    // Two more, as those where the step begins and ends are not wanted.
    guard points.count < StepDetail.mostTrials + 2, points.last != copy x else { return }
    points.append(copy x)
  }

  mutating func value(at x: borrowing Vector) throws(Halt) -> Double {
    note(x)
    return try base.value(at: x)
  }

  mutating func gradient(at x: borrowing Vector, into g: inout Vector) throws(Halt) -> Double {
    note(x)
    return try base.gradient(at: x, into: &g)
  }

  mutating func hessian(at x: borrowing Vector, into hessian: inout SymmetricMatrix) throws(Halt) {
    note(x)
    try base.hessian(at: x, into: &hessian)
  }

  mutating func product(
    at x: borrowing Vector, along d: borrowing Vector, into product: inout Vector
  ) throws(Halt) {
    note(x)
    try base.product(at: x, along: d, into: &product)
  }

  var residualCount: Int? { base.residualCount }

  mutating func residuals(at x: borrowing Vector, into residuals: inout Vector) throws(Halt) {
    note(x)
    try base.residuals(at: x, into: &residuals)
  }

  mutating func jacobian(
    at x: borrowing Vector, into jacobian: inout Matrix, residuals: inout Vector
  ) throws(Halt) {
    note(x)
    try base.jacobian(at: x, into: &jacobian, residuals: &residuals)
  }
}
