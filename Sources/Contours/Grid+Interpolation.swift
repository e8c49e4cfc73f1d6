extension Grid {
  /// The function between the nodes, linear along either axis; beyond the window as at its edge.
  /// Where a node is not finite, neither is what lies between it and its neighbours.
  public func interpolated(_ x: Double, _ y: Double) -> Double {
    let (column, right) = Self.cell(x, self.x, columns)
    let (row, up) = Self.cell(y, self.y, rows)
    let below = Self.blend(self[column, row], self[column + 1, row], right)
    let above = Self.blend(self[column, row + 1], self[column + 1, row + 1], right)
    return Self.blend(below, above, up)
  }

  /// The node before a place, and how far along the way to the next one it is, 0 to 1.
  private static func cell(
    _ place: Double, _ range: ClosedRange<Double>, _ count: Int
  ) -> (node: Int, share: Double) {
    // Halves, as the extent of a range may be more than the largest number.
    let part =
      (place / 2 - range.lowerBound / 2) / (range.upperBound / 2 - range.lowerBound / 2)
    guard part > 0 else { return (0, 0) }
    let steps = min(part, 1) * Double(count - 1)
    let node = min(Int(steps), count - 2)
    return (node, steps - Double(node))
  }

  /// At a node its own value, whatever the other is.
  private static func blend(_ a: Double, _ b: Double, _ share: Double) -> Double {
    if share == 0 { return a }
    if share == 1 { return b }
    return a * (1 - share) + b * share
  }
}
