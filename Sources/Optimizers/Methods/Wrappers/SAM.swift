import LinearAlgebra
import Specifications

/// Sharpness-aware minimization: the method inside descends along the gradient at the worst point
/// near by.
/// ``card`` has the formula, the references and what differs from them.
public struct SAM: OptimizerWrapper {
  public static let card = OptimizerCard(
    name: "sam", title: "Sharpness-aware minimization", order: .first,
    invariances: [.rotation],
    formula: "g = ∇f(x), then the step of the method inside along ∇f(x + ρ g/‖g‖)",
    reference: "Foret, Kleiner, Mobahi and Neyshabur 2021, arXiv:2010.01412, algorithm 1; "
      + "adaptive: Kwon, Kim, Park and Choi 2021, arXiv:2102.11600, algorithm 1",
    notes: [
      "A step asks for two gradients wherever the method inside asks for one; the value that it is "
        + "given is f(x).",
      "Flat minima are preferred to sharp ones, and the iterate comes to rest no nearer to a "
        + "minimizer than about ρ.",
      "A gradient that is zero or not finite names no direction and is passed on as it is.",
      "With adaptive the point is x + ρ x² ⊗ g/‖x ⊗ g‖, and the unit of a variable does not "
        + "matter.",
    ])
  public static let parameters: [Parameter<Self>] = [
    .base,
    .number("rho", \.radius, symbol: "ρ", in: .nonNegative, "radius of the neighbourhood").searched(
      .logarithmic(1e-4...1)),
    .flag("adaptive", \.isAdaptive, "measure the radius by the size of each variable"),
  ]

  public var base: any GradientSettings = SGD()
  /// ρ, in the units of x.
  public var radius = 0.05
  /// Whether to measure the radius by the size of each variable.
  public var isAdaptive = false

  public init() {}

  /// `base` with gradients from a step of ρ = `radius` ≥ 0 uphill.
  public init(_ base: any GradientSettings, radius: Double = 0.05) {
    self.base = base
    self.radius = radius
  }

  public struct Method: WrapperMethod {
    public var base: any GradientMethod
    private var ascent: Ascent

    public init(_ settings: SAM, dimension: Int) {
      base = settings.base.makeMethod(dimension: dimension)
      ascent = Ascent(
        radius: settings.radius, isAdaptive: settings.isAdaptive, point: .zeros(dimension))
    }

    public mutating func step<O: Oracle & ~Copyable>(
      from x: inout Vector, querying oracle: inout O
    ) throws(Halt) {
      try ascent.step(of: &base, from: &x, querying: &oracle)
    }

    /// Given the gradient at the worst point.
    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      base.descend(&x, along: &g, value: value)
    }
  }
}

/// Asks for the gradient where f is highest near by, to first order.
private struct Ascent: Forwarding {
  let radius: Double
  /// Whether the gradient is measured and followed by the size of each variable.
  let isAdaptive: Bool
  /// Room for x + ρ g/‖g‖.
  var point: Vector

  mutating func gradient<O: Oracle & ~Copyable>(
    of oracle: inout O, at x: borrowing Vector, into g: inout Vector
  ) throws(Halt) -> Double {
    let value = try oracle.gradient(at: x, into: &g)
    // x ⊗ g, or g.
    for i in 0..<g.count { point[i] = isAdaptive ? x[i] * g[i] : g[i] }
    let size = point.norm
    guard size > 0, size.isFinite else { return value }
    for i in 0..<g.count {
      let share = point[i] / size
      point[i] = x[i] + radius * (isAdaptive ? x[i] * share : share)
    }
    _ = try oracle.gradient(at: point, into: &g)
    return value
  }
}
