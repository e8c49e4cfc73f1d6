import LinearAlgebra
import Specifications

/// A method whose gradients are clipped, by component or by norm.
/// ``card`` has the formula, the references and what differs from them.
public struct Clip: OptimizerWrapper {
  public static let card = OptimizerCard(
    name: "clip", title: "Clipped gradients", order: .first,
    invariances: [.rotation],
    formula: "g ← g min(1, c/‖g‖), or each gᵢ to [−v, v]; then the step of the method inside",
    reference: "Pascanu, Mikolov and Bengio 2013, arXiv:1211.5063, algorithm 1 (by norm)",
    notes: [
      "Both bounds are infinite unless set, as in clip(sgd,norm=1) or clip(sgd,value=1); where "
        + "both are set, components are clipped before the norm.",
      "Clipping by norm keeps the direction.",
      "Every gradient that the method inside asks for is clipped.",
      "An infinite component has no direction to keep: clipped by norm it becomes NaN, and the run "
        + "diverges; clipped by value it becomes v.",
    ])
  public static let parameters: [Parameter<Self>] = [
    .base,
    .number(
      "norm", \.norm, symbol: "c", in: Interval(0, .infinity, openBelow: true), "largest ‖g‖"
    ).searched(.logarithmic(0.01...1000, besides: "without it nothing is clipped")),
    .number(
      "value", \.value, symbol: "v", in: Interval(0, .infinity, openBelow: true), "largest |gᵢ|"),
  ]

  public var base: any GradientSettings = SGD()
  /// c > 0, may be ∞: largest ‖g‖.
  public var norm = Double.infinity
  /// v > 0, may be ∞: largest |gᵢ|.
  public var value = Double.infinity

  public init() {}

  /// Clips the gradients of `base` to c = `norm` and v = `value`, > 0.
  public init(_ base: any GradientSettings, norm: Double = .infinity, value: Double = .infinity) {
    self.base = base
    self.norm = norm
    self.value = value
  }

  public struct Method: WrapperMethod {
    public var base: any GradientMethod
    private var clipping: Clipping

    public init(_ settings: Clip, dimension: Int) {
      base = settings.base.makeMethod(dimension: dimension)
      clipping = Clipping(norm: settings.norm, value: settings.value)
    }

    public mutating func step<O: Oracle & ~Copyable>(
      from x: inout Vector, querying oracle: inout O
    ) throws(Halt) {
      try clipping.step(of: &base, from: &x, querying: &oracle)
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      clipping.clip(&g)
      base.descend(&x, along: &g, value: value)
    }
  }
}

/// Clips every gradient that is asked for.
private struct Clipping: Forwarding {
  let norm: Double
  let value: Double

  func gradient<O: Oracle & ~Copyable>(
    of oracle: inout O, at x: borrowing Vector, into g: inout Vector
  ) throws(Halt) -> Double {
    let f = try oracle.gradient(at: x, into: &g)
    clip(&g)
    return f
  }

  func clip(_ g: inout Vector) {
    if value < .infinity { clipComponents(&g) }
    guard norm < .infinity else { return }
    let size = g.norm
    if size > norm { g.scale(by: norm / size) }
  }

  private func clipComponents(_ g: inout Vector) {
    for i in g.indices where abs(g[i]) > value { g[i] = g[i] < 0 ? -value : value }
  }
}
