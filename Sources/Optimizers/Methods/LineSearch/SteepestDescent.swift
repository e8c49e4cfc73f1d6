import LinearAlgebra
import Specifications

/// Steepest descent: a search along −g. ``card`` has the formula, the references and what differs
/// from them.
public struct SteepestDescent: LineSearchSettings {
  public static let card = OptimizerCard(
    name: "steepest-descent", title: "Steepest descent with a search", order: .first,
    invariances: [.scale, .rotation],
    formula: "x ← x − ε g, ε by a line search",
    reference: "Cauchy, C. R. Acad. Sci. Paris 25 (1847) 536-538; Nocedal and Wright, Numerical "
      + "Optimization, 2nd ed., sections 3.3 and 3.5",
    notes: [
      "With search=exact on a quadratic of condition κ each step takes at least the share 1 − ((κ "
        + "− 1) / (κ + 1))² off f − f*, and successive gradients are orthogonal: the zigzag that "
        + "conjugate gradients were made to avoid.",
      "The first trial of a search expects the decrease of the step before it (Nocedal and "
        + "Wright's 3.60).",
      "One gradient a trial.",
    ])
  public static let parameters: [Parameter<Self>] = lineSearchParameters

  public var lineSearch = StepLengthRule(remainingSlope: 0.3, directions: .ofAnyLength)

  public init() {}

  public struct Method: Optimizer {
    private let lineSearch: StepLengthRule
    private var track: Track

    public init(_ settings: SteepestDescent, dimension: Int) {
      lineSearch = settings.lineSearch
      track = Track(dimension: dimension, searching: lineSearch)
    }

    public var learningRate: Double { track.stepLength }

    public mutating func step<O: Oracle & ~Copyable>(
      from x: inout Vector, querying oracle: inout O
    ) throws(Halt) {
      try track.arrive(at: x, querying: &oracle)
      let direction = track.current.steepestDescent
      let found = try lineSearch.step(
        along: track.line(along: direction, trial: track.trial(along: direction)),
        querying: &oracle)
      track.move(to: found)
      x = found.sample.x
    }

    public func diagnostics(at x: Vector) -> [Diagnostic] {
      track.previous.map { [.direction($0.steepestDescent)] } ?? []
    }
  }
}
