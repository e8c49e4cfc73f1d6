import Contours
import Testing

struct LevelsTests {
  private static let valley = Grid(x: -2...2, y: -1...3, columns: 101, rows: 101) { x, y in
    (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x)
  }

  private func isOneTwoFive(_ value: Double) -> Bool {
    Rung(nearest: value).value == value
  }

  @Test(arguments: [5, 10, 14, 20])
  func countIsHonoured(count: Int) {
    let levels = Levels(samples: Self.valley.values, minimum: 0, count: count)
    #expect(levels.rule == .excess)
    #expect(levels.values.count == count)
    #expect(Set(levels.values).count == count)
    #expect(levels.values == levels.values.sorted())
  }

  @Test func excessesAreOneTwoFive() {
    let levels = Levels(samples: Self.valley.values, minimum: 0)
    #expect(levels.values.allSatisfy(isOneTwoFive))
    let shifted = Levels(samples: Self.valley.values.map { $0 - 8 }, minimum: -8)
    #expect(zip(shifted.values, levels.values).allSatisfy { abs($0 + 8 - $1) < 1e-9 })
    #expect(shifted.values.count == 14)
  }

  @Test func shortRangesGetAFinerLadder() {
    let samples = (0...5000).map { 3 + Double($0) / 500 }
    let levels = Levels(samples: samples, minimum: 0)
    #expect(levels.rule == .excess)
    #expect(levels.values.count == 14)
    #expect(levels.values.suffix(4) == [7, 8, 9, 10])
  }

  @Test func valuesThatAreNoNumbersDoNotCount() {
    let spoilt = Self.valley.values + [.nan, .infinity, -.infinity]
    #expect(
      Levels(samples: spoilt, minimum: 0) == Levels(samples: Self.valley.values, minimum: 0))
    #expect(Levels(samples: [.nan, .infinity], minimum: 0).values.isEmpty)
  }

  @Test func saddlesHaveLevelsOnBothSides() {
    let saddle = Grid(x: -2...2, y: -2...2, columns: 81, rows: 81) { x, y in x * x - y * y }
    let levels = Levels(samples: saddle.values, minimum: nil)
    #expect(levels.rule == .symmetric)
    #expect(levels.values.count == 14)
    #expect(levels.values.count { $0 < 0 } == 7)
    #expect(levels.values.allSatisfy { isOneTwoFive(abs($0)) })
    #expect(Levels(samples: saddle.values, minimum: nil, count: 15).values[7] == 0)
  }

  @Test func narrowRangesFallBackToRanks() {
    let samples = (0...1000).map { 1000 + Double($0) / 1000 }
    let levels = Levels(samples: samples, minimum: 0)
    #expect(levels.rule == .ranks)
    #expect(levels.values.count == 14)
    let inside = samples.count { levels.band(of: $0) == 3 }
    #expect((60...73).contains(inside))
  }

  @Test func aConstantHasNoLevels() {
    #expect(Levels(samples: [3, 3, 3], minimum: 3).values.isEmpty)
    #expect(Levels(samples: [], minimum: nil).values.isEmpty)
  }

  @Test func bandsCountLevelsBelow() {
    let levels = Levels(rule: .excess, values: [1, 2, 5])
    #expect([0.5, 1, 1.5, 2, 4, 5, 9].map(levels.band) == [0, 1, 1, 2, 2, 3, 3])
  }
}
