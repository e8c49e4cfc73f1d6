import LinearAlgebra
import Specifications

/// Barzilai and Borwein's method: gradient descent whose rate is the multiple of the identity that
/// suits the latest step best as an inverse Hessian. ``card`` has the formula, the references and
/// what differs from them.
public struct BarzilaiBorwein: OptimizerSettings {
  /// What the step length is.
  public enum Length: String, CaseIterable, Sendable {
    /// sᵀs / sᵀy.
    case long
    /// sᵀy / yᵀy.
    case short
    /// Both in turn.
    case alternating
  }

  public static let card = OptimizerCard(
    name: "bb", title: "Barzilai-Borwein", order: .first,
    invariances: [.scale, .rotation],
    formula: "x ← x − ε g, ε = sᵀ s / sᵀ y or sᵀ y / yᵀ y",
    reference: "Barzilai and Borwein, IMA J. Numer. Anal. 8 (1988) 141-148; safeguard: Raydan, "
      + "SIAM J. Optim. 7 (1997) 26-33; alternation: Dai and Fletcher, Numer. Math. 100 (2005) "
      + "21-47; ‖s‖ / ‖y‖: Dai, Al-Baali and Yang, in Numerical Analysis and Optimization, "
      + "Springer 2015, 59-75",
    notes: [
      "With s the latest step and y the change of the gradient along it, step=alternating takes "
        + "the long rate sᵀs / sᵀy first.",
      "Where sᵀy ≤ 0 the rate is ‖s‖ / ‖y‖, the geometric mean of both quotients in size; where "
        + "that is 0 or not finite, the step is as long as the one before. The first step is of "
        + "length 1.",
      "The method as published takes every step (safeguard=false), which converges on convex "
        + "quadratics; the safeguard is Raydan's. With both f may rise for a while.",
      "One gradient a trial.",
    ])
  public static let aliases: [Alias<Self>] = [Alias("barzilai-borwein", title: "Barzilai-Borwein")]
  public static let parameters: [Parameter<Self>] = [
    .choice("step", \.length, "sᵀs / sᵀy, sᵀy / yᵀy, or both in turn"),
    .flag("safeguard", \.isSafeguarded, "shorten steps that f does not bear"),
    .sufficientDecrease(
      \.lineSearch.constants.sufficientDecrease,
      "safeguard: share of the promised decrease that is enough"),
    .window(
      \.lineSearch.constants.window,
      "safeguard: how many of the latest values bound the next"
    ).searched(.linear(1...30)),
    .contraction(
      \.lineSearch.constants.contraction,
      "safeguard: what a step too long is multiplied by"),
  ]

  /// The step length: sᵀs / sᵀy, sᵀy / yᵀy, or both in turn.
  public var length = Length.long
  /// Whether to shorten steps that f does not bear.
  public var isSafeguarded = true
  var lineSearch = StepLengthRule(remainingSlope: 1)

  public init() {
    lineSearch.search = NonMonotoneSearch()
  }

  public struct Method: Optimizer {
    private let settings: BarzilaiBorwein
    private var track: Track

    public init(_ settings: BarzilaiBorwein, dimension: Int) {
      self.settings = settings
      track = Track(dimension: dimension, searching: settings.lineSearch)
    }

    public var learningRate: Double { track.stepLength }

    public mutating func step<O: Oracle & ~Copyable>(
      from x: inout Vector, querying oracle: inout O
    ) throws(Halt) {
      try track.arrive(at: x, querying: &oracle)
      let trial = length
      let direction = track.current.steepestDescent
      let found: LineStep
      if settings.isSafeguarded {
        found = try settings.lineSearch.step(
          along: track.line(along: direction, trial: trial), querying: &oracle)
      } else {
        let probe = try LineProbe(from: track.current, along: direction)
        found = LineStep(
          length: trial, sample: probe.start.moved(trial, along: direction))
      }
      track.move(to: found)
      x = found.sample.x
    }

    /// −g, where a search may have shortened the step along it.
    public func diagnostics(at x: Vector) -> [Diagnostic] {
      guard settings.isSafeguarded, let start = track.previous else { return [] }
      return [.direction(start.steepestDescent)]
    }

    /// ε after the latest step.
    private var length: Double {
      track.visible(track.pair.map(quotient) ?? .nan, along: track.current.steepestDescent)
    }

    /// The quotient of s and y that the settings ask for; ‖s‖ / ‖y‖ where sᵀy ≤ 0.
    private func quotient(s: Vector, y: Vector) -> Double {
      let curvature = s.dot(y)
      guard curvature > 0 else { return s.norm / y.norm }
      let isLong =
        settings.length == .long
        || (settings.length == .alternating && !track.stepCount.isMultiple(of: 2))
      return isLong ? s.dot(s) / curvature : curvature / y.dot(y)
    }
  }
}
