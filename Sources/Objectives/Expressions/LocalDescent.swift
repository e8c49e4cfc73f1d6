import LinearAlgebra

/// A descent from a point to a nearby minimum, for `MinimumSearch`.
///
/// Limited-memory BFGS with a bisecting line search for the weak Wolfe conditions, which serves
/// functions with kinks too. References: Nocedal and Wright, *Numerical Optimization*, 2nd ed.
/// 2006, algorithms 7.4 and 7.5; A. S. Lewis and M. L. Overton, "Nonsmooth optimization via
/// quasi-Newton methods", Mathematical Programming 141 (2013).
struct LocalDescent<Function: Objective> {
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

  struct Sample {
    var x: Vector
    var value: Double
    var gradient: Vector

    var isUsable: Bool { value.isFinite && gradient.isFinite }
  }

  let function: Function
  /// Half the side of the box, about `center`, beyond which a descent has escaped.
  let reach: Double
  let center: Vector
  /// The length of a first step at most.
  let firstStep: Double
  /// f below this counts as unbounded.
  static var bottom: Double { -1e150 }
  private static var memory: Int { 8 }

  func sample(_ x: Vector) -> Sample {
    var gradient = Vector.zeros(x.count)
    var span = gradient.mutableSpan
    let value = function.gradient(at: x.span, into: &span)
    return Sample(x: x, value: value, gradient: gradient)
  }

  /// Descends from `start`, where f and its gradient are finite, and takes what it evaluates, about
  /// `limit` times, from `evaluations`.
  func run(from start: Sample, limit: Int, _ evaluations: inout Int) -> (Sample, Ending) {
    var now = start
    var pairs: [(step: Vector, change: Vector)] = []
    let last = max(0, evaluations - limit)
    while evaluations > last {
      if now.gradient.largestMagnitude == 0 { return (now, .settled) }
      var direction = Self.direction(now.gradient, pairs)
      if !(direction.dot(now.gradient) < 0) {
        pairs = []
        direction = now.gradient.map { -$0 }
      }
      let first = pairs.isEmpty ? min(1, firstStep / direction.norm) : 1
      guard let next = advance(now, direction, first, &evaluations, last) else {
        return (now, evaluations > last ? .settled : .moving)
      }
      if next.value < Self.bottom { return (next, .bottomless) }
      if isOutside(next.x, reach) { return (next, .escaped) }
      let step = zip(next.x, now.x).map { $0 - $1 }
      let change = zip(next.gradient, now.gradient).map { $0 - $1 }
      let isShort = step.largestMagnitude <= 1e-13 * (1 + next.x.largestMagnitude)
      let isLevel = now.value - next.value <= 1e-10 * max(1, abs(next.value))
      now = next
      if isShort && isLevel { return (now, .settled) }
      if step.dot(change) > 1e-14 * step.norm * change.norm { pairs.append((step, change)) }
      if pairs.count > Self.memory { pairs.removeFirst() }
    }
    return (now, .moving)
  }

  func isOutside(_ x: Vector, _ distance: Double) -> Bool {
    zip(x, center).contains { abs($0 - $1) > distance }
  }

  /// The next point along `direction`; nil where none is lower, or before one is found.
  private func advance(
    _ now: Sample, _ direction: Vector, _ first: Double, _ evaluations: inout Int, _ last: Int
  ) -> Sample? {
    let slope = direction.dot(now.gradient)
    var (lower, upper, t) = (0.0, Double.infinity, first)
    var best: Sample?
    while evaluations > last {
      var x = now.x
      x.set(now.x, plus: t, direction)
      if x == now.x || !x.isFinite { break }
      let trial = sample(x)
      evaluations -= 1
      if trial.value < Self.bottom { return trial }
      if trial.isUsable, trial.value < now.value, trial.value <= now.value + 1e-4 * t * slope {
        best = trial
        if direction.dot(trial.gradient) >= 0.9 * slope || isOutside(x, reach) { break }
        lower = t
      } else {
        upper = t
      }
      let next = upper.isFinite ? (lower + upper) / 2 : 2 * t
      // Beside a pole f falls up to it: the best point is the last before it.
      if next <= lower || next >= upper { break }
      t = next
    }
    return best
  }

