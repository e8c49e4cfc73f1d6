import LinearAlgebra
import Objectives
import RealModule
import Specifications
import Testing

/// Generated sets against the formulas that their sources give.
@Suite struct GeneratedDataTests {
  /// Features and class number of each example of all parts.
  private func points(_ source: some DataSource) throws -> [Point] {
    let parts = try source.parts()
    return try [parts.training, parts.validation, parts.test].compactMap { $0 }.flatMap { part in
      let numbers = try part.classes.numbers
      return numbers.indices.map { (part.features[$0, 0], part.features[$0, 1], numbers[$0]) }
    }
  }

  private typealias Point = (x: Double, y: Double, number: Int)

  /// Rounding of a sum of two squares of numbers near 1.
  private let rounding = 4 * Double.ulpOfOne

  @Test func circlesHaveTheirRadii() throws {
    var circles = Circles()
    (circles.noise, circles.factor) = (0, 0.25)
    for (x, y, number) in try points(circles) {
      let radius = number == 0 ? 1 : 0.25
      #expect(abs(x * x + y * y - radius * radius) <= rounding)
    }
  }

  /// As make_moons has it: half of the unit circle above the axis; below, half of a circle about
  /// (1, 1/2).
  @Test func moonsAreHalvesOfCircles() throws {
    var moons = Moons()
    moons.noise = 0
    for (x, y, number) in try points(moons) {
      if number == 0 {
        #expect(abs(x * x + y * y - 1) <= rounding && y >= 0)
      } else {
        #expect(abs((x - 1) * (x - 1) + (y - 0.5) * (y - 0.5) - 1) <= rounding && y <= 0.5)
      }
    }
  }

  @Test func spiralsHaveTheirAngles() throws {
    var spirals = Spirals()
    (spirals.noise, spirals.classes) = (0, 3)
    for (x, y, number) in try points(spirals) {
      let radius = (x * x + y * y).squareRoot()
      let turn = radius * 1.5 + Double(number) / 3
      // Where the point would be, turned back onto the axis.
      let (c, s) = (Double.cos(2 * .pi * turn), Double.sin(2 * .pi * turn))
      #expect(abs(c * x + s * y - radius) <= 10 * rounding)
      #expect((0.1 - rounding...1 + rounding).contains(radius))
    }
  }

  @Test func xorHasTheCornersOfASquare() throws {
    var xor = XOR()
    xor.noise = 0
    for (x, y, number) in try points(xor) {
      #expect(abs(x) == 1 && abs(y) == 1)
      #expect((x * y < 0) == (number == 1))
    }
  }

  @Test func blobsWithoutSpreadAreTheirCentres() throws {
    var blobs = Blobs()
    (blobs.spread, blobs.classes) = (0, 4)
    let points = try points(blobs)
    #expect(Set(points.map { [$0.x, $0.y, Double($0.number)] }).count == 4)
    #expect(points.allSatisfy { abs($0.x) <= 10 && abs($0.y) <= 10 })
  }

  @Test func centresDoNotDependOnTheNumberOfExamples() throws {
    var (few, many) = (Blobs(), Blobs())
    (few.spread, many.spread, few.count, many.count) = (0, 0, 3, 300)
    #expect(few.parts().training.features == many.parts().training.features.rows([0, 1, 2]))
  }

  @Test func aLinearTargetIsLinear() throws {
    var data = LinearData()
    (data.noise, data.dimension) = (0, 3)
    let part = data.parts().training
    let (weights, intercept) = data.truth
    let values = try part.values
    for i in 0..<part.count {
      let terms = zip(weights, part.row(i)).map(*) + [intercept]
      // Rounding of the four terms and their sums.
      let bound = 4 * terms.map(abs).reduce(0, +) * .ulpOfOne
      #expect(abs(values[i] - terms.reduce(0, +)) <= bound)
    }
  }

  /// Means and variances over 3 · 10⁴ draws, within 5 standard errors of what the formula has.
  @Test func featuresHaveTheirVariances() {
    var data = LinearData()
    (data.count, data.dimension, data.condition) = (30_000, 3, 100)
    let part = data.parts().training
    let count = Double(part.count)
    for (j, variance) in [1, 0.1, 0.01].enumerated() {
      let x = (0..<part.count).map { part.features[$0, j] }
      let mean = x.reduce(0, +) / count
      let square = x.reduce(0) { $0 + $1 * $1 } / count
      #expect(abs(mean) <= 5 * (variance / count).squareRoot())
      #expect(abs(square - variance) <= 5 * variance * (2 / count).squareRoot())
    }
  }

  /// Each first part of the examples has as many of each class, but for one.
  @Test(arguments: ["spirals(classes=3)", "circles", "moons", "xor", "blobs(classes=7)"])
  func classesTakeTurns(_ text: String) throws {
    let part = try DataCatalogue.source(Specification(parsing: text)).parts().training
    let (numbers, names) = try part.classes
    var counts = [Int](repeating: 0, count: names.count)
    for number in numbers {
      counts[number] += 1
      #expect(try #require(counts.max()) - #require(counts.min()) <= 1)
    }
  }

  @Test(arguments: ["spirals", "circles", "moons", "xor", "blobs", "regression"])
  func anotherSeedIsOtherData(_ name: String) throws {
    let draws = try (1...3).map { seed in
      try DataCatalogue.source(Specification(parsing: "\(name)(seed=\(seed))")).parts()
    }
    let parts = draws.flatMap { [$0.training, $0.validation, $0.test] }
    #expect(Set(parts).count == 9)
  }
}
