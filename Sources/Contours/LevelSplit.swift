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

  /// For the distance of heights from a base; a start there has none.
  init(stepping: @escaping Stepping, start: Double?, above base: Double) {
    self.init(stepping: stepping, start: start.map { abs($0 - base) }.flatMap { $0 > 0 ? $0 : nil })
  }

  /// Steps for the whole of some ascending magnitudes, if a third of them lies below the start;
  /// else half of them for what lies below it, and half for what lies above.
  func steps(_ magnitudes: [Double], count: Int) -> [Double]? {
    let whole = stepping(magnitudes, count, Ladder.usualFloor)
    guard let whole, let start, start.isFinite, count > 1 else { return whole }
    guard whole.count(where: { $0 <= start }) < max(1, count / 3) else { return whole }
    let above = Array(magnitudes.drop { $0 <= start })
    // What lies above is no rounding, however small beside the largest.
    let upper = stepping(above, count / 2, 0)?.filter { $0 > start } ?? []
    let below = Array(magnitudes.prefix { $0 < start })
    let lower = stepping(
      below.count < Self.fewest ? Self.decades(below: start) : below + [start],
      count - upper.count, Ladder.usualFloor)
    guard let lower, !lower.isEmpty else { return whole }
    return lower.filter { $0 < start } + upper
  }

  /// Of fewer samples nothing can be told of what lies below the start.
  private static let fewest = 20

  private static func decades(below start: Double) -> [Double] {
    (0...60).reversed().map { start * Double.exp10(-Double($0) / 20) }
  }
}
