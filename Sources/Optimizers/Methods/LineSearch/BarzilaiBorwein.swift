import LinearAlgebra
import Specifications

/// Barzilai and Borwein's method: θ ← θ − ε g, where ε I is the multiple of the identity that suits
/// the latest step best as an inverse Hessian.
///
/// With the step s and the change y of the gradient before, `long` is ε = sᵀs / sᵀy, `short` is ε =
/// sᵀy / yᵀy, and `alternating` takes them in turn, the long one first. f may rise for a while:
/// with `safeguard` ε is halved until f lies below the largest of the last `window` values by the
/// share c₁ of what the slope promises (Raydan's global method); without it every step is taken,
/// which converges on convex quadratics. Where sᵀy ≤ 0, ε is ‖s‖ / ‖y‖, the geometric mean of both
/// quotients in size, and where that is 0 or not finite, the step is as long as the one before; the
/// first is of length 1. No number here has the units of f, so that c·f gives the same iterates.
///
/// References: J. Barzilai and J. M. Borwein, IMA J. Numer. Anal. 8 (1988) 141–148; M. Raydan, SIAM
/// J. Optim. 7 (1997) 26–33; Y. H. Dai and R. Fletcher, Numer. Math. 100 (2005) 21–47
/// (alternation); Y. H. Dai, M. Al-Baali and X. Yang, in Numerical Analysis and Optimization,
/// Springer 2015, 59–75 (‖s‖ / ‖y‖). One gradient a trial.
public struct BarzilaiBorwein: OptimizerSettings {
  public enum Length: String, CaseIterable, Sendable {
    case long
    case short
    case alternating
  }

  public static let card = OptimizerCard(
    name: "bb", title: "Barzilai-Borwein", order: .first,
    invariances: [.scale, .rotation],
    formula: "x ← x − ε g, ε = sᵀ s / sᵀ y or sᵀ y / yᵀ y",
    reference: "Barzilai and Borwein, IMA J. Numer. Anal. 8 (1988) 141-148; safeguard: Raydan, "
      + "SIAM J. Optim. 7 (1997) 26-33",
    notes: [
      "Where s^T y is not positive the rate is |s| / |y|; the first step is of length 1.",
      "The method as published takes every step (safeguard=false); the safeguard is Raydan's.",
    ])
  public static let aliases: [Alias<Self>] = [Alias("barzilai-borwein")]
  public static let parameters: [Parameter<Self>] = [
    .choice("step", \.length, "s^T s / s^T y, s^T y / y^T y, or both in turn"),
    .flag("safeguard", \.isSafeguarded, "shorten steps that f does not bear"),
    .sufficientDecrease(
      \.lineSearch.constants.sufficientDecrease,
      "safeguard: share of the promised decrease that is enough"),
    .window(
      \.lineSearch.constants.window,
      "safeguard: how many of the latest values bound the next"),
    .contraction(
      \.lineSearch.constants.contraction,
      "safeguard: what a step too long is multiplied by"),
  ]

  public var length = Length.long
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
    public func exhibits(at x: Vector) -> [Exhibit] {
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
