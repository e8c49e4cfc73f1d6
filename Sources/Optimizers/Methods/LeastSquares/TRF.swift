import LinearAlgebra
import Specifications

/// A trust region for sums of squares whose step is found from the singular values of J. ``card``
/// has the formula, the references and what differs from them.
public struct TRF: OptimizerSettings {
  public static let card = OptimizerCard(
    name: "trf", title: "Trust region reflective, without bounds", order: .second,
    invariances: [.scale, .rotation],
    formula: "x ← x + p, p = argmin ‖J p + r‖ in ‖D p‖ ≤ Δ, by J D⁻¹ = U S Vᵀ, f = rᵀ r",
    reference: "Branch, Coleman and Li, SIAM J. Sci. Comput. 21 (1999) 1-23, without its bounds; "
      + "Moré, Lecture Notes in Mathematics 630 (1978) 105-116, as in the least_squares of scipy "
      + "1.17",
    notes: [
      "As in scipy with tr_solver=exact and loss=linear, but without its tests for convergence and "
        + "without bounds, so that nothing is reflected.",
      "By J D⁻¹ = U S Vᵀ the step D p = −V (S² + αI)⁻¹ S Uᵀr costs O(n²) for any α. Where J has "
        + "full rank and Gauss and Newton's step lies within Δ, α is 0.",
      "Else α is what Moré's safeguarded Newton steps for ‖D p‖ = Δ lead to, at most ten, until ‖D "
        + "p‖ is within a hundredth of Δ, to which it is then scaled.",
      "The first guess of the next step is α divided by what Δ was multiplied by.",
      "A vanishing gradient, and steps that cannot be told from rounding, stall the method.",
      "One Jacobian a step and one vector of residuals a trial.",
    ])
  public static let parameters: [Parameter<Self>] = [
    .residualScale(\.scaling)
  ]

  public var storesMatrix: Bool { true }
  public var storesJacobian: Bool { true }

  /// D: 1, or the largest norms yet of the columns of J.
  public var scaling = ResidualScale.unit

  public init() {}

  public struct Method: Optimizer {
    private var region: ResidualRegion<SecularResidualModel>

    /// 1: the region shortens steps, no factor does.
    public let learningRate = 1.0

    public init(_ settings: TRF, dimension: Int) { region = ResidualRegion(settings.scaling) }

    public mutating func step<O: Oracle & ~Copyable>(
      from x: inout Vector, querying oracle: inout O
    ) throws(Halt) {
      try region.step(from: &x, querying: &oracle)
    }

    public func diagnostics(at x: Vector) -> [Diagnostic] {
      let model = region.modelDiagnostics
      return model.isEmpty ? [] : model + [.region(region.halfAxes)]
    }
  }
}

/// scipy's `solve_lsq_trust_region`.
private struct SecularResidualModel: ResidualModel {
  private var factors: SingularValues?
  private var scale: Vector = []
  /// Uᵀr and S Uᵀr.
  private var side: Vector = []
  private var scaledSide: Vector = []
  private var isRegular = false
  private var alpha = 0.0

  static func norm(_ v: Vector) -> Double { v.norm }

  mutating func arrive(at track: ResidualTrack, scale: Vector) throws(FactorizationError) {
    let found = try SingularValues(track.jacobian.scalingColumns(by: scale))
    factors = found
    self.scale = scale
    side = found.components(of: track.residuals)
    scaledSide = zip(found.values, side).map { $0 * $1 }
    let least = .ulpOfOne * Double(found.rows) * (found.values.first ?? 0)
    isRegular = found.rows >= found.columns && (found.values.last ?? 0) > least
  }

  mutating func radiusChanged(by factor: Double) { alpha /= factor }

  mutating func step(within radius: Double) -> ResidualStep {
    if isRegular {
      let newton = combination(zip(side, values).map { -$0 / $1 })
      let length = newton.norm
      if length <= radius {
        alpha = 0
        return step(newton, length, radius)
      }
    }
    search(for: radius)
    var p = combination(zip(scaledSide, values).map { -$0 / ($1 * $1 + alpha) })
    p.scale(by: radius / p.norm)
    return step(p, p.norm, radius)
  }

  private var values: Vector { factors?.values ?? [] }

  private func combination(_ c: Vector) -> Vector { factors?.combination(c) ?? [] }

  private func step(_ p: Vector, _ length: Double, _ radius: Double) -> ResidualStep {
    ResidualStep(
      p: zip(p, scale).map { $0 * $1 }, length: length, isOnBoundary: length > 0.95 * radius)
  }

  /// Finds α with ‖D p‖ ≈ Δ.
  private mutating func search(for radius: Double) {
    var upper = scaledSide.norm / radius
    var lower = 0.0
    if isRegular {
      let (excess, slope) = secular(0, radius)
      lower = -excess / slope
    }
    func restarted() -> Double { max(0.001 * upper, (lower * upper).squareRoot()) }
    if !isRegular, alpha == 0 { alpha = restarted() }
    for _ in 0..<10 {
      if alpha < lower || alpha > upper { alpha = restarted() }
      let (excess, slope) = secular(alpha, radius)
      if excess < 0 { upper = alpha }
      let ratio = excess / slope
      lower = max(lower, alpha - ratio)
      alpha -= (excess + radius) * ratio / radius
      if abs(excess) < 0.01 * radius { return }
    }
  }

  /// φ = ‖D p(α)‖ − Δ and dφ/dα.
  private func secular(_ alpha: Double, _ radius: Double) -> (excess: Double, slope: Double) {
    var (squares, cubes) = (0.0, 0.0)
    for (s, u) in zip(values, scaledSide) {
      let divisor = s * s + alpha
      squares += u / divisor * (u / divisor)
      cubes += u * u / (divisor * divisor * divisor)
    }
    let norm = squares.squareRoot()
    return (norm - radius, -cubes / norm)
  }
}

extension Matrix {
  /// A diag(d).
  fileprivate func scalingColumns(by d: Vector) -> Matrix {
    var result = self
    for i in 0..<rows {
      for j in 0..<columns { result[i, j] *= d[j] }
    }
    return result
  }
}
