/// Levels between which lie about as many samples.
struct RankLevels {
  private let sorted: [Double]
  /// Values that differ by less lie on one plateau.
  private let tie: Double

  /// Takes ascending finite samples; `tolerance` is the share of their span that ties values.
  init(_ sorted: [Double], tolerance: Double) {
    self.sorted = sorted
    let half = (sorted.last ?? 0) / 2 - (sorted.first ?? 0) / 2
    tie = min(half * tolerance * 2, .greatestFiniteMagnitude)
  }

  /// As many levels as asked for, as far as there are plateaus to separate: where most samples lie
  /// on one, plateaus count as often as they are different, not as they are large.
  func values(count: Int) -> [Double] {
    let places = quantiles(sorted, count)
    if places.count == count { return places }
    return quantiles(different, count)
  }

  private func quantiles(_ sorted: [Double], _ count: Int) -> [Double] {
    guard sorted.count > 1 else { return [] }
    var levels: [Double] = []
    let steps = min(count, sorted.count - 1)
    for i in 1...steps {
      guard let level = level(under: i * sorted.count / (steps + 1), of: sorted) else { continue }
      if level != levels.last { levels.append(level) }
    }
    return levels
  }

  /// Midway between a sample and the next one below that is no tie, so that rounding does not
  /// speckle a plateau; nil on the lowest plateau.
  private func level(under i: Int, of sorted: [Double]) -> Double? {
    guard let below = sorted[..<i].last(where: { sorted[i] - $0 > tie }) else { return nil }
    return below / 2 + sorted[i] / 2
  }

  /// The samples without ties.
  private var different: [Double] {
    var result: [Double] = []
    for value in sorted where result.last.map({ value - $0 > tie }) ?? true {
      result.append(value)
    }
    return result
  }
}
