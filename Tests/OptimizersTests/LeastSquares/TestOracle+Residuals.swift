import LinearAlgebra
import Objectives

@testable import Optimizers

/// Residuals, where the objective has them.
extension TestOracle {
  var residualCount: Int? { sum?.residualCount }

  mutating func residuals(at x: borrowing Vector, into residuals: inout Vector) throws(Halt) {
    guard let sum else { throw .withoutResiduals }
    try admitQuery()
    trialPoints.append(copy x)
    residuals = sum.residuals(at: copy x)
  }

  mutating func jacobian(
    at x: borrowing Vector, into jacobian: inout Matrix, residuals: inout Vector
  ) throws(Halt) {
    guard let sum else { throw .withoutResiduals }
    try admitQuery()
    jacobianPoints.append(copy x)
    residuals = sum.residuals(at: copy x)
    jacobian.elements = sum.jacobian(at: copy x).flatMap { $0 }
  }
}
