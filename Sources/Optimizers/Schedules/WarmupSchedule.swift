import Specifications

/// Warm-up: a line from a low rate to the first rate of another schedule, which begins after it.
///
/// The clock of the schedule inside stands during the warm-up, and one that follows the loss is
/// told none of it. With η_w = 0 the first step does not move. keras's
/// `CosineDecay(initial_learning_rate, warmup_target, warmup_steps)` is
/// `warmup(cosine(target,...),steps=,from=)`, optax's `warmup_cosine_decay_schedule(init_value,
/// peak_value, warmup_steps, decay_steps, end_value)` the same with a cosine of decay_steps −
/// warmup_steps steps; torch's `LinearLR` in a `SequentialLR` has η_w = start_factor · η₀.
public struct WarmupSchedule: Schedule {
  public static let name = "warmup"
  public static let title = "Warm-up"
  public static let formula = "η_w + (η(0) − η_w) t/w for t < w, then η(t − w)"
  public static let reference = "Goyal et al. 2017, arXiv:1706.02677, section 2.2"
  public static let parameters: [Parameter<Self>] = [
    .rate("of", \.base, symbol: "η", in: .nonNegative, "the rate after the warm-up"),
    .integer("steps", \.steps, symbol: "w", in: 1...(.max), "length of the warm-up"),
    .number("from", \.start, symbol: "η_w", in: .nonNegative, "rate of the first step"),
  ]

  /// The rate after the warm-up.
  public var base: Rate = 0.1
  /// w ≥ 1: length of the warm-up.
  public var steps = 10
  /// η_w ≥ 0: rate of the first step.
  public var start = 0.0

  public init() {}

  public var followsLoss: Bool { base.schedule.followsLoss }
  public var followsValidation: Bool { base.schedule.followsValidation }
  public var span: Double? { Double(steps) + (base.schedule.span ?? Double(steps)) }

  /// The schedule inside first, without a key, then what differs from the defaults.
  public var specification: Specification { specification(around: [base.description]) }

  public func rate(at t: Int) -> Double {
    t < steps ? ramp(t, to: base.value(at: 0)) : base.value(at: t - steps)
  }

  public func tracker() -> any RateTracker {
    Tracker(settings: self, inner: base.schedule.tracker())
  }

  private func ramp(_ t: Int, to target: Double) -> Double {
    start + (target - start) * (Double(t) / Double(steps))
  }

  struct Tracker: RateTracker {
    let settings: WarmupSchedule
    var inner: any RateTracker
    private var isWarm = false

    init(settings: WarmupSchedule, inner: any RateTracker) {
      (self.settings, self.inner) = (settings, inner)
    }

    func rate(at t: Int) -> Double {
      t < settings.steps
        ? settings.ramp(t, to: inner.rate(at: 0)) : inner.rate(at: t - settings.steps)
    }

    mutating func observe(loss: Double, at t: Int) {
      isWarm = t >= settings.steps
      if isWarm { inner.observe(loss: loss, at: t - settings.steps) }
    }

    mutating func observe(validationLoss: Double) {
      if isWarm { inner.observe(validationLoss: validationLoss) }
    }
  }
}
