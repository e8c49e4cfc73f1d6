import Specifications

/// The same rate at every step, at first scaled.
///
/// torch's `ConstantLR(factor, total_iters)` is `factor` and `steps`, there 1/3 and 5; with our
/// defaults nothing is scaled, which is optax's `constant_schedule`. After T steps the rate is η₀
/// for ever.
public struct ConstantSchedule: Schedule {
  public static let name = "constant"
  public static let title = "Constant"
  public static let formula = "η(t) = η₀; κ η₀ for t < T"
  public static let reference = "as ConstantLR of torch"
  public static let parameters: [Parameter<Self>] = [
    .number("initial", \.initial, symbol: "η₀", in: .nonNegative, "rate"),
    .number("factor", \.factor, symbol: "κ", in: Interval(0, 1), "scales the first steps"),
    .integer("steps", \.steps, symbol: "T", in: 0...(.max), "number of steps that are scaled"),
  ]

  /// η₀ ≥ 0: rate.
  public var initial = 0.1
  /// κ in [0, 1]: scales the first steps.
  public var factor = 1.0
  /// T ≥ 0: number of steps that are scaled.
  public var steps = 0

  public init() {}

  /// η₀ = `initial`, ≥ 0, at every step.
  public init(_ initial: Double) {
    self.initial = initial
  }

  public var span: Double? { steps > 0 ? Double(steps) : nil }

  public func rate(at t: Int) -> Double {
    t < steps ? initial * factor : initial
  }
}
