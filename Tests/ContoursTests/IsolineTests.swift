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
}
