/// A connected piece of the set where a function takes one value.
public struct Isoline: Hashable, Sendable {
  /// The value of f along the line.
  public let level: Double
  /// For a closed line the first point is repeated at the end.
  public let points: [PlanePoint]

  /// - Parameter points: in order along the line; of a closed one the first again at the end.
  public init(level: Double, points: [PlanePoint]) {
    self.level = level
    self.points = points
  }

  /// Whether the line ends where it begins; else it ends at the window's edge or a blank cell.
  public var isClosed: Bool { points.count > 2 && points.first == points.last }
}

extension Grid {
  /// The lines on which the bilinear surface through the samples reaches one of some levels, in the
  /// levels' ascending order, by marching squares. Higher values lie at their left. Cells with a
  /// corner that is no finite number stay blank.
  ///
  /// - Complexity: O(nodes + length of the lines) for each 254 levels.
  public func isolines(at levels: [Double]) -> [Isoline] {
    let levels = Set(levels.filter(\.isFinite)).sorted()
    var lines: [Isoline] = []
    for first in stride(from: 0, to: levels.count, by: LevelCells.largestCount) {
      let some = Array(levels[first..<min(first + LevelCells.largestCount, levels.count)])
      let cells = LevelCells(self, levels: some)
      var tracer = LineTracer(self, cells)
      for (i, level) in some.enumerated() {
        lines += tracer.lines(at: level, index: UInt8(i), cells: cells.cells[i])
      }
    }
    return lines
  }

  /// The lines of one level; none where it is not finite.
  public func isolines(at level: Double) -> [Isoline] { isolines(at: [level]) }
}
