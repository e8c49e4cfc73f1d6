import RealModule
import Specifications

/// A rate that falls like a power of the time: with c = 1 it halves in r steps, then falls like
/// 1/t.
///
/// With c = 1 it is `inverse-time`, where keras's form is. There is no end: the rate goes to 0.
public struct PowerSchedule: Schedule {
  public static let name = "power"
  public static let title = "Power"
  public static let formula = "η(t) = η₀ (1 + t/r)⁻ᶜ"
  public static let reference =
    "Senior, Heigold, Ranzato and Yang, An empirical study of learning rates in deep neural "
    + "networks for speech recognition, ICASSP 2013"
  public static let parameters: [Parameter<Self>] = [
    .number("initial", \.initial, symbol: "η₀", in: .nonNegative, "rate of the first step"),
    .number("r", \.scale, symbol: "r", in: .positive, "time scale, in steps"),
    .number("c", \.exponent, symbol: "c", in: .nonNegative, "exponent"),
  ]

  /// η₀ ≥ 0: rate of the first step.
  public var initial = 0.1
  /// r > 0: time scale, in steps.
  public var scale = 20.0
  /// c ≥ 0: exponent.
  public var exponent = 1.0

  public init() {}

  public var span: Double? { 2 * scale }

  public func rate(at t: Int) -> Double {
    initial * .pow(1 + Double(t) / scale, -exponent)
  }
}
