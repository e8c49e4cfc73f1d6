import Specifications

/// A line from κ₀ η₀ to κ₁ η₀, where it stays.
///
/// torch's `LinearLR(start_factor, end_factor, total_iters)`, defaults included; torch uses it to
/// warm up, in a sequence (our `sequence`, or `warmup` in short). keras and optax have lines
/// between two rates: `polynomial` with p = 1.
public struct LinearSchedule: Schedule {
  public static let name = "linear"
  public static let title = "Linear"
  public static let formula = "η(t) = η₀ (κ₀ + (κ₁ − κ₀) min(t/T, 1))"
  public static let reference = "as LinearLR of torch"
  public static let parameters: [Parameter<Self>] = [
    .number("initial", \.initial, symbol: "η₀", in: .nonNegative, "the rate that is scaled"),
    .number("start-factor", \.startFactor, symbol: "κ₀", in: Interval(0, 1), "factor of step 0"),
    .number("end-factor", \.endFactor, symbol: "κ₁", in: Interval(0, 1), "factor of step T"),
    .integer("steps", \.steps, symbol: "T", in: 1...(.max), "length of the line"),
  ]

  /// η₀ ≥ 0: the rate that is scaled.
  public var initial = 0.1
  /// κ₀ in [0, 1]: factor of step 0.
  public var startFactor = 1.0 / 3
  /// κ₁ in [0, 1]: factor of step T.
  public var endFactor = 1.0
  /// T ≥ 1: length of the line.
  public var steps = 5

  public init() {}

  public var span: Double? { Double(steps) }

  public func rate(at t: Int) -> Double {
    let share = min(Double(t) / Double(steps), 1)
    return initial * (startFactor + (endFactor - startFactor) * share)
  }
}
