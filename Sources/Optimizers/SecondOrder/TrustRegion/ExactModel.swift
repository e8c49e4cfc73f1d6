import LinearAlgebra

/// The quadratic model of f with H, and its global minimum within the radius.
///
/// Where H is positive definite, p = −(H + λI)⁻¹ g by Cholesky factorizations, with λ = 0 where
/// ‖p‖ ≤ Δ, else by Newton's method for 1/‖p‖ = 1/Δ, which grows from λ = 0 to the root. Elsewhere by
/// the eigensystem (`SecularEquation`).
struct ExactModel: TrustRegionModel {
  private var solver: SymmetricSolver
  private var isPositive = false
  /// λ of the factor at hand.
  private var shift = 0.0
  private var equation: SecularEquation?

  init(dimension: Int) {
    solver = SymmetricSolver(order: dimension)
  }

  mutating func begin<O: Oracle & ~Copyable>(
    at start: Sample, querying oracle: inout O
  ) throws(Halt) {
    equation = nil
    shift = 0
    try solver.ask(at: start.x, querying: &oracle)
    isPositive = solver.factorizePositive()
  }

  mutating func step<O: Oracle & ~Copyable>(
    from start: Sample, within radius: Double, querying oracle: inout O
  ) throws(Halt) -> ModelStep {
    if isPositive, let step = definiteStep(along: start.gradient, within: radius) { return step }
    return try equation(along: start.gradient).step(.within(radius: radius))
  }

  private mutating func equation(along gradient: Vector) throws(Halt) -> SecularEquation {
    if let equation { return equation }
    let made = SecularEquation(try solver.eigensystemOrHalt(), gradient: gradient)
    isPositive = false
    equation = made
    return made
  }

  /// Nil where rounding makes a factorization fail.
  private mutating func definiteStep(along g: Vector, within radius: Double) -> ModelStep? {
    guard shift == 0 || factorize(0) else { return nil }
    for _ in 0..<60 {
      var p = g.map { -$0 }
      solver.solve(&p)
      let norm = p.norm
      guard norm.isFinite else { return nil }
      let excess = (norm - radius) / radius
      let isOnBoundary = shift > 0 || excess > 0
      let lambda = shift + norm * norm / solver.inverseForm(p) * excess
      if excess <= 4 * .ulpOfOne || !(lambda > shift) {
        let decrease = (-g.dot(p) + shift * norm * norm) / 2
        return ModelStep(step: p, decrease: decrease, isOnBoundary: isOnBoundary)
      }
      guard factorize(lambda) else { return nil }
    }
    return nil
  }

  private mutating func factorize(_ lambda: Double) -> Bool {
    shift = lambda
    return solver.factorizePositive(shift: lambda)
  }

  var proposing: SymmetricMatrix? { equation?.matrix ?? solver.original() }
}
