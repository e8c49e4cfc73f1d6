import RealModule
import Specifications

/// A rate that is lower by a factor every s steps.
///
/// torch's `StepLR(step_size, gamma)` is `every` and `gamma`; torch multiplies the rate at hand,
/// which rounds a little differently. keras and optax have it as a staircase: `decay` with
/// `staircase=true`. There is no end: the rate goes to 0.
public struct StepSchedule: Schedule {
  public static let name = "step"
  public static let title = "Step"
  public static let formula = "η(t) = η₀ γ^⌊t/s⌋"
  public static let reference = "as StepLR of torch"
  public static let parameters: [Parameter<Self>] = [
    .number("initial", \.initial, symbol: "η₀", in: .nonNegative, "rate of the first step"),
    .integer("every", \.every, symbol: "s", in: 1...(.max), "steps from one drop to the next"),
    .number("gamma", \.gamma, symbol: "γ", in: .factor, "factor of each drop"),
  ]

  /// η₀ ≥ 0: rate of the first step.
  public var initial = 0.1
  /// s ≥ 1: steps from one drop to the next.
  public var every = 30
  /// γ in (0, 1]: factor of each drop.
  public var gamma = 0.1

  public init() {}

  public var span: Double? { 2 * Double(every) }

  public func rate(at t: Int) -> Double {
    initial * .pow(gamma, Double(t / every))
  }
}
