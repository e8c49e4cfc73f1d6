import LinearAlgebra
import Specifications

/// Sharpness-aware minimization: the method inside descends along the gradient at the worst point
/// near by, ∇f(x + ρ g/‖g‖) with g = ∇f(x).
///
/// ρ is the radius of the neighbourhood in the units of x. A step asks for two gradients wherever
/// the method inside asks for one; the value it is given is f(x). Flat minima are preferred to
/// sharp ones, and the iterate comes to rest no nearer to a minimizer than about ρ. A gradient that
/// is zero or not finite names no direction and is passed on as it is.
///
/// Reference: P. Foret, A. Kleiner, H. Mobahi and B. Neyshabur, "Sharpness-Aware Minimization for
/// Efficiently Improving Generalization", 2021, arXiv:2010.01412, algorithm 1.
public struct SAM: OptimizerWrapper {
  public static let card = OptimizerCard(
    name: "sam", title: "Sharpness-aware minimization", order: .first,
    invariances: [.rotation],
    formula: "g = grad f(x), then the step of the method inside along grad f(x + rho g/|g|)",
    reference: "Foret, Kleiner, Mobahi and Neyshabur 2021, arXiv:2010.01412, algorithm 1",
    notes: [
      "A step asks for two gradients, and the value that the method inside is given is f(x).",
      "A gradient that is zero or not finite names no direction and is passed on as it is.",
    ])
  public static let parameters: [Parameter<Self>] = [
    .base,
    .number("rho", \.radius, symbol: "ρ", in: .nonNegative, "radius of the neighbourhood"),
  ]

  public var base: any GradientSettings = SGD()
  public var radius = 0.05

  public init() {}

  public init(_ base: any GradientSettings, radius: Double = 0.05) {
    self.base = base
    self.radius = radius
  }

  public struct Method: WrapperMethod {
    public var base: any GradientMethod
    private var ascent: Ascent

    public init(_ settings: SAM, dimension: Int) {
      base = settings.base.makeMethod(dimension: dimension)
      ascent = Ascent(radius: settings.radius, point: .zeros(dimension))
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
private struct Ascent: GradientChange {
  let radius: Double
  /// Room for x + ρ g/‖g‖.
  var point: Vector

  mutating func gradient<O: Oracle & ~Copyable>(
    of oracle: inout O, at x: borrowing Vector, into g: inout Vector
  ) throws(Halt) -> Double {
    let value = try oracle.gradient(at: x, into: &g)
    let size = g.norm
    guard size > 0, size.isFinite else { return value }
    for i in 0..<g.count { point[i] = x[i] + radius * (g[i] / size) }
    _ = try oracle.gradient(at: point, into: &g)
    return value
  }
}
