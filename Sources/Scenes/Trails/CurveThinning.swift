/// Thins a curve to what pixels can show.
enum CurveThinning {
  /// Of the points in one column of pixels only the first, the lowest, the highest and the last
  /// stay, in their order.
  static func thin(_ line: [(point: Point?, clock: Int)]) -> [(point: Point?, clock: Int)] {
    var result: [(point: Point?, clock: Int)] = []
    var column: [(point: Point, clock: Int)] = []
    for (point, clock) in line {
      let isSame = point.map { $0.x.rounded(.down) } == column.first?.point.x.rounded(.down)
      if !isSame {
        result += extremes(column)
        column = []
      }
      if let point { column.append((point, clock)) } else { result.append((nil, clock)) }
    }
    return result + extremes(column)
  }

  private static func extremes(
    _ column: [(point: Point, clock: Int)]
  ) -> [(point: Point?, clock: Int)] {
    guard column.count > 4 else { return column.map { ($0.point, $0.clock) } }
    let indices = column.indices
    let low = indices.min { column[$0].point.y < column[$1].point.y } ?? 0
    let high = indices.max { column[$0].point.y < column[$1].point.y } ?? 0
    return Set([0, low, high, column.count - 1]).sorted()
      .map { (column[$0].point, column[$0].clock) }
  }
}
