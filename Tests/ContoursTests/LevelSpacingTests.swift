import Contours
import Testing

/// Levels of functions that are slopes, or far from zero.
struct LevelSpacingTests {
  private static let range = -5.0...5.0

  private func levels(
    minimum: Double? = nil, rule: LevelRule = .automatic, _ f: (Double, Double) -> Double
  ) -> Levels {
    Levels(of: f, x: Self.range, y: Self.range, minimum: minimum, rule: rule)
  }

  private func gaps(_ levels: Levels) -> [Double] {
    zip(levels.values, levels.values.dropFirst()).map { $1 - $0 }
  }

  /// A plane is a slope wherever it is zero: its lines are equally far apart.
  @Test(arguments: [(1.0, 0.0, 0.0), (0, -3, 0), (2, 1, 7), (1e-9, 3e-9, 0), (1e8, 1, -4e7)])
  func planesHaveEvenLevels(a: Double, b: Double, c: Double) throws {
    let levels = levels { a * $0 + b * $1 + c }
    #expect(levels.rule == .linear && levels.values.count == LevelRule.defaultCount)
    let gaps = gaps(levels)
    let (least, most) = (try #require(gaps.min()), try #require(gaps.max()))
    #expect(most - least < 1e-6 * most)
    // What is left over at the ends is no plateau.
    let reach = 5 * (abs(a) + abs(b))
    let (low, high) = (try #require(levels.values.first), try #require(levels.values.last))
    #expect(low - (c - reach) < 3 * most && c + reach - high < 3 * most)
    #expect(low > c - reach && high < c + reach)
  }

  @Test func whatIsNoPlaneKeepsItsRatios() {
    #expect(levels { x, y in x * x - y * y }.rule == .symmetric)
    #expect(levels { x, y in x + 1e-3 * y * y }.rule == .symmetric)
    #expect(levels(rule: .spaced(.symlog, count: 14)) { x, _ in x }.rule == .symmetric)
    #expect(levels { _, _ in 3 }.constant == 3)
  }

  /// Far from zero the heights are counted from a round number.
  @Test(
    arguments: [1e6, -1e6, 1e9, 2e12],
    [
      LevelRule.automatic, .spaced(.linear, count: 9), .spaced(.rank, count: 9),
      .spaced(.symlog, count: 9),
    ])
  func anOffsetIsTakenOff(shift: Double, rule: LevelRule) {
    let levels = levels(rule: rule) { x, y in shift + x * x - y * y }
    #expect(levels.offset == shift && levels.base == nil)
    #expect(zip(levels.steps, levels.values).allSatisfy { $0 + shift == $1 })
    #expect(levels.steps.allSatisfy { abs($0) < 25 } && levels.steps.count >= 9)
    #expect(levels.steps.contains { $0 < 0 } && levels.steps.contains { $0 > 0 })
  }

  @Test func levelsThatAreAskedForHaveAnOffsetToo() {
    let levels = Levels(samples: [], minimum: nil, rule: .fixed([1_000_001, 1_000_002, 1_000_004]))
    #expect(levels.offset == 1_000_000 && levels.steps == [1, 2, 4])
  }

  /// Near zero, and where f* is known, there is none.
  @Test func whatCanBeToldApartHasNoOffset() {
    #expect(levels { x, y in x * x - y * y }.offset == nil)
    #expect(levels { x, y in 100 + x * x - y * y }.offset == nil)
    #expect(levels(minimum: 1e6) { x, y in 1e6 + x * x + y * y }.offset == nil)
    #expect(Levels(rule: .fixed, steps: [1e6]).offset == nil)
  }
}
