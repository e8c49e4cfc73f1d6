import LinearAlgebra
import Specifications

/// Moré and Thuente's search for the strong Wolfe conditions, made robust.
///
/// Trials are chosen by their rules (`Bracket`), one gradient query each. Where f changes by less
/// than its own rounding, the change is computed from the slopes instead, as ε (φ′(0) + φ′(ε)) / 2
/// with φ(ε) = f(x + εp); sufficient decrease then reads φ′(ε) ≤ (2c₁ − 1) φ′(0), the approximate
/// Wolfe condition of Hager and Zhang. Where the trials run out, the lowest of them is taken if it
/// lies below the start. A trial with f = −∞ is taken at once: nothing is lower.
public struct StrongWolfeSearch: WolfeSearch {
  public static let name = "strong-wolfe"
  public static let title = "Moré and Thuente, made robust"
  public static let formula = WolfeConditions.strong
  public static let reference =
    "Moré and Thuente, ACM Trans. Math. Softw. 20 (1994) 286-307; approximate condition: Hager and "
    + "Zhang, SIAM J. Optim. 16 (2005) 170-192"
  public static let parameters: [Parameter<Self>] = wolfeParameters

  /// c₁; nil where it is the method's.
  public var sufficientDecrease: Double?
  /// c₂; nil where it is the method's.
  public var remainingSlope: Double?

  public init() {}

  public func step<O: Oracle & ~Copyable>(
    along line: SearchLine, querying oracle: inout O
  ) throws(Halt) -> LineStep {
    var run = StrongWolfeRun(line)
    return try run.step(firstTrial: line.firstTrial, querying: &oracle)
  }
}

/// One search, and its lowest trial so far.
private struct StrongWolfeRun {
  private let constants: SearchConstants
  private let start: Sample
  private let direction: Vector
  private let slope: Double
  /// Changes of f up to this are rounding.
  private let resolution: Double
  private var lowest: (step: Double, sample: Sample)?

  private static let mostTrials = 40

  init(_ line: SearchLine) {
    constants = line.constants
    start = line.start
    direction = line.direction
    slope = start.gradient.dot(direction)
    resolution = ValueRounding.resolution(of: start.value)
  }

  mutating func step<O: Oracle & ~Copyable>(
    firstTrial: Double, querying oracle: inout O
  ) throws(Halt) -> LineStep {
    guard start.isFinite else { throw LineProbe.notFinite }
    guard slope < 0, firstTrial > 0 else { throw LineProbe.noLowerPoint }
    var bracket = Bracket(
      slope: slope, sufficientDecrease: constants.sufficientDecrease, firstTrial: firstTrial)
    var step = firstTrial
    var trialsLeft = Self.mostTrials
    while trialsLeft > 0 {
      var sample = start.moved(step, along: direction)
      guard sample.x != start.x else {
        guard lowest == nil, let next = bracket.leave(step, above: resolution) else { break }
        step = next
        continue
      }
      try sample.evaluate(querying: &oracle)
      if sample.value == -.infinity { return LineStep(length: step, sample: sample) }
      let point = linePoint(step, sample)
      guard sample.isFinite, point.slope.isFinite else {
        guard let next = bracket.retreat(from: step) else { break }
        step = next
        continue
      }
      trialsLeft -= 1
      if isAccepted(point) { return LineStep(length: step, sample: sample) }
      if sample.value < lowest?.sample.value ?? start.value { lowest = (step, sample) }
      guard let next = bracket.next(after: point) else { break }
      step = next
    }
    guard let lowest else { throw LineProbe.noLowerPoint }
    return LineStep(length: lowest.step, sample: lowest.sample)
  }

  private func linePoint(_ step: Double, _ sample: Sample) -> LinePoint {
    let slopeThere = sample.gradient.dot(direction)
    let change = ValueRounding.change(
      from: start.value, to: sample.value, estimate: step * (slope + slopeThere) / 2)
    return LinePoint(step: step, change: change, slope: slopeThere)
  }

  private func isAccepted(_ point: LinePoint) -> Bool {
    point.change <= constants.sufficientDecrease * point.step * slope
      && abs(point.slope) <= constants.remainingSlope * abs(slope)
  }
}
