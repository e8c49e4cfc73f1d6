import LinearAlgebra

/// A quadratic model of f about the iterate, and its minimum within a radius, exact or approximate.
protocol TrustRegionModel: Sendable {
  /// Learns what it needs at the iterate, once for all radii.
  mutating func begin<O: Oracle & ~Copyable>(
    at start: Sample, querying oracle: inout O
  ) throws(Halt)

  /// A step p with ‖p‖ ≤ Δ from the iterate.
  mutating func step<O: Oracle & ~Copyable>(
    from start: Sample, within radius: Double, querying oracle: inout O
  ) throws(Halt) -> ModelStep

  /// Learns from a step that was tried, taken or not.
  mutating func learn(from start: Sample, to trial: Sample)

  /// Forgets what steps have taught; false where nothing is to forget.
  mutating func forget() -> Bool

  /// B of the latest proposal; nil where the model has no matrix.
  var proposing: SymmetricMatrix? { get }
}

extension TrustRegionModel {
  mutating func begin<O: Oracle & ~Copyable>(
    at start: Sample, querying oracle: inout O
  ) throws(Halt) {}

  mutating func learn(from start: Sample, to trial: Sample) {}

  mutating func forget() -> Bool { false }

  var proposing: SymmetricMatrix? { nil }
}

/// The step that trust-region methods share: tries the model's steps within smaller and smaller
/// radii until one is good enough, one gradient query a trial.
///
/// Where f or ∇f is not finite at a trial, it is refused. A model without a lower point, as at g =
/// 0 where H is positive semidefinite, and a radius too small to move x are stalls.
struct TrustRegionWalk<Model: TrustRegionModel>: Sendable {
  private let region: TrustRegion
  private var model: Model
  private var track: Track
  private(set) var radius: Double

  init(_ model: Model, region: TrustRegion, dimension: Int) {
    self.model = model
    self.region = region
    track = Track(dimension: dimension)
    radius = min(region.radius, region.largestRadius)
  }

  /// ‖p‖ of the latest step.
  var stepLength: Double { track.stepLength }

  mutating func step<O: Oracle & ~Copyable>(
    from x: inout Vector, querying oracle: inout O
  ) throws(Halt) {
    try track.arrive(at: x, querying: &oracle)
    let start = track.current
    guard start.isFinite else { throw .failed("f or its gradient is not finite") }
    try model.begin(at: start, querying: &oracle)
    while true {
      let proposal = try model.step(from: start, within: radius, querying: &oracle)
      guard start.isMoved(by: proposal) || !model.forget() else { continue }
      let trial = try start.tried(proposal, querying: &oracle)
      let length = proposal.step.norm
      adapt(to: trial.ratio, length: length, isOnBoundary: proposal.isOnBoundary)
      if trial.sample.isFinite { model.learn(from: start, to: trial.sample) }
      guard trial.ratio > region.acceptance else { continue }
      track.move(to: LineStep(length: length, sample: trial.sample))
      x = trial.sample.x
      return
    }
  }

  private mutating func adapt(to ratio: Double, length: Double, isOnBoundary: Bool) {
    if !(ratio >= region.shrinkingRatio && ratio > region.acceptance) {
      radius = region.shrinkingFactor * (region.cut == .step ? min(length, radius) : radius)
    } else if ratio > 0.75, isOnBoundary || length > region.boundedShare * radius {
      radius = min(2 * radius, region.largestRadius)
    }
  }

  /// The model of the latest step, and the radius of the one to come.
  func diagnostics(at x: Vector) -> [Diagnostic] {
    let model = track.stepCount > 0 ? model.proposing : nil
    return (model.map { [.model($0)] } ?? [])
      + [.region(Vector(repeating: radius, count: x.count))]
  }
}
