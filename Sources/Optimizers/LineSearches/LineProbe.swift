import LinearAlgebra

/// The line of a search, φ(ε) = f(θ + εp) from an evaluated start, and its trials, one gradient
/// query each.
public struct LineProbe: Sendable {
  /// θ, with φ(0) = f(θ) and g = ∇f(θ).
  public let start: Sample
  /// p.
  public let direction: Vector
  /// φ′(0) = gᵀp < 0.
  public let slope: Double

  /// A point of the line that was asked for.
  public struct Trial: Sendable {
    /// ε.
    public let step: Double
    /// θ + εp, with f and ∇f there.
    public let sample: Sample
    /// φ(ε); +∞ where f, ∇f or φ′(ε) is not finite, unless f = −∞.
    public let value: Double
    /// φ′(ε).
    public let slope: Double

    /// The end of a search that takes this point.
    public var accepted: LineStep { LineStep(length: step, sample: sample) }
  }

  /// θ itself as a trial, with ε = 0.
  public var origin: Trial { Trial(step: 0, sample: start, value: start.value, slope: slope) }

  /// What a search throws that finds no lower point.
  public static let noLowerPoint = Halt.stalled("line search found no lower point")
  static let notFinite = Halt.failed("f or its gradient is not finite")

  /// Throws unless the start is finite and p descends from it.
  init(from start: Sample, along direction: Vector) throws(Halt) {
    guard start.isFinite else { throw Self.notFinite }
    slope = start.gradient.dot(direction)
    guard slope < 0 else { throw Self.noLowerPoint }
    self.start = start
    self.direction = direction
  }

  /// Whether θ + εp can be told from θ.
  func isVisible(_ step: Double) -> Bool { start.moved(step, along: direction).x != start.x }

  /// Asks at θ + εp; nil where rounding makes that the start.
  ///
  /// - Throws: what the oracle throws where it refuses the query.
  public func trial<O: Oracle & ~Copyable>(
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
