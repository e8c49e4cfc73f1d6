import LinearAlgebra

/// The iterate and the one before it: the memory that the line-search methods share.
///
/// What a line search learned at the accepted trial is kept, so that no gradient is asked for
/// twice. A run that moves by rounding alone stalls (`Standstill`).
///
/// Where each step sees another minibatch, the step begins by asking its own f and ∇f, and pairs
/// (s, y) and decreases are those of the minibatch that the step saw: Schraudolph, Yu and Günter,
/// A stochastic quasi-Newton method for online convex optimization, AISTATS 2007.
struct Track: Sendable {
  private(set) var current: Sample
  private(set) var previous: Sample?
  /// Where the latest step led, as its own minibatch has it; nil where `current` is from the same.
  private var reached: Sample?
  private(set) var stepCount = 0
  /// ε of the latest step; NaN before the first.
  private(set) var stepLength = Double.nan
  /// ‖s‖ of the latest step; 0 before the first.
  private var stride = 0.0
  /// ‖s‖ / ‖y‖ of the latest pair that was taken; NaN before.
  private var latestRatio = Double.nan
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
  init(dimension: Int, searching rule: StepLengthRule, staysAtRest: Bool = false) {
    self.init(
      dimension: dimension, lookingBack: rule.lookBack,
      staysAtRest: staysAtRest || rule.isFixed)
  }

  /// Knows f and ∇f at x afterwards, where a step begins. Asks for them unless the latest step led
  /// here and learned them from the same function, or `anew` even then.
  mutating func arrive<O: Oracle & ~Copyable>(
    at x: Vector, anew: Bool = false, querying oracle: inout O
  ) throws(Halt) {
    reached = nil
    if oracle.isSampled, !anew { forgetFunction() }
    if anew || oracle.isSampled || current.x != x { current = Sample(at: x) }
    try current.evaluate(querying: &oracle)
    try remember()
  }

  /// Keeps what the latest step learned only for the pair that it taught.
  private mutating func forgetFunction() {
    if current.isEvaluated { reached = current }
    values = []
    if standstill != nil { standstill = Standstill() }
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

  /// Forgets the steps that led here: the next is measured like the first of a run.
  mutating func startAnew() {
    previous = nil
    latestRatio = .nan
    stride = 0
    if standstill != nil { standstill = Standstill() }
  }

  /// Knows f and ∇f where the latest step led.
  mutating func look<O: Oracle & ~Copyable>(querying oracle: inout O) throws(Halt) {
    try current.evaluate(querying: &oracle)
    try remember()
  }

  /// What the latest step taught, once: s = x_t − x_{t−1} and y = g_t − g_{t−1}.
  mutating func takePair() -> (s: Vector, y: Vector)? {
    let pair = pair
    latestRatio = pair.map { $0.s.norm / $0.y.norm } ?? latestRatio
    previous = nil
    return pair
  }

  /// s and y of the latest step, unless they were taken.
  var pair: (s: Vector, y: Vector)? {
    guard let old = previous else { return nil }
    let new = reached ?? current
    return (s: new.x.minus(old.x), y: new.gradient.minus(old.gradient))
  }

  /// ε such that the slope promises twice the decrease of the latest step, Nocedal and Wright's
  /// (3.60), but goes at most a thousand times as far: where f is steep, it fell by more than the
  /// slope that is left can promise anywhere.
  func trial(along direction: Vector) -> Double {
    guard let old = previous else { return cautiousTrial(along: direction) }
    // Below all values that the search looks back on: what a step regains of a rise before it is no
    // guide to the next.
    let decrease = values.dropLast().reduce(old.value, min) - (reached ?? current).value
    let trial = 2.02 * decrease / -current.gradient.dot(direction)
    guard trial > 0, trial.isFinite else { return cautiousTrial(along: direction) }
    return min(trial, 1000 * latestLength(along: direction))
  }

  /// A first trial where nothing else is known: as long as a step along −g with ε = ‖s‖ / ‖y‖,
  /// which has the scale of an inverse curvature, or as the latest one; before the first, of length
  /// 1. It does not change where f is multiplied.
  func cautiousTrial(along direction: Vector) -> Double {
    let ratio = pair.map { $0.s.norm / $0.y.norm } ?? latestRatio
    return visible(ratio * (current.gradient.norm / direction.norm), along: direction)
  }

  /// `trial` where a step of it can be told from none, else a step as long as the latest one: what
  /// was learned where f was much steeper is no guide.
  func visible(_ trial: Double, along direction: Vector) -> Double {
    guard trial > 0, trial.isFinite, current.moved(trial, along: direction).x != current.x else {
      return latestLength(along: direction)
    }
    return trial
  }

  /// ε of a step as long as the latest one; before the first, of length 1.
  private func latestLength(along direction: Vector) -> Double {
    let length = stride > 0 && stride.isFinite ? stride : 1
    return min(length / direction.norm, .greatestFiniteMagnitude)
  }

  /// The line from here along `direction`, for a search that begins at the guess `trial` for ε.
  func line(along direction: Vector, trial: Double) -> SearchLine {
    var line = SearchLine(from: current, along: direction, trial: trial, stepCount: stepCount)
    line.values = values
    return line
  }

  mutating func move(to found: LineStep) {
    stride = found.sample.x.minus(current.x).norm
    previous = current
    current = found.sample
    stepLength = found.length
    stepCount += 1
  }
}
