import LinearAlgebra
import Objectives

/// A search for the minimum of a function of which nothing is known: the best of many samples of
/// the domain, then descents from them.
///
/// It takes the same steps every time, and no more than a number of evaluations that falls with
/// their cost. Descents may leave the domain; what they find there counts.
struct MinimumSearch<Function: TestFunction> {
  /// Fewer evaluations than this find nothing.
  private static var fewestEvaluations: Int { 50 }
  private static var largestMinimizerCount: Int { 12 }

  private let domain: [ClosedRange<Double>]
  private let evaluations: Int
  private let descent: LocalDescent<Function>
  /// Half the longest side of the domain.
  private let size: Double

  /// - Parameter evaluations: how many there may be.
  init(_ function: Function, evaluations: Int) {
    domain = function.domain
    self.evaluations = evaluations
    size = domain.map { $0.upperBound / 2 - $0.lowerBound / 2 }.max() ?? 1
    descent = LocalDescent(
      function, size: size, center: domain.map { $0.lowerBound / 2 + $0.upperBound / 2 })
  }

  /// - Parameter starts: points to descend from beside those found here.
  func result(starts: [Vector]) -> FoundMinimum {
    guard evaluations >= Self.fewestEvaluations else { return .unknown }
    let samples = samples(beside: starts)
    if samples.contains(where: { $0.value < DescentWatch.bottom }) { return .unbounded }
    let chosen = chosen(from: samples, beside: starts + [descent.center])
    var left = evaluations * 3 / 4
    let limit = min(400, left / 2 / max(1, chosen.count))
    var ends = Ends()
    for start in chosen {
      guard descend(from: start, limit, &left, &ends) else { return .unbounded }
    }
    // Those still on the way down go on with what is left, the lowest first.
    let moving = ends.moving.sorted { $0.value < $1.value }
    ends.moving = []
    for start in moving {
      let limit = min(left, 10 * limit)
      guard descend(from: start, limit, &left, &ends) else { return .unbounded }
    }
    return result(ends)
  }

  /// Where descents ended.
  private struct Ends {
    var settled: [DescentWatch.Sample] = []
    var moving: [DescentWatch.Sample] = []
    /// The least value where f may fall on, to a limit far away or beside a pole.
    var lowestAway = Double.infinity

    var lowestSettled: Double { settled.map(\.value).min() ?? .infinity }
  }

  /// False where f is found to be unbounded below.
  private func descend(
    from start: DescentWatch.Sample, _ limit: Int, _ left: inout Int, _ ends: inout Ends
  ) -> Bool {
    let (end, ending) = descent.run(from: start, limit: limit, &left)
    switch ending {
    case .bottomless: return false
    case .escaped where isBottomless(from: start.x, through: end.x): return false
    case .settled where descent.isPole(end, distance: 1e-8 * size):
      ends.lowestAway = min(ends.lowestAway, end.value)
    case .settled
    where !descent.isOutside(end.x, 2 * size) || descent.isHollow(end, distance: size / 1000):
      ends.settled.append(end)
    case .moving: ends.moving.append(end)
    case .settled, .escaped: ends.lowestAway = min(ends.lowestAway, end.value)
    }
    return true
  }

  // MARK: - Where to start

  private typealias Point = (x: Vector, value: Double)

  private func samples(beside starts: [Vector]) -> [Point] {
    let count = min(512 * min(domain.count, 4), evaluations / 4)
    let points = starts + [descent.center] + DomainSamples(domain).prefix(count)
    return points.map { ($0, descent.function.value(at: $0)) }.filter { $0.value < .infinity }
  }

  /// `starts`, and the lowest samples, those near a lower one left out.
  private func chosen(
    from samples: [Point], beside starts: [Vector]
  ) -> [DescentWatch.Sample] {
    // The more variables, the more steps a descent takes.
    let count = min(40, evaluations / (300 + 30 * domain.count))
    let spacing = domain.count <= 3 ? size / 10 : 0
    // A point that is no start, as one on a pole, keeps none beside it away.
    var chosen = starts.map(descent.sample).filter(\.isUsable)
    for (x, _) in samples.sorted(by: { $0.value < $1.value }) where chosen.count < count {
      let isNear = chosen.contains { other in
        zip(x, other.x).allSatisfy { abs($0 - $1) <= spacing }
      }
      if isNear { continue }
      let sample = descent.sample(x)
      if sample.isUsable { chosen.append(sample) }
    }
    return chosen
  }

  // MARK: - What was found

  /// Whether f falls without end along the ray from `start` through `end`.
  private func isBottomless(from start: Vector, through end: Vector) -> Bool {
    let direction = zip(end, start).map { $0 - $1 }
    var last = descent.function.value(at: end)
    var distance = 1.0
    for _ in 0..<50 {
      distance *= 1e3
      var x = end
      x.add(distance, direction)
      let value = descent.function.value(at: x)
      guard value < last else { return false }
      if value < DescentWatch.bottom { return true }
      last = value
    }
    return last < -1e30
  }

  private func result(_ ends: Ends) -> FoundMinimum {
    let lowest = ends.lowestSettled
    guard lowest < .infinity else { return ends.lowestAway < .infinity ? .away : .unknown }
    let coarse = 1e-6 * max(1, abs(lowest))
    let finished = ends.settled.filter { $0.value <= lowest + coarse }
      .map { descent.rounded(descent.polished($0)) }
    guard let minimum = finished.map(\.value).min() else { return .unknown }
    let fine = 1e-10 * max(1, abs(minimum))
    guard ends.lowestAway >= minimum - fine else { return .away }
    guard ends.moving.allSatisfy({ $0.value >= minimum - fine }) else { return .unknown }
    let lowestOnes = finished.filter { $0.value <= minimum + fine }
    let hasLevel = lowestOnes.contains {
      descent.isLevel($0, distance: size / 100, tolerance: fine)
    }
    let places = distinct(lowestOnes.map(\.x))
    // What lies far outside is listed only where nothing inside is as low.
    let inside = places.filter { !descent.isOutside($0, 2 * size) }
    let listed = Array((inside.isEmpty ? places : inside).prefix(Self.largestMinimizerCount))
    return FoundMinimum(
      minimum: minimum, basis: .searched, minimizers: listed,
      hasMoreMinimizers: hasLevel || listed.count < places.count)
  }

  /// Those nearest the origin first.
  private func distinct(_ points: [Vector]) -> [Vector] {
    var kept: [Vector] = []
    for x in points.sorted(by: { $0.norm < $1.norm }) {
      let isKnown = kept.contains { other in
        zip(x, other).allSatisfy { abs($0 - $1) <= 1e-4 * size }
      }
      if !isKnown { kept.append(x) }
    }
    return kept
  }
}
