import LinearAlgebra
import Specifications

/// SR1 in a trust region: a step that lowers a quadratic model, which learns from every trial and
/// may become indefinite. ``card`` has the formula, the references and what differs from them.
public struct SR1TrustRegion: TrustRegionSettings {
  public static let card = OptimizerCard(
    name: "sr1-trust-region", title: "SR1 with trust region", order: .second,
    invariances: [.rotation],
    formula: "x ← x + p, p lowers gᵀ p + pᵀ B p / 2 in ‖p‖ ≤ Δ, B ← B + r rᵀ / rᵀ s",
    reference: "Nocedal and Wright, Numerical Optimization, 2nd ed., algorithm 6.2 with (6.26)",
    notes: [
      "With s = p the step and y the change of the gradient along it, r = y − B s.",
      "B may become indefinite, as H is, and tends to H where a positive definite update does not; "
        + "on a quadratic B = H after n independent steps.",
      "An update with |rᵀs| < 10⁻⁸ ‖r‖ ‖s‖ is skipped.",
      "The step is found by Steihaug's method. With ρ the decrease of f over that of the model, ρ "
        + "> 3/4 and ‖p‖ > 0.8 Δ double the radius, and ρ < 0.1 leaves half of ‖p‖, where the "
        + "reference halves the radius.",
      "B begins as I; with scaling it becomes (yᵀy / yᵀs) I before its first update, where yᵀs > "
        + "0.",
      "Where B proposes no step that moves the iterate, as after a trial at which f is huge, B "
        + "begins anew.",
      "One gradient a trial, O(n²) numbers and no Hessian.",
    ])
  public static let parameters: [Parameter<Self>] =
    regionParameters + [.flag("scaling", \.isScaled, "scale B by the first step before its update")]

  public var storesMatrix: Bool { true }

  public var region = SR1TrustRegion.usualRegion
  /// Whether to scale B by the first step before its update.
  public var isScaled = true

  public init() {}

  private static var usualRegion: TrustRegion {
    var region = TrustRegion()
    region.acceptance = 1e-4
    region.shrinkingRatio = 0.1
    region.shrinkingFactor = 0.5
    region.boundedShare = 0.8
    return region
  }

  public struct Method: Optimizer {
    private var walk: TrustRegionWalk<SR1Model>

    public init(_ settings: SR1TrustRegion, dimension: Int) {
      let model = SR1Model(dimension: dimension, isScaled: settings.isScaled)
      walk = TrustRegionWalk(model, region: settings.region, dimension: dimension)
    }

    public var learningRate: Double { walk.stepLength }

    public mutating func step<O: Oracle & ~Copyable>(
      from x: inout Vector, querying oracle: inout O
    ) throws(Halt) {
      try walk.step(from: &x, querying: &oracle)
    }

    public func diagnostics(at x: Vector) -> [Diagnostic] { walk.diagnostics(at: x) }
  }
}

/// The model with B.
struct SR1Model: TrustRegionModel {
  private let isScaled: Bool
  private(set) var matrix: SymmetricMatrix
  private(set) var proposing: SymmetricMatrix?
  private var path: SteihaugPath
  private var isFresh = true

  private static let leastAngle = 1e-8

  init(dimension: Int, isScaled: Bool) {
    self.isScaled = isScaled
    matrix = .identity(order: dimension)
    path = SteihaugPath(dimension: dimension)
  }

  mutating func step<O: Oracle & ~Copyable>(
    from start: Sample, within radius: Double, querying oracle: inout O
  ) throws(Halt) -> ModelStep {
    proposing = matrix
    return try path.step(along: start.gradient, within: radius) {
      [matrix] d, product throws(Halt) in
      matrix.multiply(d, into: &product)
    }
  }

  mutating func forget() -> Bool {
    guard !isFresh else { return false }
    matrix = .identity(order: matrix.order)
    isFresh = true
    return true
  }

  mutating func learn(from start: Sample, to trial: Sample) {
    let s = zip(trial.x, start.x).map { $0 - $1 }
    let y = zip(trial.gradient, start.gradient).map { $0 - $1 }
    let scale = y.dot(y) / y.dot(s)
    if isFresh, isScaled, scale > 0, scale.isFinite {
      matrix = .identity(order: matrix.order, scale: scale)
    }
    isFresh = false
    var r = Vector.zeros(s.count)
    matrix.multiply(s, into: &r)
    for i in r.indices { r[i] = y[i] - r[i] }
    let slope = r.dot(s)
    guard slope != 0, abs(slope) >= Self.leastAngle * r.norm * s.norm else { return }
    matrix.add(1 / slope, symmetricProductOf: r, r)
  }
}
