import RealModule
import Specifications

/// Exponential decay, tenfold every r steps.
///
/// The same curve with another base is `decay`, where the forms of torch, keras and optax are;
/// `exponential(0.1,gamma=0.9)`, the name of torch, is read as that. There is no end: the rate goes
/// to 0.
public struct ExponentialSchedule: Schedule {
  public static let name = "exponential"
  public static let title = "Exponential"
  public static let formula = "η(t) = η₀ 10^(−t/r)"
  public static let reference =
    "Senior, Heigold, Ranzato and Yang, An empirical study of learning rates in deep neural "
    + "networks for speech recognition, ICASSP 2013"
  public static let parameters: [Parameter<Self>] = [
    .number("initial", \.initial, symbol: "η₀", in: .nonNegative, "rate of the first step"),
    .number("r", \.period, symbol: "r", in: .positive, "steps in which the rate drops tenfold"),
  ]

  /// η₀ ≥ 0: rate of the first step.
  public var initial = 0.1
  /// r > 0: steps in which the rate drops tenfold.
  public var period = 100.0

  public init() {}

  public var span: Double? { period }

  public func rate(at t: Int) -> Double {
    initial * .exp10(-Double(t) / period)
  }
}
