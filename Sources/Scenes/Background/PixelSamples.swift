import Contours

/// The values of a function of two variables at the centres of pixels.
struct PixelSamples: Sendable {
  let width: Int
  let height: Int
  /// Row after row from the highest y.
  private let values: [Double]

  init(
    _ objective: (Double, Double) -> Double, x: ClosedRange<Double>, y: ClosedRange<Double>,
    width: Int, height: Int
  ) {
    let columns = Scale(x, from: 0, to: Double(width))
    let rows = Scale(y, from: Double(height), to: 0)
    let abscissas = (0..<width).map { columns.value(at: Double($0) + 0.5) }
    var values: [Double] = []
    values.reserveCapacity(width * height)
    for row in 0..<height {
      let ordinate = rows.value(at: Double(row) + 0.5)
      for abscissa in abscissas { values.append(objective(abscissa, ordinate)) }
    }
    self.width = width
    self.height = height
    self.values = values
  }

  subscript(column: Int, row: Int) -> Double { values[row * width + column] }

  /// How much f changes from pixel to pixel, along its gradient.
  func slope(_ column: Int, _ row: Int) -> Double {
    let across = difference(
      self[max(column - 1, 0), row], self[min(column + 1, width - 1), row],
      steps: min(column + 1, width - 1) - max(column - 1, 0))
    let down = difference(
      self[column, max(row - 1, 0)], self[column, min(row + 1, height - 1)],
      steps: min(row + 1, height - 1) - max(row - 1, 0))
    return (across * across + down * down).squareRoot()
  }

  private func difference(_ before: Double, _ after: Double, steps: Int) -> Double {
    steps > 0 ? (after - before) / Double(steps) : 0
  }

  /// What f takes on among a pixel and its eight neighbours, numbers only.
  func range(around column: Int, _ row: Int) -> ClosedRange<Double> {
    var low = self[column, row]
    var high = low
    for y in max(row - 1, 0)...min(row + 1, height - 1) {
      for x in max(column - 1, 0)...min(column + 1, width - 1) {
        // Comparisons with NaN are false.
        if self[x, y] < low { low = self[x, y] }
        if self[x, y] > high { high = self[x, y] }
      }
    }
    return ClosedRange(between: low, high)
  }

  /// Whether f has one value at a pixel and at three more with which it makes a square, as beside a
  /// jump. Along a line of a level, equal values have none of theirs beside them.
  func isPlateau(_ column: Int, _ row: Int) -> Bool {
    let value = self[column, row]
    let columns = [column - 1, column + 1].filter { 0 <= $0 && $0 < width }
    let rows = [row - 1, row + 1].filter { 0 <= $0 && $0 < height }
    return columns.contains { x in
      self[x, row] == value && rows.contains { self[column, $0] == value && self[x, $0] == value }
    }
  }
}
