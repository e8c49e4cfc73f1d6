import LinearAlgebra
import Objectives

/// Whether a minimum of f lies so near x that rounding is all that parts them: H is positive
/// definite, Newton's step is at most 2⁻⁴⁸, 16 units of rounding, of the size of numbers between
/// `start` and x, and so is the gradient of that at `start`.
///
/// Both are asked: where f is badly scaled a short step may come of a large gradient.
///
/// No number here has the units of f, so that c·f is judged alike. False where H or the step cannot
/// be had.
///
/// - Complexity: up to 64 variables n Hessian products and O(n³), else at most 1000 products.
func isWithinRounding(_ x: Vector, of objective: some Objective, from start: Vector) -> Bool {
  let limit = 0x1p-48
  let slope = objective.gradient(at: x).norm
  guard slope <= limit * objective.gradient(at: start).norm else { return false }
  let isSmall = x.count <= mostVariablesLocated
  let step = isSmall ? newtonStep(x, of: objective) : newtonStepByProducts(x, of: objective)
  let extent = max(start.largestMagnitude, x.largestMagnitude)
  return step.map { $0.largestMagnitude <= limit * extent } ?? false
}

/// The most variables for which a Hessian is affordable after a run.
let mostVariablesLocated = 64

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

/// The same by conjugate gradients; nil where a curvature is not positive or the residual is not
/// down to 2⁻²⁰ of g in time.
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
