import LinearAlgebra
import Specifications

/// What implementations of quasi-Newton methods do differently around the same update of M.
///
/// What torch does differently about a whole step is in `TorchRules`.
public struct QuasiNewtonRules: Hashable, Sendable {
  /// How long the first step along −g is, before the step length is found.
  public enum FirstStep: String, CaseIterable, Sendable {
    /// First trials of searches as in `l2` whenever M is I; −g where nothing is searched.
    case auto
    /// −g.
    case full
    /// At the first iteration −g / max(1, ‖g‖₁).
    case l1
    /// At the first iteration −g / max(1, ‖g‖₂).
    case l2
    /// At the first iteration −g / ‖g‖₂.
    case unit
  }

  /// Which pairs s, y are learned from.
  public enum PairTest: String, CaseIterable, Sendable {
    /// yᵀs > 10⁻¹² ‖y‖ ‖s‖.
    case relative
    /// yᵀs > 10⁻¹⁰.
    case absolute
    /// yᵀs > 2⁻⁵² |gᵀs|, with the gradient g before the step.
    case slope
    /// yᵀs ≠ 0; M need not be positive definite.
    case none

    /// What the parameter's summary says of them, in their order.
    static let summary =
      "pairs learned from: by the angle, yᵀs > 10⁻¹⁰, yᵀs > 2·10⁻¹⁶ |gᵀs|, all"
  }

  /// What happens where no lower point is found along −M g.
  public enum Failure: String, CaseIterable, Sendable {
    /// M is forgotten and −g searched; where that fails too, the run ends.
    case restart
    /// −g is searched and M kept, which may be indefinite; where that fails too, the run ends.
    case keep
    /// The step ends where it is, and the next one tries again. A fixed step is taken even where it
    /// climbs.
    case stay
  }

  /// How long the first trial step is.
  public var firstStep = FirstStep.auto
  /// Which pairs are learned from.
  public var pairTest = PairTest.relative
  /// What follows a failed line search.
  public var failure = Failure.restart
  /// Whether y is drawn towards M⁻¹ s until yᵀs ≥ 0.2 sᵀM⁻¹s.
  public var isDamped = false

  /// The defaults.
  public init() {}

  /// Whether s, y is learned from, where the gradient was `former` before the step.
  func accept(s: Vector, y: Vector, former: Vector) -> Bool {
    let curvature = y.dot(s)
    return switch pairTest {
    case .relative: curvature > 1e-12 * y.norm * s.norm
    case .absolute: curvature > 1e-10
    case .slope: curvature > .ulpOfOne * abs(former.dot(s))
    case .none: curvature != 0
    }
  }

  /// Powell's θ y + (1 − θ) M⁻¹s, with the largest θ ≤ 1 that has yᵀs ≥ 0.2 sᵀM⁻¹s.
  ///
  /// Reference: M. J. D. Powell, in Numerical Analysis, Dundee 1977, 144–157; Nocedal and Wright,
  /// Numerical Optimization, 2nd ed., procedure 18.2.
  static func damped(_ y: Vector, s: Vector, image: Vector) -> Vector {
    let (curvature, model) = (y.dot(s), image.dot(s))
    guard curvature < 0.2 * model else { return y }
    let share = 0.8 * model / (model - curvature)
    return zip(y, image).map { share * $0 + (1 - share) * $1 }
  }

  /// What −g is divided by at the first iteration.
  func divisor(of gradient: Vector) -> Double {
    firstStep == .unit ? gradient.norm : max(1, size(of: gradient))
  }

  /// The size of g that bounds the first iteration's step.
  private func size(of gradient: Vector) -> Double {
    switch firstStep {
    case .auto, .full: 1
    case .l1: gradient.reduce(0) { $0 + abs($1) }
    case .l2, .unit: gradient.norm
    }
  }
}

extension LBFGS {
  static var ruleParameters: [Parameter<Self>] {
    [
      .choice("first-step", \.rules.firstStep, "bound of the first step along −g"),
      .choice("pair-test", \.rules.pairTest, QuasiNewtonRules.PairTest.summary),
      .choice(
        "failed-search", \.rules.failure, "search anew along −g, or stay until the next step"),
    ]
  }
}
