import Contours
import RealModule
import Testing

/// Levels around where a race starts, however high the window reaches.
struct LevelSplitTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let start: (Double, Double)
    var minimum: Double?
    let f: @Sendable (Double, Double) -> Double

    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "exp(x²+y²)", start: (1.5, 1), minimum: 1) { .exp($0 * $0 + $1 * $1) },
    Case(name: "x²⁰+y²⁰", start: (1.5, 1), minimum: 0) { .pow($0, 20) + .pow($1, 20) },
    Case(name: "beside the minimum", start: (1e-9, 0), minimum: 0) { $0 * $0 + $1 * $1 },
    Case(name: "sinh(10x)+sinh(10y)", start: (0.3, 0.1)) { .sinh(10 * $0) + .sinh(10 * $1) },
    Case(name: "exp(x²)-exp(y²)", start: (1.5, 1)) { .exp($0 * $0) - .exp($1 * $1) },
    Case(name: "below zero", start: (-0.1, -0.2)) { .sinh(10 * $0) + .sinh(10 * $1) },
    Case(name: "a plateau", start: (0.2, 0.1), minimum: 0) {
      1 - .exp(-10 * ($0 * $0 + $1 * $1))
    },
  ]

  private func levels(_ item: Case, _ rule: LevelRule, from start: Double?) -> Levels {
    let samples = Grid(x: -4.9...4.9, y: -4.9...4.9, columns: 50, rows: 50, function: item.f).values
    return Levels(samples: samples, minimum: item.minimum, rule: rule, start: start)
  }

  @Test(arguments: cases, [LevelSpacing.automatic, .log, .symlog])
  func theStartLiesAmongTheLevels(item: Case, spacing: LevelSpacing) throws {
    let start = item.f(item.start.0, item.start.1)
    for count in [5, 14, 30] {
      let levels = levels(item, .spaced(spacing, count: count), from: start)
      #expect(try #require(levels.values.first) < start)
      #expect(start < (try #require(levels.values.last)))
      #expect(zip(levels.values, levels.values.dropFirst()).allSatisfy(<))
      // A side of a symmetric rule may have a level less; a plateau has few ranks.
      #expect((count - 2...count).contains(levels.values.count) || levels.rule == .ranks)
      // Enough for the race to cross, by height above what levels are counted from.
      let near = levels.values.count {
        abs($0 - (levels.base ?? 0)) <= abs(start - (levels.base ?? 0))
      }
      #expect(near >= max(1, count / 6))
    }
  }

  @Test func theWholeWindowHasLevels() throws {
    let item = Self.cases[0]
    let levels = levels(item, .automatic, from: item.f(1.5, 1))
    #expect(levels.values.count { $0 > 1e3 } >= 6)
    #expect(try #require(levels.values.last) > 1e20)
  }

  /// Where levels lie below the start anyway, nothing changes.
  @Test func usualRacesHaveTheLevelsOfTheirWindow() {
    let valley = Case(name: "valley", start: (0, 0), minimum: 0) { x, y in
      (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x)
    }
    let usual = levels(valley, .automatic, from: nil)
    // Among them what is no height, and the minimum itself.
    for start in [24.2, 1e3, 1e300, .infinity, .nan, 0] {
      #expect(levels(valley, .automatic, from: start) == usual)
      #expect(levels(valley, .fixed([1, 2]), from: start).values == [1, 2])
    }
  }

  /// A race that starts beside a saddle runs down the whole window: it has the levels of that.
  @Test(arguments: [(0.01, 0.001), (0.001, 0.01), (1e-7, 0), (0, 0)])
  func saddlesHaveTheLevelsOfTheirWindow(x: Double, y: Double) {
    for spacing in [LevelSpacing.automatic, .log, .symlog] {
      func levels(from start: Double?) -> [Double] {
        Levels(
          of: { $0 * $0 - $1 * $1 }, x: -5...5, y: -5...5, minimum: nil,
          rule: .spaced(spacing, count: 14), start: start
        ).values
      }
      #expect(levels(from: x * x - y * y) == levels(from: nil))
    }
    let side = [0.02, 0.05, 0.2, 0.5, 2, 5, 20]
    let levels = Levels(
      of: { $0 * $0 - $1 * $1 }, x: -5...5, y: -5...5, minimum: nil, start: x * x - y * y)
    #expect(levels.values == side.reversed().map { -$0 } + side)
  }

  /// A start is on one side of zero: the other has the levels of the window.
  @Test(arguments: [(0.3, 0.1), (-0.3, -0.1)])
  func oneSideOfZeroIsSplit(x: Double, y: Double) {
    func levels(from start: Double?) -> [Double] {
      Levels(
        of: { .sinh(10 * $0) + .sinh(10 * $1) }, x: -4.9...4.9, y: -4.9...4.9, minimum: nil,
        start: start
      ).values
    }
    let start = Double.sinh(10 * x) + Double.sinh(10 * y)
    let (split, whole) = (levels(from: start), levels(from: nil))
    func side(_ levels: [Double], _ sign: Double) -> [Double] { levels.filter { $0 * sign > 0 } }
    #expect(side(split, -start) == side(whole, -start))
    #expect(side(split, start) != side(whole, start))
    #expect(split.allSatisfy { abs($0) >= 1e-4 })
  }

  /// Ranks of heights that are all below zero: levels around the start, in order.
  @Test(arguments: [-1.9995, -1.95, -1.5, -1.001, -3, 0]) func ranksBelowZeroStayInOrder(
    start: Double
  ) {
    let samples = (0..<1000).map { -2 + Double($0) / 1000 }
    let levels = Levels(samples: samples, minimum: nil, start: start)
    #expect(levels.rule == .ranks && levels.values.count >= 13)
    #expect(zip(levels.values, levels.values.dropFirst()).allSatisfy(<))
    #expect(levels.values.allSatisfy { (-2...(-1)).contains($0) })
  }
}
