import DescentKit

/// Steps of one length in each coordinate, down the slope.
struct SignDescent: RateSettings {
  static let card = OptimizerCard(
    name: "sign-descent", title: "Sign descent", order: .first,
    formula: "θ ← θ − ε sign(g)", reference: "the test of programs outside of Descent")
  static let parameters: [Parameter<Self>] = [.learningRate]

  var learningRate: Rate = 0.1

  struct Method: UpdateRule {
    var state: RunState<SignDescent>

    init(_ settings: SignDescent, dimension: Int) {
      state = RunState(settings, dimension: dimension)
    }

    mutating func update(_ x: inout Vector, along g: inout Vector, value: Double) {
      for i in 0..<x.count where g[i] != 0 { x[i] -= g[i] > 0 ? rate : -rate }
    }
  }
}
