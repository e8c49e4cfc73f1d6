import Specifications

/// A rate that falls like 1/t.
///
/// keras's `InverseTimeDecay(decay_steps, decay_rate, staircase)` is `steps`, `decay` and
/// `staircase`, which rounds t/s down; torch and optax have it as a formula of one's own
/// (`LambdaLR`). The `decay` of keras's old optimizers is k with s = 1. There is no end: the rate
/// goes to 0.
public struct InverseTimeSchedule: Schedule {
  public static let name = "inverse-time"
  public static let title = "Inverse time"
  public static let formula = "η(t) = η₀ / (1 + k t/s)"
  public static let reference =
    "Robbins and Monro, A Stochastic Approximation Method, 1951; InverseTimeDecay of keras"
  public static let parameters: [Parameter<Self>] = [
    .number("initial", \.initial, symbol: "η₀", in: .nonNegative, "rate of the first step"),
    .number("decay", \.decay, symbol: "k", in: .positive, "decay in s steps"),
    .number("steps", \.steps, symbol: "s", in: .positive, "time scale, in steps"),
    .flag("staircase", \.isStaircase, "in steps of s, not at every step"),
  ]

  /// η₀ ≥ 0: rate of the first step.
  public var initial = 0.1
  /// k > 0: decay in s steps.
  public var decay = 1.0
  /// s > 0: time scale, in steps.
  public var steps = 20.0
  /// Whether the rate falls in steps of s, not at every step.
  public var isStaircase = false

  public init() {}

  public var span: Double? { 2 * steps / decay }

  public func rate(at t: Int) -> Double {
    let share = Double(t) / steps
    return initial / (1 + decay * (isStaircase ? share.rounded(.down) : share))
  }
}
