import Contours
import Objectives
import Synchronization
import Testing

@testable import Experiments
@testable import Scenes

/// Maps of costly functions are made from fewer values.
@Suite struct MapSamplingTests {
  /// A value a pixel needs about 2²⁰ values; what all of them cost stays within 2³² additions,
  /// down to 32 × 32.
  @Test(arguments: [
    (1, nil), (4096, nil), (4097, 512), (16_384, 512), (16_385, 256), (65_537, 128),
    (262_145, 64), (1_048_577, 32), (Int.max, 32),
  ])
  func costsAreBounded(cost: Int, side: Int?) {
    let sampling = MapSampling(valueCost: cost)
    #expect(sampling.side == side)
    #expect((sampling.note == nil) == (side == nil))
  }

  /// Linear functions are what they are between nodes, and at nodes all are.
  @Test func gridsAreInterpolated() {
    let plane = Grid(x: -1...3, y: 2...4, columns: 5, rows: 3) { 2 * $0 - 3 * $1 + 1 }
    for (x, y) in [(-1.0, 2.0), (3, 4), (0.25, 3.5), (2.9, 2.1)] {
      #expect(abs(plane.interpolated(x, y) - (2 * x - 3 * y + 1)) <= 1e-14)
    }
    #expect(plane.interpolated(-9, 9) == plane.interpolated(-1, 4))
    let product = Grid(x: 0...1, y: 0...1, columns: 2, rows: 2) { $0 * $1 }
    #expect(product.interpolated(0.5, 0.5) == 0.25)
    let pole = Grid(x: 0...2, y: 0...1, columns: 3, rows: 2) { x, _ in 1 / x }
    #expect(pole.interpolated(0, 0) == .infinity && pole.interpolated(0.5, 0.5) == .infinity)
    #expect(pole.interpolated(1, 0.5) == 1 && pole.interpolated(1.5, 0.5) == 0.75)
    let widest = Grid(
      x: -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude, y: 0...1, columns: 2,
      rows: 2
    ) { x, _ in x < 0 ? 0 : 4 }
    #expect(widest.interpolated(0, 0) == 2)
  }

  /// Film and page ask for no more than the samples, the levels' included, and say so.
  @Test(arguments: [(1_048_577, 32), (65_537, 128)])
  func racesAskForNoMore(cost: Int, side: Int) {
    let calls = Calls()
    var landscape = Landscape(
      title: "valley",
      objective: { x, y in
        calls.count.add(1, ordering: .relaxed)
        return Fixture.valley(x, y)
      }, x: -2...2, y: -1...3, minimum: 0)
    landscape.sampling = MapSampling(valueCost: cost)
    var style = RaceStyle()
    style.contours.isVector = true
    let film = RaceFilm(
      Fixture.field, on: landscape, style: style, measuring: FixedWidthMeasuring())
    #expect(calls.count.load(ordering: .relaxed) == side * side)
    let page = RacePage(Fixture.field, on: landscape, style: style)
    #expect(calls.count.load(ordering: .relaxed) == 2 * side * side)
    let note = "contours from \(side) × \(side) values"
    #expect(page.raceText.contains(note))
    let texts = film.background.marks.compactMap { mark in
      if case .text(let text, _, _) = mark { text } else { nil }
    }
    #expect(texts.contains { $0.contains(note) })
  }

  private final class Calls: Sendable {
    let count = Atomic(0)
  }
}

// MARK: - What functions cost

extension MapSamplingTests {
  /// Everything in the catalogue that is shown in two variables has a value a pixel, but for sums
  /// over examples.
  @Test(
    arguments: FunctionCatalogue.names.filter {
      (try? FunctionCatalogue.function($0))?.finiteSum == nil
    })
  func ordinaryFunctionsAreDrawnInFull(_ name: String) throws {
    let function = try FunctionCatalogue.function(name)
    #expect(function.valueCost >= function.dimension)
    #expect(MapSampling(valueCost: function.valueCost).side == nil)
  }

  /// Twice the terms, and for matrices twice the variables, cost about twice and four times.
  @Test(arguments: [
    ("sum(i,1,1000,sin(i*x)*cos(i*y))", "sum(i,1,2000,sin(i*x)*cos(i*y))", 2.0),
    ("sphere:n=500", "sphere:n=1000", 2), ("noisy(sphere:n=500)", "sphere:n=1000", 2),
    ("bbob-f15:n=400", "bbob-f15:n=800", 4),
    (
      "rotate(sphere:n=200,seed=1)",
      "rotate(sphere:n=400,seed=1)", 4
    ),
    ("mgh-32:n=5,m=1000", "mgh-32:n=5,m=2000", 2),
  ])
  func costsGrowWithTheWork(small: String, large: String, ratio: Double) throws {
    let costs = try [small, large].map { try FunctionCatalogue.function($0).valueCost }
    #expect(abs(Double(costs[1]) / Double(costs[0]) - ratio) <= 0.1 * ratio)
  }

  @Test(arguments: ["sum(i,1,20000,sin(i*x)*cos(i*y))", "bbob-f15:n=1000", "sphere:n=100000"])
  func costlyFunctionsAreNot(_ name: String) throws {
    #expect(MapSampling(valueCost: try FunctionCatalogue.function(name).valueCost).side != nil)
  }
}
