import LinearAlgebra

/// The quadratic model of f with H, and its global minimum within the radius.
///
/// p = −(H + λI)⁻¹ g by Cholesky factorizations. Where H is positive definite λ = 0 if ‖p‖ ≤ Δ,
/// else Newton's method for 1/‖p‖ = 1/Δ leads from λ = 0 up to the root; where it is not, λ is
/// searched in `indefiniteStep`. Both end where ‖p‖ is Δ to a share of `tolerance`. Where that is 0
/// and H is not positive definite, and where the search does not end, the eigensystem is asked
/// (`SecularEquation`).
struct ExactModel: TrustRegionModel {
  /// Of ‖p‖ beside Δ, at least 0.
  let tolerance: Double
  let search: RadiusSearch
  var solver: SymmetricSolver
  /// Whether H is positive definite.
  private var isDefinite = false
  /// Whether the solver holds the factor of H + λI, for λ = `shift`.
  var isFactored = false
  var shift = 0.0
  /// Bounds of H's eigenvalues.
  var spread = 0.0...0.0
  /// The radius of the step before from the same iterate, and a bound that λ has from it.
  var formerBound: (radius: Double, low: Double)?
  private var equation: SecularEquation?

  init(dimension: Int, tolerance: Double, search: RadiusSearch = .moreSorensen) {
    self.tolerance = tolerance
    self.search = search
    solver = SymmetricSolver(order: dimension)
  }

  mutating func begin<O: Oracle & ~Copyable>(
    at start: Sample, querying oracle: inout O
  ) throws(Halt) {
    equation = nil
    formerBound = nil
    try solver.ask(at: start.x, querying: &oracle)
    spread = solver.matrix.eigenvalueBounds
    factorize(0)
    isDefinite = isFactored
  }

  mutating func step<O: Oracle & ~Copyable>(
    from start: Sample, within radius: Double, querying oracle: inout O
  ) throws(Halt) -> ModelStep {
    if equation == nil {
      if search == .connGouldToint {
        if let step = connGouldTointStep(along: start.gradient, within: radius) { return step }
      } else if isDefinite {
        if let step = definiteStep(along: start.gradient, within: radius) { return step }
      } else if tolerance > 0 {
        if let step = indefiniteStep(along: start.gradient, within: radius) { return step }
      }
    }
    return try equation(along: start.gradient).step(.within(radius: radius))
  }

  private mutating func equation(along gradient: Vector) throws(Halt) -> SecularEquation {
    if let equation { return equation }
    let made = SecularEquation(try solver.eigensystemOrHalt(), gradient: gradient)
    equation = made
    return made
  }

  /// Nil where rounding makes a factorization fail. A radius smaller than the one before has a
  /// larger λ, so that the factor at hand is one to begin with.
  private mutating func definiteStep(along g: Vector, within radius: Double) -> ModelStep? {
    for _ in 0..<60 {
      guard isFactored else { return nil }
      let p = solution(g)
      let norm = p.norm
      guard norm.isFinite else { return nil }
      let excess = (norm - radius) / radius
      let lambda = shift + correction(p, excess: excess)
      if excess <= max(tolerance, 4 * .ulpOfOne) || !(lambda > shift) {
        return step(p, along: g, isOnBoundary: shift > 0 || excess > 0)
      }
      factorize(lambda)
    }
    return nil
  }

  mutating func factorize(_ lambda: Double) {
    shift = lambda
    isFactored = solver.factorizePositive(shift: lambda)
  }

  /// −(H + λI)⁻¹ g.
  mutating func solution(_ g: Vector) -> Vector {
    var p = g.map { -$0 }
    solver.solve(&p)
    return p
  }

  /// The change of λ that Newton's method makes for 1/‖p‖ = 1/Δ, where ‖p‖ = (1 + excess) Δ.
  func correction(_ p: Vector, excess: Double) -> Double {
    let square = p.dot(p)
    return square == 0 ? 0 : square / solver.inverseForm(p) * excess
  }

  /// p, which solves (H + λI) p = −g.
  func step(_ p: Vector, along g: Vector, isOnBoundary: Bool) -> ModelStep {
    ModelStep(
      step: p, decrease: (shift * p.dot(p) - g.dot(p)) / 2, isOnBoundary: isOnBoundary)
  }

  var proposing: SymmetricMatrix? { equation?.matrix ?? solver.original() }
}
