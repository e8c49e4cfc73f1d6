import RealModule

/// The straight line that least squares fits to points.
public struct FittedLine: Hashable, Sendable {
  /// Of ordinates over abscissas.
  public let slope: Double
  /// The sum of the squared deviations of the ordinates from the line.
  public let squares: Double

  /// - Parameter points: at least two, with different abscissas.
  public init(_ points: [(x: Double, y: Double)]) {
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

  /// The line through the logarithms, whose slope is the exponent of a power law.
  ///
  /// - Parameter ys: as many as `xs`; all numbers are above 0, else the slope is NaN.
  public init(logarithmic xs: [Double], _ ys: [Double]) {
    self.init(zip(xs, ys).map { (Double.log($0), Double.log($1)) })
  }
}
