import Contours
import Testing

@testable import Scenes

/// What a colour bar says.
struct LevelNameTests {
  @Test(arguments: [
    (1e6, "f − 10⁶"), (-1e6, "f + 10⁶"), (1.2e9, "f − 1.2·10⁹"), (60000, "f − 60000"),
  ])
  func offsetsAreInTheTitle(shift: Double, title: String) {
    let levels = Levels(
      of: { x, y in shift + x * x - y * y }, x: -5...5, y: -5...5, minimum: nil)
    let names = LevelNames(levels: levels)
    #expect(names.title == title)
    #expect(Set(names.all).count == levels.values.count)
    #expect(names.all.allSatisfy { $0.count <= 5 }, "\(names.all)")
  }

  /// Levels in ratios are written alike, as a logarithmic axis writes its numbers.
  @Test(arguments: [
    ([0.01, 0.5, 1, 20, 500], ["0.01", "0.5", "1", "20", "500"]),
    ([0.0005, 0.01, 0.5, 2, 20], ["5·10⁻⁴", "10⁻²", "5·10⁻¹", "2", "20"]),
    ([1.5, 1e3, 2e7], ["1.5", "10³", "2·10⁷"]),
  ])
  func levelsAreWrittenAlike(steps: [Double], names: [String]) {
    #expect(LevelNames(levels: Levels(rule: .excess, steps: steps, base: 0)).all == names)
    let below = Levels(rule: .symmetric, steps: steps.map { -$0 } + [0])
    #expect(LevelNames(levels: below).all == names.reversed().map { "−" + $0 } + ["0"])
  }

  /// On a plateau a star is nowhere in particular.
  @Test func plateausHaveNoStars() {
    func minimizers(_ f: @escaping @Sendable (Double, Double) -> Double) -> Int {
      Landscape(
        title: "f", objective: f, x: -5...5, y: -5...5, minimizers: [[0, 0]], minimum: f(0, 0)
      ).minimizers.count
    }
    #expect(minimizers { _, _ in 3 } == 0)
    #expect(minimizers { x, y in max(abs(x), abs(y), 1) } == 0)
    #expect(minimizers { x, y in x * x + y * y } == 1)
    #expect(minimizers { x, y in max(abs(x), abs(y)) } == 1)
  }
}
