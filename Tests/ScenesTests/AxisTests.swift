import Testing

@testable import Scenes

struct AxisTests {
  @Test func linearTicksAreRound() {
    let ticks = Tick.linear(-2...2, target: 8)
    #expect(ticks.map(\.label) == ["−2", "−1.5", "−1", "−0.5", "0", "0.5", "1", "1.5", "2"])
    #expect(Tick.linear(0...0.003, target: 3).map(\.label) == ["0", "0.001", "0.002", "0.003"])
    #expect(Tick.linear(0...2e7, target: 2).map(\.label) == ["0", "10⁷", "2·10⁷"])
  }

  @Test func logarithmicTicksArePowersOfTen() {
    let ticks = Tick.logarithmic(1e-4...1e2, target: 6)
    #expect(ticks.compactMap(\.label) == ["10⁻⁴", "10⁻³", "10⁻²", "10⁻¹", "1", "10", "10²"])
    let wide = Tick.logarithmic(1e-16...1e4, target: 5)
    #expect(wide.compactMap(\.label).count <= 6)
    #expect(Tick.logarithmic(0.8...30, target: 4).compactMap(\.label).contains("5"))
  }

  /// Numbers on an axis are written alike: all with powers, or none.
  @Test(arguments: [
    (0.01...100.0, ["0.01", "0.1", "1", "10", "100"]),
    (0.001...99_999, ["0.001", "0.01", "0.1", "1", "10", "100", "1000", "10000"]),
    (0.0001...1, ["10⁻⁴", "10⁻³", "10⁻²", "10⁻¹", "1"]),
    (1...1e5, ["1", "10", "10²", "10³", "10⁴", "10⁵"]),
    (0.02...0.6, ["0.02", "0.05", "0.1", "0.2", "0.5"]),
  ])
  func logarithmicTicksAreAlike(domain: ClosedRange<Double>, labels: [String]) {
    #expect(Tick.logarithmic(domain, target: 8).compactMap(\.label) == labels)
  }

  /// However narrow a window is.
  @Test(arguments: [1e-13, 1e-12, 1e-9], [1.0, -1, 0])
  func narrowWindowsHaveTicks(width: Double, middle: Double) {
    let ticks = Tick.linear(middle - width / 2...middle + width / 2, target: 5)
    #expect(ticks.count > 1 && Set(ticks.map(\.label)).count == ticks.count)
    #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $0.value < $1.value })
    // Beside 1 a power of ten says nothing.
    #expect(middle == 0 || ticks.allSatisfy { $0.label?.contains("·") == false })
  }

  @Test func valuesAreShort() {
    let values = [0, 1.0307, -1.03162845, 0.00001, 1_234_567, 99_999.9, 0.1 + 0.2, 4e-300]
    let texts = ["0", "1.031", "−1.032", "1e-05", "1.235e+06", "100000", "0.3", "4e-300"]
    #expect(values.map { NumberLabel.value($0) } == texts)
    #expect(NumberLabel.value(.nan) == "undefined")
    #expect(NumberLabel.value(-.infinity) == "−inf")
  }

  @Test func scalesStayFinite() throws {
    let scale = Scale(-2...2, from: 0, to: 100)
    #expect(scale.position(of: 0) == 50)
    #expect(scale.position(of: .nan) == nil)
    let far = try #require(scale.position(of: .greatestFiniteMagnitude))
    #expect(far.isFinite)
    let log = Scale(1e-3...1e3, from: 0, to: 60, isLogarithmic: true)
    let middle = try #require(log.position(of: 1))
    #expect(abs(middle - 30) < 1e-9)
    #expect(log.position(of: 0) == nil)
  }

  /// However far a place is, the line from the middle to it leads the same way.
  @Test(arguments: [
    (3e8, 3e6), (-1e200, 1e198), (1e308, 5e307), (-1.5e308, -1.5e306), (2e300, 1), (1, -1e308),
  ])
  func farPlacesKeepTheirDirection(x: Double, y: Double) throws {
    let plot = Plot(area: Rect(x: 100, y: 50, width: 400, height: 200), x: -2...2, y: -1...1)
    let place = try #require(plot.point(x, y))
    let middle = plot.area.center
    let (across, down) = (place.x - middle.x, middle.y - place.y)
    #expect(max(abs(across), abs(down)) <= 1.0001e7)
    // Both axes have 100 pixels a unit.
    let expected = (x / 2) / max(abs(x / 2), abs(y / 2)),
      rise = (y / 2) / max(abs(x / 2), abs(y / 2))
    let reach = max(abs(across), abs(down))
    #expect(abs(across / reach - expected) < 1e-9 && abs(down / reach - rise) < 1e-9)
  }

  @Test func axesReachTheLargestNumbers() {
    let domain = 1e300...Double.greatestFiniteMagnitude
    let scale = Scale(domain, from: 0, to: 300, isLogarithmic: true)
    #expect(Tick.ticks(for: scale, target: 5).contains { $0.label != nil })
  }

  @Test func labelsKeepTheirDistance() {
    let places = LabelSpreading.spread([10, 11, 12, 95], spacing: 10, from: 0, to: 100)
    #expect(places == [10, 20, 30, 95])
    let crowded = LabelSpreading.spread([99, 99, 99], spacing: 10, from: 0, to: 100)
    #expect(crowded.sorted() == [75, 85, 95])
  }
}
