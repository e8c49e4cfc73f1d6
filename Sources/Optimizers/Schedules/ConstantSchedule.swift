import Specifications

/// The same rate at every step.
public struct ConstantSchedule: Schedule {
  public static let name = "constant"
  public static let title = "Constant"
  public static let formula = "eta(t) = eta0"
  public static let parameters: [Parameter<Self>] = [
    .number("initial", \.initial, symbol: "η₀", in: .nonNegative, "rate")
  ]

  public var initial = 0.1

  public init() {}

  public func rate(at t: Int) -> Double { initial }
}
