/// The heights at which contours are drawn, ascending.
public struct Levels: Hashable, Sendable {
  public enum Rule: Hashable, Sendable {
    /// Geometric in the excess f − f*, each excess 1, 2 or 5 times a power of ten; where that
    /// would be too coarse, on a finer decimal ladder.
    case excess
    /// Geometric in |f| on either side of zero.
    case symmetric
    /// Between two levels lies about the same area.
    case ranks
  }

  public let rule: Rule
  public let values: [Double]

  public init(rule: Rule, values: [Double]) {
    self.rule = rule
    self.values = values
  }

  /// Levels for sampled values, those that are no finite numbers left out.
  ///
  /// With a known minimum the levels are geometric in the excess over it, otherwise in |f|. Where
  /// the samples span too little for that, levels of equal area take over. There are `count`
  /// levels, except that ranks of tied samples merge.
  public init(samples: [Double], minimum: Double?, count: Int = 14) {
    let sorted = samples.filter(\.isFinite).sorted()
    let geometric =
      minimum.map { Self.excess(sorted, minimum: $0, count: count) }
      ?? Self.symmetric(sorted, count: count)
    self = geometric ?? Self.ranks(sorted, count: count)
  }

  /// The number of levels at or below a value: the index of its band.
  public func band(of value: Double) -> Int {
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if values[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func excess(_ sorted: [Double], minimum: Double, count: Int) -> Levels? {
    let magnitudes = sorted.map { $0 - minimum }.filter { $0 > 0 }
    return ladder(magnitudes, count: count).map { ladder in
      Levels(rule: .excess, values: ladder.map { minimum + $0 }.uniqued())
    }
  }

  private static func symmetric(_ sorted: [Double], count: Int) -> Levels? {
    let above = sorted.filter { $0 > 0 }
    let below = sorted.reversed().filter { $0 < 0 }.map { -$0 }
    if below.isEmpty || above.isEmpty {
      let side = ladder(below.isEmpty ? above : below, count: count)
      return side.map { side in
        Levels(rule: .symmetric, values: below.isEmpty ? side : side.reversed().map { -$0 })
      }
    }
    guard let positive = ladder(above, count: count / 2),
      let negative = ladder(below, count: count / 2)
    else { return nil }
    let zero = count.isMultiple(of: 2) ? [] : [0.0]
    return Levels(rule: .symmetric, values: negative.reversed().map { -$0 } + zero + positive)
  }

  private static func ranks(_ sorted: [Double], count: Int) -> Levels {
    guard let first = sorted.first, let last = sorted.last, first < last, count > 0 else {
      return Levels(rule: .ranks, values: [])
    }
    let values = (1...count).map { i in
      sorted[i * (sorted.count - 1) / (count + 1)]
    }
    return Levels(rule: .ranks, values: values.uniqued().filter { $0 > first })
  }

  /// Steps of the coarsest ladder with enough steps among ascending positive magnitudes.
  private static func ladder(_ magnitudes: [Double], count: Int) -> [Double]? {
    Ladder.all.lazy.compactMap { $0.levels(magnitudes, count: count) }.first
  }
}

extension [Double] {
  /// An ascending array without repetitions.
  fileprivate func uniqued() -> [Double] {
    var result: [Double] = []
    for value in self where result.last != value { result.append(value) }
    return result
  }
}
