import LinearAlgebra
import Specifications

/// Davidon, Fletcher and Powell's method, the first quasi-Newton method. ``card`` has the formula,
/// the references and what differs from them.
public struct DFP: LineSearchSettings {
  public static let card = OptimizerCard(
    name: "dfp", title: "DFP", order: .second,
    invariances: [.scale, .rotation],
    formula: "p ← −M g, x ← x + ε p, M ← M − M y yᵀ M / yᵀ M y + s sᵀ / yᵀ s",
    reference: "Davidon, Argonne report ANL-5990, 1959; Fletcher and Powell, Comput. J. 6 (1963) "
      + "163-168; Nocedal and Wright, Numerical Optimization, 2nd ed., (6.15)",
    notes: [
      "The method corrects too large eigenvalues of M⁻¹ slowly and so wants more accurate searches "
        + "than BFGS: the default of c2 is 0.1.",
      "Everything else is as in bfgs.",
      "O(n²) numbers and operations, one gradient a trial.",
    ])
  public static let parameters: [Parameter<Self>] =
    [.flag("scaling", \.isScaled, "scale M by the first step before its first update")]
    + lineSearchParameters

  public var storesMatrix: Bool { true }

  /// Whether to scale M by the first step before its first update.
  public var isScaled = true
  public var lineSearch = StepLengthRule(remainingSlope: 0.1)

  public init() {}

  public struct Method: Optimizer {
    private var quasiNewton: QuasiNewton<BroydenInverse>

    public init(_ settings: DFP, dimension: Int) {
      quasiNewton = QuasiNewton(
        BroydenInverse(dimension: dimension, isScaled: settings.isScaled, share: 1),
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
