import DescentKit

/// η(t) = η₀ 2^(−⌊t/s⌋).
struct HalvingSchedule: Schedule {
  static let name = "halving"
  static let title = "Halving"
  static let formula = "eta(t) = eta0/2^floor(t/s)"
  static let reference = "the test of programs outside of Descent"
  static let parameters: [Parameter<Self>] = [
    .number("initial", \.initial, symbol: "η₀", in: .nonNegative, "rate of the first step"),
    .integer("steps", \.steps, symbol: "s", in: 1...1_000_000, "steps at each rate"),
  ]

  var initial = 0.1
  var steps = 10

  var span: Double? { Double(4 * steps) }

  func rate(at t: Int) -> Double {
    var rate = initial
    for _ in 0..<min(t / steps, 2000) { rate /= 2 }
    return rate
  }
}
