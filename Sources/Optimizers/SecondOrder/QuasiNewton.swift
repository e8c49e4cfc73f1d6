import LinearAlgebra

/// An approximation M of H⁻¹, learned from steps.
protocol InverseHessianModel: Sendable {
  /// Whether nothing has been learned, so that M = I.
  var isFresh: Bool { get }
  /// Forgets everything.
  mutating func reset()
  /// Learns from a step s and the change y of the gradient, where yᵀs > 0.
  mutating func learn(s: Vector, y: Vector)
  /// M v.
  func product(_ v: Vector) -> Vector
}

/// The step that quasi-Newton methods share: learn from the latest step, then search along −M g.
///
/// A pair with yᵀs ≤ 10⁻¹² ‖y‖ ‖s‖ is skipped, so that M stays positive definite. Where a search along
/// −M g finds no lower point, the model is forgotten and −g is searched.
struct QuasiNewton<Model: InverseHessianModel>: Sendable {
  private let lineSearch: LineSearch
  private var model: Model
  private(set) var track: Track

  init(_ model: Model, lineSearch: LineSearch, dimension: Int) {
    self.model = model
    self.lineSearch = lineSearch
    track = Track(dimension: dimension)
  }

  mutating func step<O: Oracle & ~Copyable>(
    from x: inout Vector, querying oracle: inout O
  ) throws(Halt) {
    try track.arrive(at: x, querying: &oracle)
    learn()
    let found = try search(querying: &oracle)
    track.move(to: found)
    x = found.sample.x
  }

  private mutating func learn() {
    guard let (s, y) = track.takePair() else { return }
    guard y.dot(s) > 1e-12 * y.norm * s.norm else { return }
    model.learn(s: s, y: y)
  }

  private mutating func search<O: Oracle & ~Copyable>(
    querying oracle: inout O
  ) throws(Halt) -> LineSearch.Step {
    let start = track.current
    if !model.isFresh {
      let direction = model.product(start.gradient).map { -$0 }
      let found = try lineSearch.stepIfLower(
        from: start, along: direction, trial: 1, stepCount: track.stepCount, querying: &oracle)
      if let found { return found }
      model.reset()
    }
    return try lineSearch.step(
      from: start, along: start.steepestDescent, trial: start.cautiousTrial,
      stepCount: track.stepCount, querying: &oracle)
  }
}
