import LinearAlgebra
import Objectives
import Optimizers

/// A descent from a point to a nearby minimum, for `MinimumSearch`: L-BFGS with the line search of
/// Lewis and Overton, which serves functions with kinks too.
struct LocalDescent<Function: TestFunction> {
  enum Ending {
    /// No step leads further down.
    case settled
    /// Stopped by the limit of evaluations.
    case moving
    /// Left the box in which minima are looked for.
    case escaped
    /// f is below every number that matters.
    case bottomless
  }

  typealias Sample = DescentWatch.Sample

  let function: Function
  /// Half the side of the box, about `center`, beyond which a descent has escaped.
  let reach: Double
  let center: Vector
  /// The length of a first step, a power of two.
  let unit: Double

  private let settings = {
    var settings = LBFGS()
    settings.memory = 8
    settings.lineSearch.search = WeakWolfeSearch()
    settings.lineSearch.constants.remainingSlope = 0.9
    return settings
  }()

  /// - Parameters:
  ///   - size: half the longest side of the domain.
  ///   - center: its middle, n numbers.
  init(_ function: Function, size: Double, center: Vector) {
    self.function = function
    self.center = center
    reach = 1e6 * size
    // Within bounds that leave room for multiples of it.
    let length = min(max(size / 10, 1e-100), 1e100)
    unit = Double(sign: .plus, exponent: length.exponent, significand: 1)
  }

  func sample(_ x: Vector) -> Sample {
    var gradient = Vector.zeros(x.count)
    var span = gradient.mutableSpan
    let value = function.gradient(at: x.span, into: &span)
    return Sample(x: x, value: value, gradient: gradient)
  }

  /// Descends from `start`, where f and its gradient are finite, and takes what it evaluates, at
  /// most `limit` times, from `evaluations`.
  func run(from start: Sample, limit: Int, _ evaluations: inout Int) -> (Sample, Ending) {
    var method = LBFGS.Method(settings, dimension: start.x.count)
    var oracle = ForwardingOracle(
      Meter(function, budget: Budget(gradients: max(0, min(limit, evaluations))), seed: 0),
      by: DescentWatch(from: start, unit: unit))
    defer { evaluations -= oracle.base.counts[.gradients] }
    var x = start.x.map { $0 / unit }
    var now = start
    while true {
      let former = now
      do throws(Halt) {
        try method.step(from: &x, querying: &oracle)
      } catch {
        return (oracle.way.lowest, ending(of: error, oracle.way))
      }
      now = iterate(x.map { unit * $0 }, oracle.way)
      if isOutside(now.x, reach) { return (now, .escaped) }
      if hasSettled(from: former, to: now) { return (oracle.way.lowest, .settled) }
    }
  }

  func isOutside(_ x: Vector, _ distance: Double) -> Bool {
    zip(x, center).contains { abs($0 - $1) > distance }
  }

  /// Mostly the latest trial of a line search, else the lowest.
  private func iterate(_ x: Vector, _ watch: DescentWatch) -> Sample {
    [watch.latest, watch.lowest].first { $0.x == x } ?? sample(x)
  }

  private func ending(of halt: Halt, _ watch: DescentWatch) -> Ending {
    if watch.isBottomless { return .bottomless }
    if case .budgetSpent = halt { return .moving }
    return .settled
  }

  /// Whether a step changed next to nothing.
  private func hasSettled(from former: Sample, to now: Sample) -> Bool {
    let isShort = now.x.minus(former.x).largestMagnitude <= 1e-13 * (1 + now.x.largestMagnitude)
    return isShort && former.value - now.value <= 1e-10 * max(1, abs(now.value))
  }
}
