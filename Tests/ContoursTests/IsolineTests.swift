import Contours
import Testing

struct IsolineTests {
  @Test func aCircleIsClosedAndRound() {
    let grid = Grid(x: -2...2, y: -2...2, columns: 121, rows: 121) { x, y in x * x + y * y }
    let lines = grid.isolines(at: 1)
    #expect(lines.count == 1)
    #expect(lines.allSatisfy { $0.isClosed })
    for point in lines.flatMap(\.points) {
      #expect(abs(point.x * point.x + point.y * point.y - 1) < 1e-3)
    }
  }

  @Test func aPlaneGivesOneStraightLine() throws {
    let grid = Grid(x: 0...3, y: 0...1, columns: 31, rows: 11) { x, y in x + 2 * y }
    let lines = grid.isolines(at: 1.23)
    let line = try #require(lines.first)
    #expect(lines.count == 1 && !line.isClosed)
    #expect(line.points.allSatisfy { abs($0.x + 2 * $0.y - 1.23) < 1e-12 })
  }

  @Test func theMeanDecidesSaddleCells() {
    func lines(_ middle: Double) -> [Isoline] {
      let corners = [[1 + middle, -1], [-1, 1 + middle]]
      let grid = Grid(x: 0...1, y: 0...1, columns: 2, rows: 2) { x, y in corners[Int(y)][Int(x)] }
      return grid.isolines(at: 0)
    }
    // High corners at the lower left and the upper right are joined where the mean is high.
    func separatesLowCorners(_ line: Isoline) -> Bool {
      line.points.allSatisfy { $0.y <= $0.x } || line.points.allSatisfy { $0.y >= $0.x }
    }
    #expect(lines(0.5).count == 2 && lines(-0.5).count == 2)
    #expect(lines(0.5).allSatisfy(separatesLowCorners))
    #expect(!lines(-0.5).allSatisfy(separatesLowCorners))
  }

  @Test func cellsWithoutNumbersStayBlank() {
    let grid = Grid(x: -2...2, y: -2...2, columns: 41, rows: 41) { x, y in
      x > 0.55 ? .nan : x * x + y * y
    }
    let lines = grid.isolines(at: 1)
    #expect(lines.count == 1)
    #expect(!lines.contains { $0.isClosed })
    #expect(lines.flatMap(\.points).allSatisfy { $0.x.isFinite && $0.x < 0.6 })
  }

  /// A line as an undirected one: the points of a closed line without a beginning, those of an open
  /// one from its lesser end.
  private func normal(_ line: Isoline) -> Isoline {
    func isLess(_ a: PlanePoint, _ b: PlanePoint) -> Bool { (a.x, a.y) < (b.x, b.y) }
    guard line.isClosed else {
      let isForward = isLess(line.points[0], line.points[line.points.count - 1])
      return Isoline(level: line.level, points: isForward ? line.points : line.points.reversed())
    }
    let ring = Array(line.points.dropLast())
    let first = ring.indices.min { isLess(ring[$0], ring[$1]) } ?? 0
    let turned = Array(ring[first...] + ring[..<first])
    let isForward = isLess(turned[1], turned[turned.count - 1])
    let points = isForward ? turned : [turned[0]] + turned.dropFirst().reversed()
    return Isoline(level: line.level, points: points)
  }

  private static let grids: [Grid] = [
    Grid(x: -2...2, y: -1...3, columns: 57, rows: 43) { x, y in
      (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x)
    },
    // Noise is full of saddle cells.
    Grid(x: 0...1, y: 0...1, columns: 40, rows: 31) { x, y in
      (x * 7919 + y * 104_729 + x * y * 1_299_709).truncatingRemainder(dividingBy: 40)
    },
    Grid(x: -2...2, y: -2...2, columns: 45, rows: 30) { x, y in
      x * y > 1.5 ? .infinity : x < -1.7 && y < 0.4 ? .nan : 3 * x * x * x - y * y * x
    },
    Grid(x: 0...5, y: 0...5, columns: 6, rows: 6) { x, y in (x + y) },
    Grid(x: 0...1, y: 0...1, columns: 2, rows: 2) { x, y in x - y },
  ]

  @Test(arguments: grids)
  func linesAreThoseOfTheSimpleVersion(grid: Grid) {
    let levels = [-8, -1.5, -0.3, 0, 0.21, 1, 2, 5, 5.5, 10, 20, 33, 100, 500]
    let simple = levels.flatMap { SimpleIsolines.lines(of: grid, at: $0) }
    #expect(!simple.isEmpty)
    #expect(Set(grid.isolines(at: levels).map(normal)) == Set(simple.map(normal)))
    #expect(grid.isolines(at: levels).count == simple.count)
  }

  @Test func hundredsOfLevelsAreDrawnToo() {
    let plane = Grid(x: 0...1000, y: 0...1, columns: 11, rows: 3) { x, _ in x }
    let levels = (0..<600).map { Double($0) + 0.5 }
    let lines = plane.isolines(at: levels.reversed() + [.nan, .infinity])
    #expect(lines.map(\.level) == levels)
    #expect(lines.allSatisfy { line in line.points.allSatisfy { abs($0.x - line.level) < 1e-9 } })
  }

  @Test func higherValuesLieAtTheLeft() {
    let bowl = Grid(x: -2...2, y: -2...2, columns: 41, rows: 41) { x, y in x * x + y * y }
    for line in bowl.isolines(at: [0.5, 1, 2]) {
      let area = zip(line.points, line.points.dropFirst()).reduce(0) {
        $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y
      }
      #expect(area < 0)
    }
  }
}
