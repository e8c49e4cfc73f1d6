import LinearAlgebra

/// The iterate and the one before it: the memory that the line-search methods share.
///
/// What a line search learned at the accepted trial is kept, so that no gradient is asked for twice. A
/// run that moves by rounding alone stalls (`Standstill`).
struct Track: Sendable {
  private(set) var current: Sample
  private(set) var previous: Sample?
  private(set) var stepCount = 0
  /// ε of the latest step; NaN before the first.
  private(set) var stepLength = Double.nan
  /// The latest values of f at iterates, oldest first, as many as the search looks back.
  private(set) var values: [Double] = []
  private let window: Int
  private var standstill: Standstill?
  private var rememberedSteps = -1

  /// A method that `staysAtRest` goes on where it moves by rounding alone; others stall.
  init(dimension: Int, lookingBack window: Int = 0, staysAtRest: Bool = false) {
    current = Sample(at: .zeros(dimension))
    self.window = window
    standstill = staysAtRest ? nil : Standstill()
  }

  /// Steps of a fixed length go on in any case.
  init(dimension: Int, searching search: LineSearch, staysAtRest: Bool = false) {
    self.init(
      dimension: dimension, lookingBack: search.lookBack,
      staysAtRest: staysAtRest || search.kind == .fixed)
  }

  /// Knows f and ∇f at x afterwards. Asks for them unless the latest step led here and learned them,
  /// or `anew` even then.
  mutating func arrive<O: Oracle & ~Copyable>(
    at x: Vector, anew: Bool = false, querying oracle: inout O
  ) throws(Halt) {
    if anew || current.x != x { current = Sample(at: x) }
    try current.evaluate(querying: &oracle)
    try remember()
  }

  /// Once an iterate.
  private mutating func remember() throws(Halt) {
    guard rememberedSteps != stepCount else { return }
    rememberedSteps = stepCount
    if window > 0 {
      if values.count == window { values.removeFirst() }
      values.append(current.value)
    }
    if let previous, standstill?.isReached(from: previous, to: current) == true {
      throw .stalled("steps change f by no more than its rounding")
    }
  }

  /// Knows f and ∇f where the latest step led.
  mutating func look<O: Oracle & ~Copyable>(querying oracle: inout O) throws(Halt) {
    try current.evaluate(querying: &oracle)
    try remember()
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
