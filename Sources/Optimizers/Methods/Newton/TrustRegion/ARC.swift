import LinearAlgebra
import Specifications

/// Adaptive regularization with cubics: each step is the minimum of a cubic model. ``card`` has the
/// formula, the references and what differs from them.
public struct ARC: OptimizerSettings {
  /// How the weight falls after a very good step.
  public enum Decrease: String, CaseIterable, Sendable {
    /// To a half.
    case half
    /// To min(σ, ‖g‖).
    case gradient
  }

  public static let card = OptimizerCard(
    name: "arc", title: "Adaptive cubic regularization", order: .second,
    invariances: [.rotation],
    formula: "x ← x + s, s = argmin gᵀ s + sᵀ H s / 2 + σ ‖s‖³ / 3",
    reference: "Cartis, Gould and Toint, Math. Program. 127 (2011) 245-295, algorithm 2.1",
    notes: [
      "The step solves (H + λI) s = −g with λ = σ‖s‖ and H + λI positive semidefinite: the cubic "
        + "model is minimized over all steps, to rounding.",
      "A trial whose ratio of decreases is below η₁ doubles σ; one above η₂ halves it "
        + "(decrease=half) or makes it min(σ, ‖g‖) (decrease=gradient).",
      "Where H is indefinite s has a part along the lowest eigenvector even where g has none: the "
        + "method leaves the ridge of a saddle, and the saddle itself.",
      "Where g = 0 and the Hessian is positive semidefinite the method stalls.",
      "One gradient a trial, one Hessian and its eigensystem an iterate.",
    ])
  public static let parameters: [Parameter<Self>] = [
    .number("sigma", \.weight, symbol: "σ", in: .positive, "weight of the cubic term at first")
      .searched(.logarithmic(0.01...100)),
    .choice("decrease", \.decrease, "how the weight falls after a very good step"),
    .number(
      "eta1", \.acceptance, symbol: "η₁", in: Interval(0, 1, openBelow: true, openAbove: true),
      "least ratio of decreases where a step is taken"),
    .number(
      "eta2", \.excellence, symbol: "η₂", in: Interval(0, 1, openBelow: true, openAbove: true),
      "ratio of decreases above which the weight falls, at least eta1"),
  ]

  public var storesMatrix: Bool { true }

  /// σ > 0: weight of the cubic term at first.
  public var weight = 1.0
  /// How the weight falls after a very good step.
  public var decrease = Decrease.half
  /// η₁ in (0, 1): least ratio of decreases where a step is taken.
  public var acceptance = 0.1
  /// η₂ in (0, 1), at least η₁: ratio of decreases above which the weight falls.
  public var excellence = 0.9

  public init() {}

  public mutating func resolve() throws(SpecificationError) {
    guard acceptance <= excellence else {
      throw SpecificationError("arc: eta1 must not exceed eta2")
    }
  }

  public struct Method: Optimizer {
    private let settings: ARC
    private var solver: SymmetricSolver
    private var track: Track
    /// σ.
    private var weight: Double
    /// Of the latest step.
    private var equation: SecularEquation?

    public init(_ settings: ARC, dimension: Int) {
      self.settings = settings
      solver = SymmetricSolver(order: dimension)
      track = Track(dimension: dimension)
      weight = settings.weight
    }

    /// ‖s‖ of the latest step.
    public var learningRate: Double { track.stepLength }

    public mutating func step<O: Oracle & ~Copyable>(
      from x: inout Vector, querying oracle: inout O
    ) throws(Halt) {
      try track.arrive(at: x, querying: &oracle)
      let start = track.current
      guard start.isFinite else { throw .failed("f or its gradient is not finite") }
      try solver.ask(at: x, querying: &oracle)
      let equation = SecularEquation(try solver.eigensystemOrHalt(), gradient: start.gradient)
      while true {
        let proposal = equation.step(.cubic(weight: weight))
        let trial = try start.tried(proposal, querying: &oracle)
        adapt(to: trial.ratio, at: start)
        guard trial.ratio >= settings.acceptance else { continue }
        self.equation = equation
        track.move(to: LineStep(length: proposal.step.norm, sample: trial.sample))
        x = trial.sample.x
        return
      }
    }

    private mutating func adapt(to ratio: Double, at start: Sample) {
      if !(ratio >= settings.acceptance) {
        weight *= 2
      } else if ratio > settings.excellence {
        let lower = settings.decrease == .half ? weight / 2 : min(weight, start.gradient.norm)
        weight = max(lower, .ulpOfOne)
      }
    }

    /// H, to which the cubic term is added. That bounds a step without a radius, so that there is
    /// no region.
    public func diagnostics(at x: Vector) -> [Diagnostic] {
      equation.map { [.model($0.matrix)] } ?? []
    }
  }
}
