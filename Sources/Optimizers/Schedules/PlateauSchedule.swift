import Specifications

/// Performance scheduling: a rate that drops whenever f has not improved for a while.
///
/// A loss is an improvement where it lies below the best so far by the threshold: f < f_best − δ
/// |f_best| with `threshold-mode=rel`, f < f_best − δ with `abs`. Other losses, NaN among them, are
/// bad; P + 1 bad ones in a row lower the rate. The C losses after that are not counted as bad.
/// Changes of ε or less are not made.
///
/// The rule and its defaults are those of torch's `ReduceLROnPlateau(factor, patience, threshold,
/// threshold_mode, cooldown, min_lr, eps)`, told the loss after each step; but for the modulus,
/// without which a negative loss that stands still is an improvement at every step. The loss is f
/// where the method asked for its gradient: with `nesterov`, `nesterov-convex` and the
/// schedule-free methods at their evaluation point, not at the iterate. keras's callback of that
/// name counts P bad losses and one fewer after a drop: set `patience` and `cooldown` (if not 0)
/// one lower, `threshold-mode=abs` and `epsilon=0`. optax's `reduce_on_plateau` counts P as well:
/// `patience` one lower and `epsilon=0`, and what it does at a step is done here at the next.
public struct PlateauSchedule: Schedule {
  /// Whether the least improvement is a share of the best loss, or a number.
  public enum ThresholdMode: String, CaseIterable, Sendable {
    /// A share.
    case rel
    /// A number.
    case abs
  }

  /// Which losses say whether f improves.
  public enum Source: String, CaseIterable, Sendable {
    /// f of each step, over data that of its minibatch.
    case step
    /// The validation loss at each recorded entry, from the start on, as where a training loop
    /// tells torch's schedule that of an epoch. Which steps are recorded is part of the setting:
    /// P counts entries, and a run that records more of them lowers its rate sooner.
    case validation
  }

  public static let name = "plateau"
  public static let title = "Plateau"
  public static let formula = "η ← max(η_min, κ η) after P + 1 bad losses"
  public static let reference =
    "Senior, Heigold, Ranzato and Yang, An empirical study of learning rates in deep neural "
    + "networks for speech recognition, ICASSP 2013; rule: ReduceLROnPlateau of torch"
  public static let parameters: [Parameter<Self>] = [
    .number("initial", \.initial, symbol: "η₀", in: .nonNegative, "rate of the first step"),
    .number("factor", \.factor, symbol: "κ", in: .decay, "factor of each drop"),
    .integer("patience", \.patience, symbol: "P", in: 0...(.max), "bad losses that are borne"),
    .number("threshold", \.threshold, symbol: "δ", in: .nonNegative, "least improvement"),
    .choice("threshold-mode", \.thresholdMode, "the threshold is relative or absolute"),
    .integer(
      "cooldown", \.cooldown, symbol: "C", in: 0...(.max), "losses not counted after a drop"),
    .number("minimum", \.minimum, symbol: "η_min", in: .nonNegative, "the lowest rate"),
    .choice(
      "loss", \.source,
      "which losses are followed: f of each step, or the validation loss at recorded entries, so "
        + "that which steps are recorded is part of the setting"),
    .number("epsilon", \.epsilon, symbol: "ε", in: .nonNegative, "smaller drops are not made"),
  ]

  /// η₀ ≥ 0: rate of the first step.
  public var initial = 0.1
  /// κ in [0, 1): factor of each drop.
  public var factor = 0.1
  /// P ≥ 0: bad losses that are borne.
  public var patience = 10
  /// δ ≥ 0: least improvement.
  public var threshold = 1e-4
  /// Whether the threshold is relative or absolute.
  public var thresholdMode = ThresholdMode.rel
  /// C ≥ 0: losses not counted after a drop.
  public var cooldown = 0
  /// η_min ≥ 0: the lowest rate.
  public var minimum = 0.0
  /// Which losses are followed.
  public var source = Source.step
  /// ε ≥ 0: smaller drops are not made.
  public var epsilon = 1e-8

  public init() {}

  public mutating func resolve() throws(SpecificationError) {
    guard thresholdMode == .rel, threshold >= 1 else { return }
    throw SpecificationError(
      "plateau: no loss improves by threshold=\(NumberText.short(threshold)); expected less than "
        + "1, or threshold-mode=abs")
  }

  public var followsLoss: Bool { true }
  public var followsValidation: Bool { source == .validation }
  public var span: Double? { 2 * (Double(patience) + 1 + Double(cooldown)) }

  public func rate(at t: Int) -> Double { initial }

  public func tracker() -> any RateTracker { Tracker(settings: self, rate: initial) }

  struct Tracker: RateTracker {
    let settings: PlateauSchedule
    var rate: Double
    private var best = Double.infinity
    private var badLosses = 0
    private var cooling = 0

    init(settings: PlateauSchedule, rate: Double) {
      self.settings = settings
      self.rate = rate
    }

    func rate(at t: Int) -> Double { rate }

    mutating func observe(loss: Double, at t: Int) {
      if settings.source == .step { judge(loss) }
    }

    mutating func observe(validationLoss: Double) {
      if settings.source == .validation { judge(validationLoss) }
    }

    private mutating func judge(_ loss: Double) {
      if loss < bound {
        best = loss
        badLosses = 0
      } else {
        badLosses += 1
      }
      if cooling > 0 {
        cooling -= 1
        badLosses = 0
      }
      guard badLosses > settings.patience else { return }
      lower()
      cooling = settings.cooldown
      badLosses = 0
    }

    /// What an improvement lies below.
    private var bound: Double {
      switch settings.thresholdMode {
      case .rel: best * (best < 0 ? 1 + settings.threshold : 1 - settings.threshold)
      case .abs: best - settings.threshold
      }
    }

    private mutating func lower() {
      let lower = max(rate * settings.factor, settings.minimum)
      if rate - lower > settings.epsilon { rate = lower }
    }
  }
}
