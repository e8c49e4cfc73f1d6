import LinearAlgebra
import RealModule
import Testing

@testable import Scenes

/// Upright axes over many series: what they show fills them, and they can be read.
struct ChartAxisTests {
  /// Some of a kind each: falling by a factor or as a power, flat with a wobble, offset, tiny,
  /// huge, across zero, with zeros.
  static let series: [[Double]] = {
    var stream = RandomStream(seed: 5)
    var all: [[Double]] = [
      [0.19, 0.2], [1, 2], [0.05, 0.1], [1e-12, 3e-12], [9e5, 1.1e6], [-3, 4], [-1, -0.5],
      [0, 1], [3, 0.02, 0], [1e-300, 1e300], [7, 7.0001], [1e6 + 1, 1e6 + 2], [1e-9, 1],
    ]
    for _ in 0..<300 {
      let scale = Double.exp10(30 * stream.uniform() - 15)
      let decades = Double.exp10(3 * stream.uniform() - 1.5)
      all.append((0...20).map { scale * Double.exp10(-decades * Double($0) / 20) })
      all.append((1...20).map { scale / Double.pow(Double($0), 2 * stream.uniform() + 0.1) })
      all.append((0...20).map { scale * (1 + 0.3 * Double.sin(Double($0)) * stream.uniform()) })
    }
    return all
  }()

  /// The share of the axis, above its row for zero, between the least and the greatest value.
  private func share(_ values: [Double], _ axis: ValueAxis) throws -> Double {
    let ordinates = values.compactMap(axis.ordinate).filter { $0 >= axis.domain.lowerBound }
    let low = try #require(ordinates.min())
    let high = try #require(ordinates.max())
    let (foot, top) = (axis.domain.lowerBound, axis.domain.upperBound)
    guard axis.isLogarithmic else { return (high - low) / (top - foot) }
    return (Double.log(high) - Double.log(low)) / (Double.log(top) - Double.log(foot))
  }

  @Test(arguments: [ChartScale.linear, .logarithmic, nil])
  func atMostAFifthIsEmpty(scale: ChartScale?) throws {
    for values in Self.series {
      let axis = ValueAxis(values: values, scale: scale, title: "f")
      let isPositive = values.contains { $0 > 0 }
      guard isPositive || !axis.isLogarithmic else { continue }
      let shown = values.filter { $0 >= axis.domain.lowerBound }
      // One value beside those that are drawn with zero has no extent to fill it with.
      guard !axis.isLogarithmic || Set(shown).count > 1 else { continue }
      // From zero where that leaves no more than a fifth: zero is then among what is shown.
      let isFromZero = axis.domain.lowerBound == 0 && !axis.isLogarithmic
      let share = try share(values + (isFromZero && values.min() == 0 ? [0] : []), axis)
      #expect(share >= 0.8 - 1e-9, "\(values) \(axis.domain)")
    }
  }

  /// At any height that a chart may have.
  @Test(arguments: [ChartScale.linear, .logarithmic, nil], [60.0, 110, 240, 600])
  func twoTicksAreLabelled(scale: ChartScale?, height: Double) {
    for values in Self.series {
      let axis = ValueAxis(values: values, scale: scale, title: "f")
      let plot = Plot(
        area: Rect(x: 0, y: 0, width: 100, height: height), x: 0...1, y: axis.domain,
        isLogarithmicY: axis.isLogarithmic, zeroLabel: axis.zeroLabel)
      let target = max(2, Int(height / 54))
      // Beside the row for zero.
      let ticks = Tick.ticks(for: plot.y, target: target).filter {
        $0.label != nil && ($0.value != 0 || !axis.isLogarithmic)
      }
      #expect(ticks.count >= 2, "\(values) \(axis.domain)")
      #expect(ticks.count <= 3 * target + 2, "\(values) \(ticks.count)")
      #expect(Set(ticks.compactMap(\.label)).count == ticks.count)
      for tick in ticks where axis.isLogarithmic {
        #expect(tick.value >= axis.domain.lowerBound / 1.00001)
        #expect(tick.value <= axis.domain.upperBound * 1.00001)
      }
    }
  }

  /// Every value has its place on the axis.
  @Test(arguments: [ChartScale.linear, .logarithmic, nil])
  func allValuesAreOnTheAxis(scale: ChartScale?) throws {
    for values in Self.series {
      let axis = ValueAxis(values: values, scale: scale, title: "f")
      for value in values {
        let ordinate = try #require(axis.ordinate(value))
        let isBelow = axis.zeroLabel != nil && ordinate < axis.domain.lowerBound
        #expect(isBelow || axis.domain.contains(ordinate), "\(value) \(axis.domain)")
      }
    }
  }

  /// The clock begins where the first curve does: with the start, or the first step where nothing
  /// is known of that.
  @Test(arguments: [
    ([RaceChart(.excess)], 0), ([RaceChart(.speed)], 1),
    ([RaceChart(.speed), RaceChart(.rate)], 0),
  ])
  func clocksBeginAtTheFirstStep(charts: [RaceChart], first: Int) throws {
    let run = Fixture.trajectory([(0, 0), (0.5, 0.2), (0.8, 0.7), (1, 1)])
    let plans = charts.map { ChartPlan($0, of: [[run]], minimum: 0, clock: .steps) }
    #expect(plans.map(\.first).min() == first)
    let time = ClockAxis(.steps, from: first, last: 3)
    #expect(time.domain == Double(first)...3)
  }

  /// Axes of clouds show what is drawn of them, the quartiles, not the worst of all runs.
  @Test func cloudsAreScaledToTheirQuartiles() {
    let runs = (0..<9).map { i in
      Fixture.trajectory([(0, i == 8 ? 30 : 0.1), (1, 1.1), (1, 1.01)])
    }
    let plan = ChartPlan(RaceChart(.excess), of: [runs], minimum: 0, clock: .steps)
    #expect(plan.axis.domain.upperBound < 10)
    let alone = ChartPlan(RaceChart(.excess), of: runs.map { [$0] }, minimum: 0, clock: .steps)
    #expect(alone.axis.domain.upperBound > 9e4)
  }
}
