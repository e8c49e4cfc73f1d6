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

  /// Whether f has the same value at two of the four neighbours or more, as beside a jump.
  func isPlateau(_ column: Int, _ row: Int) -> Bool {
    let value = self[column, row]
    var equals = 0
    if column > 0, self[column - 1, row] == value { equals += 1 }
    if column < width - 1, self[column + 1, row] == value { equals += 1 }
    if row > 0, self[column, row - 1] == value { equals += 1 }
    if row < height - 1, self[column, row + 1] == value { equals += 1 }
    return equals >= 2
  }
}
