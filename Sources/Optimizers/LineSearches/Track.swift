import LinearAlgebra

/// The iterate and the one before it: the memory that the line-search methods share.
///
/// What a line search learned at the accepted trial is kept, so that no gradient is asked for twice.
struct Track: Sendable {
  private(set) var current: Sample
  private(set) var previous: Sample?
  private(set) var stepCount = 0
  /// ε of the latest step; NaN before the first.
  private(set) var stepLength = Double.nan
  /// The latest values of f at iterates, oldest first, as many as the search looks back.
  private(set) var values: [Double] = []
  private let window: Int
  private var rememberedSteps = -1

  init(dimension: Int, lookingBack window: Int = 0) {
    current = Sample(at: .zeros(dimension))
    self.window = window
  }

  /// Knows f and ∇f at x afterwards. Asks for them unless the latest step led here and learned them,
  /// or `anew` even then.
  mutating func arrive<O: Oracle & ~Copyable>(
    at x: Vector, anew: Bool = false, querying oracle: inout O
  ) throws(Halt) {
    if anew || current.x != x { current = Sample(at: x) }
    try current.evaluate(querying: &oracle)
    remember()
  }

  /// Once an iterate.
  private mutating func remember() {
    guard window > 0, rememberedSteps != stepCount else { return }
    rememberedSteps = stepCount
    if values.count == window { values.removeFirst() }
    values.append(current.value)
  }

  /// Knows f and ∇f where the latest step led.
  mutating func look<O: Oracle & ~Copyable>(querying oracle: inout O) throws(Halt) {
    try current.evaluate(querying: &oracle)
    remember()
  }

  /// What the latest step taught, once: s = x_t − x_{t−1} and y = g_t − g_{t−1}.
  mutating func takePair() -> (s: Vector, y: Vector)? {
    let pair = pair
    previous = nil
    return pair
  }

  /// s and y of the latest step, unless they were taken.
  var pair: (s: Vector, y: Vector)? {
    guard let old = previous else { return nil }
    return (s: current.x.minus(old.x), y: current.gradient.minus(old.gradient))
  }

  /// ε such that the slope promises twice the decrease of the latest step: Nocedal and Wright's (3.60).
  func trial(along direction: Vector) -> Double {
    guard let old = previous else { return current.cautiousTrial }
    let decrease = old.value - current.value
    let trial = 2.02 * decrease / -current.gradient.dot(direction)
    return trial > 0 && trial.isFinite ? trial : current.cautiousTrial
  }

  mutating func move(to found: LineSearch.Step) {
    previous = current
    current = found.sample
    stepLength = found.length
    stepCount += 1
  }
}
