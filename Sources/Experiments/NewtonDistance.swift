import LinearAlgebra
import Objectives

/// Whether a minimum of f lies so near x that doubles of the run's size hardly tell them apart: H is
/// positive definite, and Newton's step is at most √ε of `extent`.
///
/// No number here has the units of f, so that c·f is judged alike. False where H cannot be had.
///
/// - Complexity: n Hessian products and O(n³).
@usableFromInline
func isWithinRounding(_ x: Vector, of objective: some Objective, extent: Double) -> Bool {
  var solver = SymmetricSolver(order: x.count)
  solver.matrix = objective.hessian(at: x)
  do throws(FactorizationError) { try solver.begin() } catch { return false }
  guard solver.factorizePositive() else { return false }
  var step = objective.gradient(at: x)
  solver.solve(&step)
  return step.largestMagnitude <= Double.ulpOfOne.squareRoot() * extent
}
