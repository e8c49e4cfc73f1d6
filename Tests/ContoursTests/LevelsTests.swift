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
    let levels = Levels(
      samples: Self.valley.values, minimum: 0, rule: .spaced(.automatic, count: count))
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
    #expect(
      Levels(samples: saddle.values, minimum: nil, rule: .spaced(.automatic, count: 15)).values[7]
        == 0)
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
    let levels = Levels(rule: .excess, steps: [1, 2, 5])
    #expect([0.5, 1, 1.5, 2, 4, 5, 9].map(levels.band) == [0, 1, 1, 2, 2, 3, 3])
  }

  @Test(arguments: LevelSpacing.allCases, [1, 2, 7, 14, 20])
  func everySpacingHonoursTheCount(spacing: LevelSpacing, count: Int) throws {
    let saddle = Grid(x: -2...2, y: -2...2, columns: 81, rows: 81) { x, y in x * x * x - 2 * y }
    let narrow = (0...1000).map { 1000 + Double($0) / 1000 }
    for (samples, minimum) in [
      (Self.valley.values, 0.0), (Self.valley.values, nil), (saddle.values, nil), (narrow, 0),
      (narrow, 1000), (narrow, nil),
    ] {
      let levels = Levels(
        samples: samples, minimum: minimum, rule: .spaced(spacing, count: count))
      #expect(levels.values.count == count)
      #expect(levels.values == levels.values.sorted())
      let lowest = try #require(samples.min())
      let highest = try #require(samples.max())
      #expect(levels.values.allSatisfy { $0 > lowest && $0 <= highest })
    }
  }

  @Test func linearLevelsAreRoundMultiples() {
    let samples = (0...1000).map { 3 + Double($0) / 100 }
    let plain = Levels(samples: samples, minimum: nil, rule: .spaced(.linear, count: 9))
    #expect(plain.values == [4, 5, 6, 7, 8, 9, 10, 11, 12])
    let excess = Levels(samples: samples, minimum: 3, rule: .spaced(.linear, count: 4))
    #expect(excess.steps == [2, 4, 6, 8] && excess.values == [5, 7, 9, 11])
    #expect(excess.base == 3)
  }

  @Test func fixedLevelsAreTaken() {
    let levels = Levels(samples: [0, 1], minimum: 0, rule: .fixed([3, -1, 3, .nan]))
    #expect(levels.values == [-1, 3] && levels.base == nil)
  }

  /// A well on a plateau that rounding and far tails make uneven.
  @Test func plateausHaveNoLevelsOfTheirOwn() {
    let well = Grid(x: -20...20, y: -20...20, columns: 201, rows: 201) { x, y in
      let r = x * x + y * y
      return (x > y ? -1 : -0.999) / (1 + r * r * r)
    }
    let levels = Levels(samples: well.values, minimum: -1)
    #expect(levels.values.count == 14)
    #expect(levels.values.allSatisfy { $0 < -5e-5 })
  }

  @Test func rulesArePrinted() {
    #expect(LevelRule.automatic.description == "auto:14")
    #expect(LevelRule.fixed([1, 2.5]).description == "1.0,2.5")
  }
}
