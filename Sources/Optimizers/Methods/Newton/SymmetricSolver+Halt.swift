import LinearAlgebra

extension SymmetricSolver {
  /// Asks for H(x) and takes it for A.
  mutating func ask<O: Oracle & ~Copyable>(
    at x: Vector, querying oracle: inout O
  ) throws(Halt) {
    try oracle.hessian(at: x, into: &matrix)
    do throws(FactorizationError) { try begin() } catch { throw Self.notFinite }
  }

  static let notFinite = Halt.failed("the gradient or the Hessian is not finite")

  /// Factorizes A + τI with the first τ that makes it positive definite: 0, or β − min aᵢᵢ where an
  /// entry of the diagonal is not positive, then max(2τ, β) and so on. Also gives a direction of
  /// negative curvature, where τ > 0 has shown one.
  ///
  /// Reference: Nocedal and Wright, Numerical Optimization, 2nd ed., algorithm 3.3.
  mutating func factorizeShifted(
    beta: Double = 1e-3
  ) throws(Halt) -> (shift: Double, negative: Vector?) {
    let least = diagonal.indices.min { diagonal[$0] < diagonal[$1] } ?? 0
    var shift = 0.0
    var negative: Vector?
    if order > 0, diagonal[least] <= 0 {
      shift = beta - diagonal[least]
      if diagonal[least] < 0 {
        var axis = Vector.zeros(order)
        axis[least] = 1
        negative = axis
      }
    }
    while !factorizePositive(shift: shift) {
      negative = negativeDirection()
      shift = max(2 * shift, beta)
      guard shift.isFinite else { throw Self.notFinite }
    }
    return (shift, negative)
  }

  /// The eigensystem of A, which is spent.
  mutating func eigensystemOrHalt() throws(Halt) -> Eigensystem {
    do throws(FactorizationError) { return try eigensystem() } catch { throw Self.notFinite }
  }
}
