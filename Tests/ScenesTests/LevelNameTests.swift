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
