import LinearAlgebra

/// The line of a search, θ + εp from an evaluated start, and its trials, one gradient query each.
struct LineProbe: Sendable {
  let start: Sample
  let direction: Vector
  /// φ′(0) = gᵀp.
  let slope: Double

  /// A point of the line that was asked for.
  struct Trial: Sendable {
    let step: Double
    let sample: Sample
    /// φ(ε); +∞ where f, ∇f or φ′(ε) is not finite, unless f = −∞.
    let value: Double
    /// φ′(ε).
    let slope: Double

    var accepted: LineSearch.Step { LineSearch.Step(length: step, sample: sample) }
  }

  static let noLowerPoint = Halt.stalled("line search found no lower point")

  /// Throws unless the start is finite and p descends from it.
  init(from start: Sample, along direction: Vector) throws(Halt) {
    guard start.isFinite else { throw .failed("f or its gradient is not finite") }
    slope = start.gradient.dot(direction)
    guard slope < 0 else { throw Self.noLowerPoint }
    self.start = start
    self.direction = direction
  }

  /// Whether θ + εp can be told from θ.
  func isVisible(_ step: Double) -> Bool { start.moved(step, along: direction).x != start.x }

  /// Asks at θ + εp; nil where rounding makes that the start.
  func trial<O: Oracle & ~Copyable>(
    _ step: Double, querying oracle: inout O
  ) throws(Halt) -> Trial? {
    var sample = start.moved(step, along: direction)
    guard sample.x != start.x else { return nil }
    try sample.evaluate(querying: &oracle)
    let slopeThere = sample.gradient.dot(direction)
    let isUsable = (sample.isFinite && slopeThere.isFinite) || sample.value == -.infinity
    return Trial(
      step: step, sample: sample, value: isUsable ? sample.value : .infinity, slope: slopeThere)
  }
}
