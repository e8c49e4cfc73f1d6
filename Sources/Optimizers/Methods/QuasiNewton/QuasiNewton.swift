import LinearAlgebra

/// An approximation M of H⁻¹, learned from steps.
protocol InverseHessianModel: Sendable {
  /// Whether nothing has been learned, so that M = I.
  var isFresh: Bool { get }
  /// Whether `learn` reads `image`.
  var readsImage: Bool { get }
  /// Forgets everything.
  mutating func reset()
  /// Learns from a step s and the change y of the gradient, where yᵀs ≠ 0. `image` is M⁻¹ s, if
  /// read, where the step led along −M g.
  mutating func learn(s: Vector, y: Vector, image: Vector)
  /// −M g.
  mutating func direction(against g: Vector) -> Vector
}

extension InverseHessianModel {
  var readsImage: Bool { false }
}

/// The step that quasi-Newton methods share: learn from the latest move, then search along −M g.
///
/// Unless the rules say otherwise, a pair with yᵀs ≤ 10⁻¹² ‖y‖ ‖s‖ is skipped, so that M stays
/// positive definite, and where a search along −M g finds no lower point, −g is searched and the
/// model forgotten.
struct QuasiNewton<Model: InverseHessianModel>: Sendable {
  let lineSearch: StepLengthRule
  let rules: QuasiNewtonRules
  private(set) var model: Model
  var track: Track
  var stepCount = 0
  /// Whether no iteration was made yet.
  private var isFirst = true
  /// f where the model was last forgotten because steps moved by rounding alone.
  private var restartValue = Double.infinity

  init(
    _ model: Model, lineSearch: StepLengthRule, rules: QuasiNewtonRules = QuasiNewtonRules(),
    dimension: Int
  ) {
    self.model = model
    self.lineSearch = lineSearch
    self.rules = rules
    track = Track(
      dimension: dimension, searching: lineSearch, staysAtRest: rules.failure == .stay)
  }

  mutating func step<O: Oracle & ~Copyable>(
    from x: inout Vector, querying oracle: inout O
  ) throws(Halt) {
    try arrive(at: x, querying: &oracle)
    learn()
    move(to: try searchOrRestart(querying: &oracle))
    stepCount += 1
    x = track.current.x
  }

  /// Knows f and ∇f at x afterwards, for which it asks, where they are known, only `anew`.
  mutating func arrive<O: Oracle & ~Copyable>(
    at x: Vector, anew: Bool = false, querying oracle: inout O
  ) throws(Halt) {
    do throws(Halt) {
      try track.arrive(at: x, anew: anew, querying: &oracle)
    } catch {
      try restart(after: error)
    }
  }

  mutating func move(to found: LineStep) {
    isFirst = false
    track.move(to: found)
  }

  /// Where steps move by rounding alone, it may be M that keeps them short, learned where f was far
  /// steeper: it is forgotten once, and again where f has fallen since.
  private mutating func restart(after halt: Halt) throws(Halt) {
    let value = track.current.value
    guard case .stalled = halt, rules.failure == .restart, !model.isFresh,
      value < restartValue, !ValueRounding.isRounding(from: restartValue, to: value)
    else { throw halt }
    restartValue = value
    model.reset()
    isFirst = true
    track.startAnew()
  }

  /// Learns from the latest step, once.
  mutating func learn() {
    guard let former = track.previous?.gradient, let (s, change) = track.takePair() else { return }
    // s = −ε M g, so that M⁻¹ s needs no M.
    let isImageRead = rules.isDamped || model.readsImage
    let image = isImageRead ? former.map { -track.stepLength * $0 } : []
    let y = rules.isDamped ? QuasiNewtonRules.damped(change, s: s, image: image) : change
    guard rules.accept(s: s, y: y, former: former) else { return }
    model.learn(s: s, y: y, image: image)
  }

  /// Where a search along −M g leads, or one along −g where that finds no lower point.
  mutating func searchOrRestart<O: Oracle & ~Copyable>(
    mostTrials: Int? = nil, querying oracle: inout O
  ) throws(Halt) -> LineStep {
    if !model.isFresh {
      let direction = quasiNewtonDirection()
      let trial = track.visible(1, along: direction)
      let found = try lineSearch.stepIfLower(
        along: line(along: direction, trial: trial, mostTrials: mostTrials), querying: &oracle)
      if let found { return found }
      if rules.failure == .restart { model.reset() }
    }
    let (direction, trial) = steepestDescent
    return try lineSearch.step(
      along: line(along: direction, trial: trial, mostTrials: mostTrials), querying: &oracle)
  }

  func line(along direction: Vector, trial: Double, mostTrials: Int?) -> SearchLine {
    var line = track.line(along: direction, trial: trial)
    // The rate's clock counts steps, each of which may be several iterations.
    line.stepCount = stepCount
    line.mostTrials = mostTrials
    return line
  }

  mutating func quasiNewtonDirection() -> Vector {
    model.direction(against: track.current.gradient)
  }

  /// −g, as long as the rules have it, and the first trial along it.
  var steepestDescent: (direction: Vector, trial: Double) {
    let start = track.current
    if rules.firstStep == .auto {
      let direction = start.steepestDescent
      return (direction, track.cautiousTrial(along: direction))
    }
    guard isFirst else { return (start.steepestDescent, 1) }
    let factor = -1 / rules.divisor(of: start.gradient)
    return (start.gradient.map { factor * $0 }, 1)
  }

  /// M of the latest step, column by column, where it has learned something.
  func diagnostics(at x: Vector) -> [Diagnostic] {
    guard !model.isFresh, x.count <= Diagnostic.largestOrder else { return [] }
    var model = model
    var matrix = SymmetricMatrix(order: x.count)
    for i in x.indices {
      var axis = Vector.zeros(x.count)
      axis[i] = -1
      for (j, entry) in model.direction(against: axis).enumerated() where j >= i {
        matrix[i, j] = entry
      }
    }
    return [.inverse(matrix)]
  }
}
