/// The straight line that least squares fits to points.
struct FittedLine {
  let slope: Double
  /// The sum of the squared deviations of the ordinates from the line.
  let squares: Double

  /// - Parameter points: at least two, with different abscissas.
  init(_ points: [(x: Double, y: Double)]) {
    let n = Double(points.count)
    let meanX = points.reduce(0) { $0 + $1.x } / n
    let meanY = points.reduce(0) { $0 + $1.y } / n
    let covariance = points.reduce(0) { $0 + ($1.x - meanX) * ($1.y - meanY) }
    let variance = points.reduce(0) { $0 + ($1.x - meanX) * ($1.x - meanX) }
    let slope = covariance / variance
    self.slope = slope
    squares = points.reduce(0) { sum, point in
      let deviation = point.y - meanY - slope * (point.x - meanX)
      return sum + deviation * deviation
    }
  }
}
