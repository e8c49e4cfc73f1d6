import LinearAlgebra
import Objectives

/// Whether a minimum of f lies so near x that doubles of the run's size hardly tell them apart: H is
/// positive definite, and Newton's step is at most 2⁻³⁵ of `extent`: two thirds of the digits are
/// right.
///
/// No number here has the units of f, so that c·f is judged alike. False where H or the step cannot be
/// had.
///
/// - Complexity: up to 64 variables n Hessian products and O(n³), else at most 1000 products.
@usableFromInline
func isWithinRounding(_ x: Vector, of objective: some Objective, extent: Double) -> Bool {
  let isSmall = x.count <= mostVariablesLocated
  let step = isSmall ? newtonStep(x, of: objective) : newtonStepByProducts(x, of: objective)
  return step.map { $0.largestMagnitude <= 0x1p-35 * extent } ?? false
}

/// The most variables for which a Hessian is affordable after a run.
@usableFromInline let mostVariablesLocated = 64

/// −H⁻¹g up to its sign; nil where H is not positive definite.
private func newtonStep(_ x: Vector, of objective: some Objective) -> Vector? {
  var solver = SymmetricSolver(order: x.count)
  solver.matrix = objective.hessian(at: x)
  do throws(FactorizationError) { try solver.begin() } catch { return nil }
  guard solver.factorizePositive() else { return nil }
  var step = objective.gradient(at: x)
  solver.solve(&step)
  return step
}

/// The same by conjugate gradients; nil where a curvature is not positive or the residual is not down
/// to 2⁻²⁰ of g in time.
private func newtonStepByProducts(_ x: Vector, of objective: some Objective) -> Vector? {
  var residual = objective.gradient(at: x)
  var direction = residual
  var step = Vector.zeros(x.count)
  var square = residual.dot(residual)
  let goal = square * 0x1p-40
  for _ in 0..<1000 {
    guard square > goal else { break }
    let product = objective.hessianProduct(at: x, along: direction)
    let curvature = direction.dot(product)
    guard curvature > 0, curvature.isFinite else { return nil }
    let length = square / curvature
    step.add(length, direction)
    residual.add(-length, product)
    let former = square
    square = residual.dot(residual)
    direction = direction.map { square / former * $0 }
    direction.add(1, residual)
  }
  return square <= goal ? step : nil
}