  /// −H g by the two-loop recursion over the latest pairs.
  private static func direction(
    _ gradient: Vector, _ pairs: [(step: Vector, change: Vector)]
  ) -> Vector {
    var direction = gradient.map { -$0 }
    guard let last = pairs.last else { return direction }
    var weights: [Double] = []
    for (step, change) in pairs.reversed() {
      let weight = step.dot(direction) / step.dot(change)
      direction.add(-weight, change)
      weights.append(weight)
    }
    let scale = last.step.dot(last.change) / last.change.dot(last.change)
    direction = direction.map { $0 * scale }
    for ((step, change), weight) in zip(pairs, weights.reversed()) {
      direction.add(weight - change.dot(direction) / step.dot(change), step)
    }
    return direction
  }
}

// MARK: - The last digits

extension LocalDescent {
  /// The largest number of variables for which Hessians are formed.
  static var largestOrder: Int { 32 }

  /// Newton steps while the gradient shrinks and f does not rise by more than its rounding.
  func polished(_ start: Sample) -> Sample {
    var now = start
    guard now.x.count <= Self.largestOrder else { return now }
    for _ in 0..<20 {
      let hessian = function.hessian(at: now.x)
      guard let step = try? hessian.solve(now.gradient), step.isFinite else { break }
      var x = now.x
      x.add(-1, step)
      let next = sample(x)
      guard next.isUsable, next.gradient.norm < now.gradient.norm,
        next.value <= now.value + 4 * now.value.ulp
      else { break }
      now = next
    }
    return now
  }

  /// The point in as few decimals as lose nothing: minimizers of written formulas often are short.
  func rounded(_ sample: Sample) -> Sample {
    for scale in [1, 10, 100, 1e3, 1e4, 1e5, 1e6] {
      // Adding 0 makes a negative zero positive.
      let short = self.sample(sample.x.map { ($0 * scale).rounded() / scale + 0 })
      if short.value <= sample.value + 4 * sample.value.ulp,
        short.gradient.norm <= sample.gradient.norm
      {
        return short
      }
    }
    return sample
  }

  /// Whether f is as low, to `tolerance`, at some `distance` along an axis: a point of a set of
  /// minima, as of y² in two variables.
  func isLevel(_ sample: Sample, distance: Double, tolerance: Double) -> Bool {
    guard sample.x.count <= Self.largestOrder else { return false }
    return sample.x.indices.contains { i in
      [-distance, distance].contains { shift in
        var x = sample.x
        x[i] += shift
        return function.value(at: x) <= sample.value + tolerance
      }
    }
  }

  /// Whether f falls to the point from values of another order of magnitude within `distance`: the
  /// last number before a pole rather than a minimum.
  func isPole(_ sample: Sample, distance: Double) -> Bool {
    guard sample.x.count <= Self.largestOrder else { return false }
    return sample.x.indices.contains { i in
      [-distance, distance].contains { shift in
        var x = sample.x
        x[i] += shift
        let beside = function.value(at: x)
        return beside.isFinite && beside - sample.value > 1e6 * max(1, abs(beside))
      }
    }
  }

  /// Whether f is higher at some `distance` either way along every axis: a minimum rather than a
  /// plain that falls for ever.
  func isHollow(_ sample: Sample, distance: Double) -> Bool {
    guard sample.x.count <= Self.largestOrder else { return false }
    return sample.x.indices.allSatisfy { i in
      [-distance, distance].allSatisfy { shift in
        var x = sample.x
        x[i] += shift
        return function.value(at: x) > sample.value
      }
    }
  }
}
