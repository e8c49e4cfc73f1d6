import RealModule
import Specifications

/// Exponential decay from step b on, and η₀ before.
///
/// torch's `ExponentialLR(gamma)` has s = 1, our default. keras's `ExponentialDecay(decay_steps,
/// decay_rate, staircase)` is `steps`, `gamma` and `staircase`, which rounds the exponent down;
/// optax's `exponential_decay` adds `transition_begin`, our `begin`, and `end_value`, our `end`. A
/// γ above 1 is refused: a rate without bound has no value late in a run. There is no end but
/// `end`.
public struct DecaySchedule: Schedule {
  public static let name = "decay"
  public static let title = "Exponential decay"
  public static let formula = "η(t) = max(end, η₀ γ^((t − b)/s)) for t > b"
  public static let reference = "as ExponentialLR of torch, ExponentialDecay of keras"
  public static let parameters: [Parameter<Self>] = [
    .number("initial", \.initial, symbol: "η₀", in: .nonNegative, "rate of the first step"),
    .number("gamma", \.gamma, symbol: "γ", in: .factor, "factor of s steps"),
    .number("steps", \.steps, symbol: "s", in: .positive, "steps in which the factor is γ"),
    .flag("staircase", \.isStaircase, "in steps of s, not at every step"),
    .integer("begin", \.begin, symbol: "b", in: 0...(.max), "the step after which it falls"),
    .number("end", \.end, in: .nonNegative, "where falling stops; at most initial"),
  ]

  /// η₀ ≥ 0: rate of the first step.
  public var initial = 0.1
  /// γ in (0, 1]: factor of s steps.
  public var gamma = 0.95
  /// s > 0: steps in which the factor is γ.
  public var steps = 1.0
  /// Whether the rate falls in steps of s, not at every step.
  public var isStaircase = false
  /// b ≥ 0: the step after which it falls.
  public var begin = 0
  /// Where falling stops, ≥ 0; at most the first rate.
  public var end = 0.0

  public init() {}

  public mutating func resolve() throws(SpecificationError) {
    guard end > initial else { return }
    throw SpecificationError(
      "decay: end=\(NumberText.short(end)) lies above initial=\(NumberText.short(initial)); "
        + "expected at most that")
  }

  /// To the first drop by ten.
  public var span: Double? {
    gamma < 1 ? Double(begin) - steps / .log10(gamma) : nil
  }

  public func rate(at t: Int) -> Double {
    guard t > begin else { return initial }
    let share = Double(t - begin) / steps
    return max(initial * .pow(gamma, isStaircase ? share.rounded(.down) : share), end)
  }
}
