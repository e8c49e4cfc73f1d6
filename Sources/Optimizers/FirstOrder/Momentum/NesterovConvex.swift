import LinearAlgebra
import Specifications

/// Nesterov's method of 1983 for smooth convex functions, whose momentum grows to 1:
/// tₖ₊₁ = (1 + √(1 + 4tₖ²))/2, y = x + (tₖ − 1)/tₖ₊₁ (xₖ − xₖ₋₁), xₖ₊₁ = y − ε∇f(y), from t₁ = 1.
///
/// With ε ≤ 1/L, L the Lipschitz constant of ∇f, f − f* falls like 1/k². On strongly convex
/// functions the momentum overshoots and f ripples; a restart puts t back to 1 and drops the
/// momentum: with `gradient` once the step has an upward slope, ∇f(y)·(xₖ₊₁ − xₖ) > 0, with
/// `value` once f(y) has risen (the reference compares f(x), which would be a query more).
/// There is no weight decay: the theory wants it as a part of f.
/// A `plateau` schedule is told f at the point of the gradient.
///
/// Reference: Y. Nesterov, "A method for solving the convex programming problem with convergence
/// rate O(1/k²)", 1983; restarts: B. O'Donoghue and E. Candès, "Adaptive Restart for Accelerated
/// Gradient Schemes", Foundations of Computational Mathematics 15, 2015.
public struct NesterovConvex: GradientSettings {
  public enum Restart: String, CaseIterable, Sendable {
    case none, value, gradient
  }

  public static let card = OptimizerCard(
    name: "nesterov-convex", title: "Nesterov 1983", order: .first,
    invariances: [.rotation],
    formula: "y = x_k + (t_k - 1)/t_(k+1) (x_k - x_(k-1)), x_(k+1) = y - eps grad f(y), "
      + "t_(k+1) = (1 + sqrt(1 + 4 t_k^2))/2",
    reference: "Nesterov, Soviet Math. Dokl. 27 (1983) 372-376; restarts: O'Donoghue and "
      + "Candes, Found. Comput. Math. 15 (2015) 715-732",
    notes: [
      "The restart by value compares f at the points of the gradients; the reference compares "
        + "f at the iterates, which would be a query more.",
      "There is no weight decay, which the theory wants as a part of f.",
      "A plateau schedule is told f at the point of the gradient.",
    ])
  public static let parameters: [Parameter<Self>] = [
    .rate("lr", \.learningRate, symbol: "ε", in: .nonNegative, "learning rate, at best 1/L"),
    .choice("restart", \.restart, "what makes the momentum begin anew"),
  ]

  public var learningRate: Rate = 0.01
  public var restart = Restart.none

  public init() {}

  public init(learningRate: Rate, restart: Restart = .none) {
    self.learningRate = learningRate
    self.restart = restart
  }

  public struct Method: GradientMethod {
    public var evaluationPointName: String? { "extrapolated y" }
    public var asksAtEvaluationPoint: Bool { true }

    let settings: NesterovConvex
    public var gradient: Vector
    /// xₖ − xₖ₋₁.
    var move: Vector
    /// (tₖ − 1)/tₖ₊₁.
    private var momentum = 0.0
    private var time = 1.0
    private var previousValue = Double.infinity
    private var clock: RateClock

    public var learningRate: Double { clock.rate }

    public init(_ settings: NesterovConvex, dimension: Int) {
      self.settings = settings
      gradient = .zeros(dimension)
      move = .zeros(dimension)
      clock = RateClock(settings.learningRate)
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      clock.advance(loss: value)
      roll(&x, buffer: &move, gradient: g, rate: clock.rate, momentum: momentum)
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
