import LinearAlgebra
import Objectives
import Optimizers

/// Exact answers that nobody counts, for what tells of ends and memory and not of costs.
package struct PlainOracle<F: TestFunction>: Oracle, ~Copyable {
  private let objective: F
  private let sum: (any ResidualObjective)?

  package init(_ objective: F) {
    self.objective = objective
    sum = objective.sumOfSquares
  }

  package var dimension: Int { objective.dimension }

  package mutating func value(at x: borrowing Vector) -> Double { objective.value(at: x.span) }

  package mutating func gradient(at x: borrowing Vector, into gradient: inout Vector) -> Double {
    var span = gradient.mutableSpan
    return objective.gradient(at: x.span, into: &span)
  }

  package mutating func hessian(at x: borrowing Vector, into hessian: inout SymmetricMatrix) {
    objective.hessian(at: x.span, into: &hessian)
  }

  package mutating func product(
    at x: borrowing Vector, along d: borrowing Vector, into product: inout Vector
  ) {
    var span = product.mutableSpan
    objective.hessianProduct(at: x.span, along: d.span, into: &span)
  }

  package var residualCount: Int? { sum?.residualCount }

  package mutating func residuals(at x: borrowing Vector, into residuals: inout Vector) throws(Halt)
  {
    guard let sum else { throw .withoutResiduals }
    var span = residuals.mutableSpan
    sum.residuals(at: x.span, into: &span)
  }

  package mutating func jacobian(
    at x: borrowing Vector, into jacobian: inout Matrix, residuals: inout Vector
  ) throws(Halt) {
    guard let sum else { throw .withoutResiduals }
    var entries = jacobian.elements.mutableSpan
    var span = residuals.mutableSpan
    sum.jacobian(at: x.span, into: &entries, residuals: &span)
  }
}
