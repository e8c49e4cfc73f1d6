import LinearAlgebra
import Specifications

/// Distance over gradients, a rate that needs no tuning: θ ← θ − ε η g, η = r̄/√(G + δ), where r̄ is
/// the largest distance from the start so far, at least r_ε, and G the sum of all ‖g‖².
///
/// r_ε = `relative-start` · (1 + ‖x₀‖). From that tiny length the distance grows by itself, in as
/// many steps as its doublings take. ε multiplies the whole and should stay 1. The authors
/// advise to average the iterates, which is not part of this method. Zero gradients with δ = 0
/// do not move.
///
/// Reference: M. Ivgi, O. Hinder and Y. Carmon, "DoG is SGD's Best Friend: A Parameter-Free Dynamic
/// Step Size Schedule", 2023, arXiv:2302.12022.
public struct DoG: GradientSettings {
  public static let card = OptimizerCard(
    name: "dog", title: "DoG", order: .first,
    formula: "theta <- theta - eps eta g, eta = max |x_k - x_0| / sqrt(sum |g_k|^2 + delta)",
    reference: "Ivgi, Hinder and Carmon 2023, arXiv:2302.12022")
  public static let parameters: [Parameter<Self>] = [
    .rate("lr", \.learningRate, symbol: "ε", in: .nonNegative, "multiplies the rate"),
    .number(
      "relative-start", \.relativeStart, symbol: "r_ε", in: .positive,
      "first distance, in units of 1 + |x_0|"),
    .number("epsilon", \.epsilon, symbol: "δ", in: .nonNegative, "added to the sum of squares"),
  ]

  public var learningRate: Rate = 1
  public var relativeStart = 1e-6
  public var epsilon = 1e-8

  public init() {}

  public struct Method: GradientMethod {
    let settings: DoG
    public var gradient: Vector
    /// x₀; empty before the first step.
    var start: Vector = []
    private var farthest = 0.0
    private var squares = 0.0
    private var clock: RateClock
    public private(set) var learningRate = Double.nan

    public init(_ settings: DoG, dimension: Int) {
      self.settings = settings
      gradient = .zeros(dimension)
      clock = RateClock(settings.learningRate)
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      clock.advance(loss: value)
      if start.isEmpty {
        start = x
        farthest = settings.relativeStart * (1 + x.norm)
      }
      farthest = max(farthest, distance(start, x))
      squares += g.dot(g)
      let rate = farthest / (squares + settings.epsilon).squareRoot()
      learningRate = squares > 0 ? clock.rate * rate : 0
      x.add(-learningRate, g)
    }
  }
}
