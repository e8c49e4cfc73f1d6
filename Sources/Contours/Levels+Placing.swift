extension Levels {
  /// Levels for a function over a window.
  ///
  /// They depend on the window alone, not on the size of a picture: f is sampled at the centres of
  /// 200 × 200 cells.
  ///
  /// - Parameter start: f where a race starts, which levels that are not asked for lie around.
  public init(
    of function: (Double, Double) -> Double, x: ClosedRange<Double>, y: ClosedRange<Double>,
    minimum: Double?, rule: LevelRule = .automatic, start: Double? = nil
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
    self.init(samples: samples, minimum: minimum, rule: isSlope ? rule.even : rule, start: start)
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
  ///
  /// - Parameter start: f where a race starts, which levels that are not asked for lie around.
  public init(
    samples: [Double], minimum: Double?, rule: LevelRule = .automatic, start: Double? = nil
  ) {
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
      self = Self.spaced(spacing, sorted, minimum: minimum, count: count, start: start)
    }
  }

  private static func spaced(
    _ spacing: LevelSpacing, _ sorted: [Double], minimum: Double?, count: Int, start: Double?
  ) -> Levels {
    func geometric(_ stepping: @escaping LevelSplit.Stepping) -> Levels? {
      guard let minimum else { return symmetric(sorted, count: count, stepping, start: start) }
      let split = LevelSplit(stepping: stepping, height: start.map { $0 - minimum })
      return excess(sorted, minimum: minimum, count: count, split)
    }
    switch spacing {
    case .automatic:
      if minimum == nil, let low = sorted.first, let high = sorted.last, hasOffset(low...high) {
        return spaced(.linear, sorted, minimum: nil, count: count, start: nil)
      }
      // What the eye does not see of a plateau is no height of its own.
      return geometric(Ladder.steps) ?? ranks(sorted, count: count, tolerance: 1e-4, start: start)
    case .linear:
      let steps = EqualSteps.steps(sorted, minimum: minimum, count: count)
      return Levels(rule: .linear, steps: steps, base: minimum)
    case .log:
      return geometric(Ladder.anySteps) ?? ranks(sorted, count: count, tolerance: 1e-12)
    case .symlog:
      return symmetric(sorted, count: count, Ladder.anySteps, start: start)
        ?? ranks(sorted, count: count, tolerance: 1e-12)
    case .rank:
      return ranks(sorted, count: count, tolerance: 1e-12)
    }
  }

  private static func excess(
    _ sorted: [Double], minimum: Double, count: Int, _ split: LevelSplit
  ) -> Levels? {
    let magnitudes = sorted.map { $0 - minimum }.filter { $0 > 0 && $0.isFinite }
    return split.steps(magnitudes, count: count).map {
      Levels(rule: .excess, steps: $0, base: minimum)
    }
  }

  private static func symmetric(
    _ sorted: [Double], count: Int, _ stepping: @escaping LevelSplit.Stepping, start: Double?
  ) -> Levels? {
    let above = sorted.filter { $0 > 0 }
    let below = sorted.reversed().filter { $0 < 0 }.map { -$0 }
    // A start has a height on its own side of zero only.
    let over = LevelSplit(stepping: stepping, height: start)
    let under = LevelSplit(stepping: stepping, height: start.map { -$0 })
    if below.isEmpty || above.isEmpty {
      let side =
        below.isEmpty ? over.steps(above, count: count) : under.steps(below, count: count)
      return side.map { Levels(rule: .symmetric, steps: below.isEmpty ? $0 : $0.map { -$0 }) }
    }
    if count == 1 { return Levels(rule: .symmetric, steps: [0]) }
    guard let positive = over.stepsBesideZero(above, count: count / 2),
      let negative = under.stepsBesideZero(below, count: count / 2)
    else { return nil }
    let zero = count.isMultiple(of: 2) ? [] : [0.0]
    return Levels(rule: .symmetric, steps: negative.map { -$0 } + zero + positive)
  }

  private static func ranks(
    _ sorted: [Double], count: Int, tolerance: Double, start: Double? = nil
  ) -> Levels {
    let split = LevelSplit(
      stepping: { values, count, _ in RankLevels(values, tolerance: tolerance).values(count: count)
      }, start: start)
    return Levels(rule: .ranks, steps: split.steps(sorted, count: count) ?? [])
  }
}
