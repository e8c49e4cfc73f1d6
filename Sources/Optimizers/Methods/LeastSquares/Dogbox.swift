import LinearAlgebra
import Specifications

/// Powell's dogleg for sums of squares in a box. ``card`` has the formula, the references and what
/// differs from them.
public struct Dogbox: OptimizerSettings {
  public static let card = OptimizerCard(
    name: "dogbox", title: "Dogleg in a box", order: .second,
    invariances: [.scale],
    formula: "x ← x + p, p = dogleg for ‖J p + r‖ in max |D p|ᵢ ≤ Δ, f = rᵀ r",
    reference: "Voglis and Lagaris, A rectangular trust region dogleg approach for unconstrained "
      + "and bound constrained nonlinear optimization, WSEAS Conf. on Applied Mathematics (2004), "
      + "as in the least_squares of scipy 1.17",
    notes: [
      "As in scipy without bounds, with tr_solver=exact and loss=linear, but without its tests for "
        + "convergence.",
      "The step is Gauss and Newton's, the shortest of them where J has not full rank, if it is in "
        + "the box |D p|ᵢ ≤ Δ.",
      "Else the step ends where the line to Gauss and Newton's from the lowest point of ‖J p + r‖² "
        + "along −g within the box leaves the box.",
      "Iterates are scipy's but for rounding, which decides where J all but loses rank: from there on "
        + "paths may part.",
      "A vanishing gradient, and steps that cannot be told from rounding, stall the method.",
      "One Jacobian a step and one vector of residuals a trial.",
    ])
  public static let parameters: [Parameter<Self>] = [
    .residualScale(\.scaling)
  ]

  public var storesMatrix: Bool { true }
  public var storesJacobian: Bool { true }

  /// D: 1, or the largest norms yet of the columns of J.
  public var scaling = ResidualScale.unit

  public init() {}

  public struct Method: Optimizer {
    private var region: ResidualRegion<BoxedDoglegModel>

    /// 1: the region shortens steps, no factor does.
    public let learningRate = 1.0

    public init(_ settings: Dogbox, dimension: Int) { region = ResidualRegion(settings.scaling) }

    public mutating func step<O: Oracle & ~Copyable>(
      from x: inout Vector, querying oracle: inout O
    ) throws(Halt) {
      try region.step(from: &x, querying: &oracle)
    }

    /// The model alone: the region is a box, and diagnostics are ellipsoids.
    public func diagnostics(at x: Vector) -> [Diagnostic] {
      region.modelDiagnostics
    }
  }
}

/// scipy's `dogleg_step`.
private struct BoxedDoglegModel: ResidualModel {
  private var scale: Vector = []
  private var newton: Vector = []
  /// −Jᵀr and ‖J Jᵀr‖².
  private var descent: Vector = []
  private var bend = 0.0

  static func norm(_ v: Vector) -> Double { v.largestMagnitude }

  mutating func arrive(at track: ResidualTrack, scale: Vector) throws(FactorizationError) {
    let factors = try SingularValues(track.jacobian)
    self.scale = scale
    let least = .ulpOfOne * (factors.values.first ?? 0)
    newton = factors.combination(
      zip(factors.values, factors.components(of: track.residuals)).map { s, u in
        s > least ? -u / s : 0
      })
    descent = track.jacobian.transposed.times(track.residuals).negated
    let image = track.jacobian.times(descent)
    bend = image.dot(image)
  }

  mutating func radiusChanged(by factor: Double) {}

  mutating func step(within radius: Double) -> ResidualStep {
    let box = scale.map { radius * $0 }
    if zip(newton, box).allSatisfy({ abs($0) <= $1 }) {
      return step(newton, isOnBoundary: false)
    }
    let way = Self.way(from: .zeros(box.count), along: descent, to: box)
    let lowest = descent.dot(descent) / bend
    var p = descent
    p.scale(by: lowest < way ? lowest : way)
    let leg = newton.minus(p)
    let rest = Self.way(from: p, along: leg, to: box)
    if rest.isFinite { p.add(rest, leg) }
    return step(p, isOnBoundary: true)
  }

  private func step(_ p: Vector, isOnBoundary: Bool) -> ResidualStep {
    ResidualStep(
      p: p, length: zip(p, scale).map { abs($0 / $1) }.max() ?? 0, isOnBoundary: isOnBoundary)
  }

  /// The largest t with x + t d in the box; infinite where d is 0.
  private static func way(from x: Vector, along d: Vector, to box: Vector) -> Double {
    var way = Double.infinity
    for i in x.indices where d[i] != 0 {
      way = min(way, max((-box[i] - x[i]) / d[i], (box[i] - x[i]) / d[i]))
    }
    return way
  }
}
