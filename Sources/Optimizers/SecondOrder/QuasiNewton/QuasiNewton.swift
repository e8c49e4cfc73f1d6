import LinearAlgebra

/// An approximation M of H⁻¹, learned from steps.
protocol InverseHessianModel: Sendable {
  /// Whether nothing has been learned, so that M = I.
  var isFresh: Bool { get }
  /// Whether `learn` reads `image`.
  var readsImage: Bool { get }
  /// Forgets everything.
  mutating func reset()
  /// Learns from a step s and the change y of the gradient, where yᵀs ≠ 0. `image` is M⁻¹ s, if read, where the
  /// step led along −M g.
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
/// positive definite, and where a search along −M g finds no lower point, −g is searched and the model
/// forgotten.
struct QuasiNewton<Model: InverseHessianModel>: Sendable {
  private let lineSearch: LineSearch
  private let rules: QuasiNewtonRules
  private var model: Model
  private(set) var track: Track
  private var stepCount = 0
  /// Whether no iteration was made yet.
  private var isFirst = true
  /// f where the model was last forgotten because steps moved by rounding alone.
  private var restartValue = Double.infinity

  init(
    _ model: Model, lineSearch: LineSearch, rules: QuasiNewtonRules = QuasiNewtonRules(),
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
    var counting = GradientOracle(base: oracle, change: GradientCount())
    let halt: Halt?
    do throws(Halt) {
      try iterate(from: x, querying: &counting)
      halt = nil
    } catch {
      halt = error
    }
    oracle = counting.base
    if let halt { throw halt }
    stepCount += 1
    x = track.current.x
  }

  /// Makes the iterations of a step.
  private mutating func iterate<O: Oracle & ~Copyable>(
    from x: Vector, querying oracle: inout Counting<O>
  ) throws(Halt) {
    do throws(Halt) {
      try track.arrive(at: x, anew: rules.asksAnew, querying: &oracle)
    } catch {
      try restart(after: error)
    }
    if rules.failure == .stay, isOptimal { return }
    for iteration in 1...rules.iterations {
      let start = track.current
      guard let found = try search(mayStall: iteration == 1, querying: &oracle) else { return }
      isFirst = false
      track.move(to: found)
      if iteration == rules.iterations { return }
      try track.look(querying: &oracle)
      if remainingTrials(oracle.change) == 0 || isOptimal || isLittle(from: start) { return }
    }
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

  /// How many gradients a step may still ask for; nil without a limit.
  private func remainingTrials(_ asked: GradientCount) -> Int? {
    rules.evaluations == 0 ? nil : max(0, rules.evaluations - asked.count)
  }

  private var isOptimal: Bool {
    track.current.gradient.largestMagnitude <= rules.gradientTolerance
  }

  /// Whether the latest iteration, from `start`, changed too little.
  private func isLittle(from start: Sample) -> Bool {
    let moved = zip(track.current.x, start.x).allSatisfy { abs($0 - $1) <= rules.changeTolerance }
    return moved || abs(track.current.value - start.value) < rules.changeTolerance
  }

  private mutating func learn() {
    guard let former = track.previous?.gradient, let (s, change) = track.takePair() else { return }
    // s = −ε M g, so that M⁻¹ s needs no M.
    let isImageRead = rules.isDamped || model.readsImage
    let image = isImageRead ? former.map { -track.stepLength * $0 } : []
    let y = rules.isDamped ? QuasiNewtonRules.damped(change, s: s, image: image) : change
    guard rules.accept(s: s, y: y, former: former) else { return }
    model.learn(s: s, y: y, image: image)
  }

  /// Where the next iteration leads; nil where the step is to end before it.
  private mutating func search<O: Oracle & ~Copyable>(
    mayStall: Bool, querying oracle: inout Counting<O>
  ) throws(Halt) -> LineSearch.Step? {
    learn()
    switch rules.failure {
    case .stay: return try searchOrStay(querying: &oracle)
    case .restart, .keep:
      do throws(Halt) {
        return try searchOrRestart(querying: &oracle)
      } catch {
        // The iterations before have found a lower point.
        if case .stalled = error, !mayStall { return nil }
        throw error
      }
    }
  }

  private mutating func searchOrRestart<O: Oracle & ~Copyable>(
    querying oracle: inout Counting<O>
  ) throws(Halt) -> LineSearch.Step {
    if !model.isFresh {
      let direction = quasiNewtonDirection()
      let found = try lineSearch.stepIfLower(
        from: track.current, along: direction, trial: track.visible(1, along: direction),
        stepCount: stepCount,
        mostTrials: mostTrials(oracle.change), values: track.values, querying: &oracle)
      if let found { return found }
      if rules.failure == .restart { model.reset() }
    }
    let (direction, trial) = steepestDescent
    return try lineSearch.step(
      from: track.current, along: direction, trial: trial, stepCount: stepCount,
      mostTrials: mostTrials(oracle.change), values: track.values, querying: &oracle)
  }

  private mutating func searchOrStay<O: Oracle & ~Copyable>(
    querying oracle: inout Counting<O>
  ) throws(Halt) -> LineSearch.Step? {
    let (direction, trial) = model.isFresh ? steepestDescent : (quasiNewtonDirection(), 1)
    let slope = track.current.gradient.dot(direction)
    if rules.changeTolerance > 0, slope > -rules.changeTolerance { return nil }
    return try lineSearch.stepUnlessStalled(
      from: track.current, along: direction, trial: trial, stepCount: stepCount,
      mostTrials: mostTrials(oracle.change), values: track.values, querying: &oracle)
  }

  private func mostTrials(_ asked: GradientCount) -> Int {
    remainingTrials(asked) ?? MinFuncSearch.mostTrials
  }

  private mutating func quasiNewtonDirection() -> Vector {
    model.direction(against: track.current.gradient)
  }

  /// −g, as long as the rules have it, and the first trial along it.
  private var steepestDescent: (direction: Vector, trial: Double) {
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
  func exhibits(at x: Vector) -> [Exhibit] {
    guard !model.isFresh, x.count <= Exhibit.largestOrder else { return [] }
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

private typealias Counting<O: Oracle & ~Copyable> = GradientOracle<O, GradientCount>

/// Counts gradients on their way.
private struct GradientCount: GradientChange {
  private(set) var count = 0

  mutating func gradient<O: Oracle & ~Copyable>(
    of oracle: inout O, at x: borrowing Vector, into g: inout Vector
  ) throws(Halt) -> Double {
    count += 1
    return try oracle.gradient(at: x, into: &g)
  }
}
