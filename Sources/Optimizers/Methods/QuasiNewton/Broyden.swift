import LinearAlgebra
import Specifications

/// Broyden's family of quasi-Newton methods, between BFGS and DFP. ``card`` has the formula, the
/// references and what differs from them.
public struct Broyden: LineSearchSettings {
  public static let card = OptimizerCard(
    name: "broyden", title: "Broyden's family", order: .second,
    invariances: [.scale, .rotation],
    formula: "p ← −M g, x ← x + ε p, M⁻¹ ← (1 − φ) BFGS + φ DFP",
    reference: "Broyden, Math. Comp. 21 (1967) 368-381; Nocedal and Wright, Numerical "
      + "Optimization, 2nd ed., section 6.3",
    notes: [
      "Between BFGS and DFP all updates keep M positive definite where yᵀs > 0. With exact search "
        + "all of them visit the same points; with others small φ copes better with a poor M.",
      "What is kept is M, an approximation of H⁻¹. Everything else is as in bfgs.",
      "O(n²) numbers and operations, one gradient a trial.",
    ])
  public static let parameters: [Parameter<Self>] =
    [
      .number(
        "phi", \.share, symbol: "φ", in: Interval(0, 1), "share of DFP; 0 is BFGS, 1 is DFP"
      ).searched(.linear(0...1)),
      .flag("scaling", \.isScaled, "scale M by the first step before its first update"),
    ] + lineSearchParameters

  public var storesMatrix: Bool { true }

  /// φ in [0, 1]: share of DFP; 0 is BFGS, 1 is DFP.
  public var share = 0.5
  /// Whether to scale M by the first step before its first update.
  public var isScaled = true
  public var lineSearch = StepLengthRule(remainingSlope: 0.9)

  public init() {}

  public struct Method: Optimizer {
    private var quasiNewton: QuasiNewton<BroydenInverse>

    public init(_ settings: Broyden, dimension: Int) {
      quasiNewton = QuasiNewton(
        BroydenInverse(dimension: dimension, isScaled: settings.isScaled, share: settings.share),
        lineSearch: settings.lineSearch, dimension: dimension)
    }

    public var learningRate: Double { quasiNewton.track.stepLength }

    public mutating func step<O: Oracle & ~Copyable>(
      from x: inout Vector, querying oracle: inout O
    ) throws(Halt) {
      try quasiNewton.step(from: &x, querying: &oracle)
    }

    public func diagnostics(at x: Vector) -> [Diagnostic] { quasiNewton.diagnostics(at: x) }
  }
}
