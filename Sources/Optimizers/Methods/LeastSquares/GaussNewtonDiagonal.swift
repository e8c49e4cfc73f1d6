import LinearAlgebra
import Specifications

/// Descent for sums of squares, scaled by the diagonal of Gauss and Newton's matrix. ``card`` has
/// the formula, the references and what differs from them.
public struct GaussNewtonDiagonal: OptimizerSettings {
  public static let card = OptimizerCard(
    name: "gauss-newton-diagonal", title: "Gauss-Newton diagonal", order: .second,
    formula: "x ← x − ε g / (2 diag(Jᵀ J) + δ), f = rᵀ r",
    reference: "Becker and Le Cun, Improving the convergence of back-propagation learning with "
      + "second order methods, Technical Report CRG-TR-88-5, University of Toronto, 1988",
    notes: [
      "With g = 2 Jᵀr, 2 diag(JᵀJ) is the diagonal of the Hessian where the residuals are small or "
        + "linear, and never negative.",
      "Each variable moves as if it alone were changed, so that lr=1 is for uncoupled variables, "
        + "and too long where n of them pull together: then ε ≈ 1/n.",
      "It is the natural gradient with the Fisher information of independent normal errors cut "
        + "down to its diagonal.",
      "With epsilon=0 a variable on which no residual depends is not moved.",
      "One Jacobian a step.",
    ])
  public static let parameters: [Parameter<Self>] = [
    .rate("lr", \.rate, symbol: "ε", in: .nonNegative, "learning rate"),
    .epsilon(\.epsilon),
  ]

  public var storesMatrix: Bool { true }
  public var storesJacobian: Bool { true }

  /// ε ≥ 0: learning rate.
  public var rate: Rate = 0.1
  /// δ ≥ 0: added to the denominator.
  public var epsilon = 1e-8

  public init() {}

  public struct Method: Optimizer {
    private let settings: GaussNewtonDiagonal
    private var track = ResidualTrack()
    private var clock: RateClock

    public var learningRate: Double { clock.rate }
    public var followsValidation: Bool { clock.followsValidation }

    public mutating func observe(validationLoss: Double) {
      clock.observe(validationLoss: validationLoss)
    }

    public init(_ settings: GaussNewtonDiagonal, dimension: Int) {
      self.settings = settings
      clock = RateClock(settings.rate)
    }

    public mutating func step<O: Oracle & ~Copyable>(
      from x: inout Vector, querying oracle: inout O
    ) throws(Halt) {
      _ = try track.arrive(at: x, anew: true, querying: &oracle)
      clock.advance(loss: track.norm * track.norm)
      for j in x.indices {
        let (slope, curvature) = column(j)
        x[j] -= clock.rate * quotient(slope, curvature)
      }
    }

    /// ∂f/∂θⱼ, and what it is divided by.
    private func column(_ j: Int) -> (slope: Double, curvature: Double) {
      let (rows, n) = (track.jacobian.elements.span, track.jacobian.columns)
      var (slope, square) = (0.0, 0.0)
      for (i, residual) in track.residuals.enumerated() {
        let entry = rows[i * n + j]
        slope += 2 * entry * residual
        square += 2 * entry * entry
      }
      return (slope, square + settings.epsilon)
    }

    /// 2 diag(JᵀJ) + δI.
    public func diagnostics(at x: Vector) -> [Diagnostic] {
      clock.stepsTaken > 0 ? [.model(.diagonal(x.indices.map { column($0).curvature }))] : []
    }
  }
}
