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

  init(dimension: Int) {
    current = Sample(at: .zeros(dimension))
  }

  /// Knows f and ∇f at x afterwards. Asks for them unless the latest step led here and learned them,
  /// or `anew` even then.
  mutating func arrive<O: Oracle & ~Copyable>(
    at x: Vector, anew: Bool = false, querying oracle: inout O
  ) throws(Halt) {
    if anew || current.x != x { current = Sample(at: x) }
    try current.evaluate(querying: &oracle)
  }

  /// Knows f and ∇f where the latest step led.
  mutating func look<O: Oracle & ~Copyable>(querying oracle: inout O) throws(Halt) {
    try current.evaluate(querying: &oracle)
  }

  /// What the latest step taught, once: s = x_t − x_{t−1} and y = g_t − g_{t−1}.
  mutating func takePair() -> (s: Vector, y: Vector)? {
    guard let old = previous else { return nil }
    previous = nil
    return (
      s: zip(current.x, old.x).map { $0 - $1 },
      y: zip(current.gradient, old.gradient).map { $0 - $1 }
    )
  }

  mutating func move(to found: LineSearch.Step) {
    previous = current
    current = found.sample
    stepLength = found.length
    stepCount += 1
  }
}
