import RealModule

/// Places levels so that some lie below where a race starts, however high the window reaches.
struct LevelSplit {
  /// Makes `count` steps among ascending magnitudes, those below a share of the largest left out;
  /// nil where it cannot.
  typealias Stepping = (_ magnitudes: [Double], _ count: Int, _ floor: Double) -> [Double]?

  let stepping: Stepping
  /// The magnitude of f where the race starts; nil where there is none.
  let start: Double?

  init(stepping: @escaping Stepping, start: Double?) {
    (self.stepping, self.start) = (stepping, start)
  }

  /// For heights above a base; a start there or below it has none.
  init(stepping: @escaping Stepping, height start: Double?) {
    self.init(stepping: stepping, start: start.flatMap { $0 > 0 ? $0 : nil })
  }

  /// Steps for the whole of some ascending magnitudes, if a third of them lies below the start;
  /// else half of them for what lies below it, and half for what lies above.
  func steps(_ magnitudes: [Double], count: Int) -> [Double]? {
    steps(magnitudes, count: count) { start in
      let below = Array(magnitudes.prefix { $0 < start })
      return below.count < Self.fewest ? Self.decades(below: start) : below + [start]
    }
  }

  /// The same for one side of zero where f lies on both.
  ///
  /// Zero is no minimum there: a race that starts next to it, as beside a saddle, runs past it at
  /// once and down the heights of the whole window, and what lies closer to zero may be rounding.
  func stepsBesideZero(_ magnitudes: [Double], count: Int) -> [Double]? {
    let isNextToZero = start.map { $0 < Ladder.lowest(of: magnitudes) } ?? true
    if isNextToZero { return stepping(magnitudes, count, Ladder.usualFloor) }
    return steps(magnitudes, count: count, below: Self.decades)
  }

  /// - Parameter samples: ascending magnitudes below the start; nil where there are none.
  private func steps(
    _ magnitudes: [Double], count: Int, below samples: (_ start: Double) -> [Double]?
  ) -> [Double]? {
    let whole = stepping(magnitudes, count, Ladder.usualFloor)
    guard let whole, let start, start.isFinite, count > 1 else { return whole }
    guard whole.count(where: { $0 <= start }) < max(1, count / 3) else { return whole }
    let above = Array(magnitudes.drop { $0 <= start })
    // What lies above is no rounding, however small beside the largest.
    let upper = stepping(above, count / 2, 0)?.filter { $0 > start } ?? []
    let lower = samples(start).flatMap { stepping($0, count - upper.count, Ladder.usualFloor) }
    guard let lower, !lower.isEmpty else { return whole }
    return lower.filter { $0 < start } + upper
  }

  /// Of fewer samples nothing can be told of what lies below the start.
  private static let fewest = 20

  /// The three decades up to the start; nil where that is no magnitude.
  private static func decades(below start: Double) -> [Double]? {
    guard start > 0 else { return nil }
    return (0...60).reversed().map { start * Double.exp10(-Double($0) / 20) }
  }
}
