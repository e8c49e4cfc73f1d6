import RealModule
import Specifications

/// η(t) = η₀ · 10^(−t/r): ten times lower every r steps.
public struct ExponentialSchedule: Schedule {
  public static let name = "exponential"
  public static let title = "Exponential"
  public static let formula = "eta(t) = eta0 10^(-t/r)"
  public static let parameters: [Parameter<Self>] = [
    .number("initial", \.initial, symbol: "η₀", in: .nonNegative, "rate of the first step"),
    .number("r", \.period, symbol: "r", in: .positive, "steps in which the rate drops tenfold"),
  ]

  public var initial = 0.1
  public var period = 100.0

  public init() {}

  public func rate(at t: Int) -> Double {
    initial * .exp10(-Double(t) / period)
  }
}
