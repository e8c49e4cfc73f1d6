import LinearAlgebra
import Specifications

/// Natural gradient for sums of squares: the direction that lowers f fastest among all that change
/// a distribution equally, whatever its variables. ``card`` has the formula, the references and
/// what differs from them.
public struct NaturalGradient: OptimizerSettings {
  /// What F is: JᵀJ, or the sum of rᵢ² JᵢᵀJᵢ.
  public enum Fisher: String, CaseIterable, Sendable {
    /// JᵀJ.
    case exact
    /// The sum of rᵢ² JᵢᵀJᵢ.
    case empirical
  }

  public static let card = OptimizerCard(
    name: "natural-gradient", title: "Natural gradient", order: .second,
    invariances: [.scale, .rotation],
    formula: "x ← x − ε (Jᵀ J + δ I)⁻¹ Jᵀ r, f = rᵀ r",
    reference: "Amari, Neural Computation 10 (1998) 251-276; damping: Martens 2014, "
      + "arXiv:1412.1193; against fisher=empirical: Kunstner, Balles and Hennig 2019, "
      + "arXiv:1905.12558",
    notes: [
      "With f/2 the negative logarithm of a likelihood with normal errors of variance 1, Jᵀr = g/2 "
        + "is its gradient and JᵀJ the Fisher information F; then −F⁻¹g/2 is the direction of "
        + "Gauss and Newton.",
      "With damping=0 and lr=1 this is gauss-newton with search=fixed; as there, the independent "
        + "columns of J alone are used where it has not full rank.",
      "What differs is what is made of it: a rate below 1, or falling, as for gradients known in "
        + "part, and no search. Steps are not tested: f may rise.",
      "With fisher=empirical F is made of gradients of single errors, which is much used and no "
        + "approximation of F except by chance: it vanishes with the residuals, so that steps grow "
        + "where f → 0.",
      "The damping bounds the step by ε ‖g‖ / 2δ. A vanishing gradient makes a step of 0.",
      "One Jacobian a step, which is found from the factors of J, never from JᵀJ.",
    ])
  public static let parameters: [Parameter<Self>] = [
    .rate("lr", \.rate, symbol: "ε", in: .nonNegative, "learning rate"),
    .number("damping", \.damping, symbol: "δ", in: .nonNegative, "added to the diagonal of F"),
    .choice("fisher", \.fisher, "F: JᵀJ, or the sum of rᵢ² JᵢᵀJᵢ"),
  ]

  public var storesMatrix: Bool { true }
  public var storesJacobian: Bool { true }

  /// ε ≥ 0: learning rate.
  public var rate: Rate = 0.1
  /// δ ≥ 0: added to the diagonal of F.
  public var damping = 0.0
  /// F: JᵀJ, or the sum of rᵢ² JᵢᵀJᵢ.
  public var fisher = Fisher.exact

  public init() {}

  public struct Method: Optimizer {
    private let settings: NaturalGradient
    private var track = ResidualTrack()
    private var factors = PivotedQR(rows: 0, columns: 0)
    private var clock: RateClock

    public var learningRate: Double { clock.rate }
    public var followsValidation: Bool { clock.followsValidation }

    public mutating func observe(validationLoss: Double) {
      clock.observe(validationLoss: validationLoss)
    }

    public init(_ settings: NaturalGradient, dimension: Int) {
      self.settings = settings
      clock = RateClock(settings.rate)
    }

    public mutating func step<O: Oracle & ~Copyable>(
      from x: inout Vector, querying oracle: inout O
    ) throws(Halt) {
      _ = try track.arrive(at: x, anew: true, querying: &oracle)
      let direction = try direction()
      guard direction.isFinite else { throw .failed("the natural gradient is not finite") }
      clock.advance(loss: track.norm * track.norm)
      x.add(clock.rate, direction)
    }

    /// p that minimizes ‖A p + b‖² + δ‖p‖², where F = AᵀA and Aᵀb = Jᵀr: A = J and b = r, or row i
    /// of A is rᵢ Jᵢ and bᵢ = 1.
    private mutating func direction() throws(Halt) -> Vector {
      var side = track.residuals.map { -$0 }
      switch settings.fisher {
      case .exact: break
      case .empirical: side = side.map { _ in -1 }
      }
      try factors.refactorize(root)
      let rotated = factors.rotated(side)
      guard settings.damping > 0 else { return factors.solution(rotated) }
      let diagonal = Vector(repeating: settings.damping.squareRoot(), count: factors.columns)
      return factors.dampedSolution(rotated, diagonal: diagonal).solution
    }

    /// A, with F = AᵀA.
    private var root: Matrix {
      switch settings.fisher {
      case .exact: track.jacobian
      case .empirical: singleGradients
      }
    }

    /// 2 (F + δI).
    public func diagnostics(at x: Vector) -> [Diagnostic] {
      clock.stepsTaken > 0 ? [.model(.leastSquares(root, damping: settings.damping))] : []
    }

    /// rᵢ Jᵢ, row after row.
    private var singleGradients: Matrix {
      var rows = track.jacobian
      for (i, residual) in track.residuals.enumerated() {
        for j in 0..<rows.columns { rows[i, j] *= residual }
      }
      return rows
    }
  }
}
