import DescentKit

/// θ ← θ − ε sign(g).
struct SignDescent: GradientSettings {
  static let card = OptimizerCard(
    name: "sign-descent", title: "Sign descent", order: .first,
    formula: "theta <- theta - eps sign(g)", reference: "the test of programs outside of Descent")
  static let parameters: [Parameter<Self>] = [
    .rate("lr", \.learningRate, symbol: "ε", in: .nonNegative, "step in each coordinate")
  ]

  var learningRate: Rate = 0.1

  struct Method: GradientMethod {
    var gradient: Vector
    private var clock: RateClock
    var learningRate: Double { clock.rate }

    init(_ settings: SignDescent, dimension: Int) {
      gradient = .zeros(dimension)
      clock = RateClock(settings.learningRate)
    }

    mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      clock.advance(loss: value)
      for i in 0..<x.count where g[i] != 0 { x[i] -= g[i] > 0 ? clock.rate : -clock.rate }
    }
  }
}
