/// Samples of a function of two variables at the nodes of a grid that spans a window.
public struct Grid: Sendable {
  /// From the first column of nodes to the last.
  public let x: ClosedRange<Double>
  /// From the first row of nodes, the lowest, to the last.
  public let y: ClosedRange<Double>
  /// Nodes in a row, at least 2.
  public let columns: Int
  /// Rows of nodes, at least 2.
  public let rows: Int
  /// `columns * rows` samples, row after row from the lowest y.
  public let values: [Double]

  /// Samples `function` at every node. Requires at least two columns and two rows.
  public init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, columns: Int, rows: Int,
    function: (Double, Double) -> Double
  ) {
    precondition(columns >= 2 && rows >= 2, "a grid without cells")
    self.x = x
    self.y = y
    self.columns = columns
    self.rows = rows
    var values: [Double] = []
    values.reserveCapacity(columns * rows)
    for row in 0..<rows {
      let ordinate = Self.node(row, of: rows, in: y)
      for column in 0..<columns {
        values.append(function(Self.node(column, of: columns, in: x), ordinate))
      }
    }
    self.values = values
  }

  /// The sample at a node, column and row counted from 0, the lowest y first.
  public subscript(column: Int, row: Int) -> Double {
    values[row * columns + column]
  }

  /// The place of a node.
  public func location(column: Int, row: Int) -> PlanePoint {
    PlanePoint(Self.node(column, of: columns, in: x), Self.node(row, of: rows, in: y))
  }

  private static func node(_ i: Int, of count: Int, in range: ClosedRange<Double>) -> Double {
    let share = Double(i) / Double(count - 1)
    return range.lowerBound * (1 - share) + range.upperBound * share
  }
}
