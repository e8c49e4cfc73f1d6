import LinearAlgebra
import Specifications

/// Nesterov's method of 1983 for smooth convex functions, whose momentum grows to 1.
/// ``card`` has the formula, the references and what differs from them.
public struct NesterovConvex: RateSettings {
  /// What makes the momentum begin anew; ``NesterovConvex/card`` has the rules.
  public enum Restart: String, CaseIterable, Sendable {
    /// Nothing.
    case none
    /// A rise of f(y).
    case value
    /// A step with an upward slope.
    case gradient
  }

  public static let card = OptimizerCard(
    name: "nesterov-convex", title: "Nesterov 1983", order: .first,
    invariances: [.rotation],
    formula: "y = xₖ + (tₖ − 1)/tₖ₊₁ (xₖ − xₖ₋₁), xₖ₊₁ = y − ε ∇f(y), tₖ₊₁ = (1 + √(1 + 4 tₖ²))/2",
    reference: "Nesterov, Soviet Math. Dokl. 27 (1983) 372-376; restarts: O'Donoghue and Candès, "
      + "Found. Comput. Math. 15 (2015) 715-732",
    notes: [
      "The sequence begins at t₁ = 1; with ε ≤ 1/L, L the Lipschitz constant of ∇f, f − f* falls "
        + "like 1/k².",
      "On strongly convex functions the momentum overshoots and f ripples; a restart puts t back "
        + "to 1 and drops the momentum.",
      "With restart=gradient this happens once the step has an upward slope, ∇f(y)·(xₖ₊₁ − xₖ) > "
        + "0.",
      "With restart=value it happens once f(y) has risen; the reference compares f at the "
        + "iterates, which would be a query more.",
      "There is no weight decay, which the theory wants as a part of f.",
      "A plateau schedule is told f at the point of the gradient.",
    ])
  public static let parameters: [Parameter<Self>] = [
    .rate("lr", \.learningRate, symbol: "ε", in: .nonNegative, "learning rate, at best 1/L"),
    .choice("restart", \.restart, "what makes the momentum begin anew"),
  ]

  public var learningRate: Rate = 0.01
  /// What makes the momentum begin anew.
  public var restart = Restart.none

  public init() {}

  public struct Method: UpdateRule {
    public var evaluationPointName: String? { "extrapolated y" }
    public var asksAtEvaluationPoint: Bool { true }

    public var state: RunState<NesterovConvex>
    /// xₖ − xₖ₋₁.
    var move: Vector
    /// (tₖ − 1)/tₖ₊₁.
    private var momentum = 0.0
    private var time = 1.0
    private var previousValue = Double.infinity

    public init(_ settings: NesterovConvex, dimension: Int) {
      state = RunState(settings, dimension: dimension)
      move = .zeros(dimension)
    }

    public mutating func update(_ x: inout Vector, along g: inout Vector, value: Double) {
      stepByMomentum(&x, buffer: &move, gradient: g, rate: rate, momentum: momentum)
      if wantsRestart(g, value) { time = 1 }
      let next = (1 + (1 + 4 * time * time).squareRoot()) / 2
      momentum = (time - 1) / next
      time = next
      previousValue = value
    }

    private func wantsRestart(_ g: Vector, _ value: Double) -> Bool {
      switch settings.restart {
      case .none: false
      case .value: value > previousValue
      case .gradient: g.dot(move) > 0
      }
    }

    public func evaluationPoint(from x: Vector) -> Vector {
      var point = x
      point.add(momentum, move)
      return point
    }
  }
}
