extension Levels {
  /// Levels for a function over a window.
  ///
  /// They depend on the window alone, not on the size of a picture: f is sampled at the centres of
  /// 200 × 200 cells.
  public init(
    of function: (Double, Double) -> Double, x: ClosedRange<Double>, y: ClosedRange<Double>,
    minimum: Double?, rule: LevelRule = .automatic
  ) {
    let places = (0..<200).map { (Double($0) + 0.5) / 200 }
    func within(_ range: ClosedRange<Double>, _ share: Double) -> Double {
      range.lowerBound * (1 - share) + range.upperBound * share
    }
    let abscissas = places.map { within(x, $0) }
    let samples = places.flatMap { share in
      let ordinate = within(y, share)
      return abscissas.map { function($0, ordinate) }
    }
    // Steps in equal ratios would make a valley of where a plane happens to be zero.
    let isSlope = minimum == nil && Self.isPlane(samples, side: places.count)
    self.init(samples: samples, minimum: minimum, rule: isSlope ? rule.even : rule)
  }

  /// Whether samples over a square grid, row by row, lie on a plane but for rounding.
  private static func isPlane(_ samples: [Double], side: Int) -> Bool {
    guard let range = ClosedRange(of: samples), samples.allSatisfy(\.isFinite) else { return false }
    let (low, high) = (range.lowerBound, range.upperBound)
    let last = Double(side - 1)
    let across = (samples[side - 1] - samples[0]) / last
    let down = (samples[side * (side - 1)] - samples[0]) / last
    let rounding = 1e-9 * (high - low) + 1e-14 * max(low.magnitude, high.magnitude)
    return samples.indices.allSatisfy { i in
      let plane = samples[0] + Double(i % side) * across + Double(i / side) * down
      return abs(samples[i] - plane) <= rounding
    }
  }

  /// Levels for sampled values, those that are no finite numbers left out; none where all are the
  /// same. `minimum` is f*, where it is known.
  ///
  /// There are as many as the rule asks for, unless there are not that many different values.
  public init(samples: [Double], minimum: Double?, rule: LevelRule = .automatic) {
    let sorted = samples.filter(\.isFinite).sorted()
    let constant = sorted.first == sorted.last ? sorted.first : nil
    switch rule {
    case .fixed(let values):
      self.init(rule: .fixed, steps: values, constant: constant)
    case .spaced(let spacing, let count):
      guard constant == nil, !sorted.isEmpty, count > 0 else {
        self.init(rule: .ranks, steps: [], constant: constant)
        return
      }
      self = Self.spaced(spacing, sorted, minimum: minimum, count: count)
    }
  }

  private static func spaced(
    _ spacing: LevelSpacing, _ sorted: [Double], minimum: Double?, count: Int
  ) -> Levels {
    switch spacing {
    case .automatic:
      if minimum == nil, let low = sorted.first, let high = sorted.last, hasOffset(low...high) {
        return spaced(.linear, sorted, minimum: nil, count: count)
      }
      let geometric =
        minimum.map { excess(sorted, minimum: $0, count: count, Ladder.steps) }
        ?? symmetric(sorted, count: count, Ladder.steps)
      // What the eye does not see of a plateau is no height of its own.
      return geometric ?? ranks(sorted, count: count, tolerance: 1e-4)
    case .linear:
      let steps = EqualSteps.steps(sorted, minimum: minimum, count: count)
      return Levels(rule: .linear, steps: steps, base: minimum)
    case .log:
      let geometric =
        minimum.map { excess(sorted, minimum: $0, count: count, Ladder.anySteps) }
        ?? symmetric(sorted, count: count, Ladder.anySteps)
      return geometric ?? ranks(sorted, count: count, tolerance: 1e-12)
    case .symlog:
      return symmetric(sorted, count: count, Ladder.anySteps)
        ?? ranks(sorted, count: count, tolerance: 1e-12)
    case .rank:
      return ranks(sorted, count: count, tolerance: 1e-12)
    }
  }

  /// Makes `count` steps among ascending positive magnitudes; nil where there are none.
  private typealias Stepping = (_ magnitudes: [Double], _ count: Int) -> [Double]?

  private static func excess(
    _ sorted: [Double], minimum: Double, count: Int, _ stepping: Stepping
  ) -> Levels? {
    let magnitudes = sorted.map { $0 - minimum }.filter { $0 > 0 && $0.isFinite }
    return stepping(magnitudes, count).map { Levels(rule: .excess, steps: $0, base: minimum) }
  }

  private static func symmetric(_ sorted: [Double], count: Int, _ stepping: Stepping) -> Levels? {
    let above = sorted.filter { $0 > 0 }
    let below = sorted.reversed().filter { $0 < 0 }.map { -$0 }
    if below.isEmpty || above.isEmpty {
      let side = stepping(below.isEmpty ? above : below, count)
      return side.map { Levels(rule: .symmetric, steps: below.isEmpty ? $0 : $0.map { -$0 }) }
    }
    if count == 1 { return Levels(rule: .symmetric, steps: [0]) }
    guard let positive = stepping(above, count / 2), let negative = stepping(below, count / 2)
    else { return nil }
    let zero = count.isMultiple(of: 2) ? [] : [0.0]
    return Levels(rule: .symmetric, steps: negative.map { -$0 } + zero + positive)
  }

  private static func ranks(_ sorted: [Double], count: Int, tolerance: Double) -> Levels {
    Levels(rule: .ranks, steps: RankLevels(sorted, tolerance: tolerance).values(count: count))
  }
}
