import Experiments
import RealModule

/// The rate of decay of the excess error, as a power of the step count: the slope p of
/// log (f − min f) against log k, fitted by least squares.
///
/// An excess of O(1/k) shows as p = −1, one of O(1/k²) as −2; a slope that steepens with k is
/// faster than any power. Points closer than 2% in k are left out, so that late steps do not
/// outweigh early ones; the fit is over the later half (on that scale) of the steps up to the first whose
/// excess falls to rounding.
public struct FittedRate: Hashable, Sendable {
  /// p.
  public let slope: Double
  /// The steps from and to which the line was fitted.
  public let range: ClosedRange<Int>

  /// Nil where fewer than five points are left, or min f is not known.
  ///
  /// An excess of at most 1e-14, or of a few units in the last place of min f, is rounding, and
  /// ends the range.
  public init?(_ trajectory: Trajectory) {
    let floor = max(1e-14, 8 * (trajectory.minimum ?? 0).ulp)
    let points = Self.points(of: trajectory, floor: floor)
    guard let last = points.last, let first = points.first else { return nil }
    let middle = (Double(first.step) * Double(last.step)).squareRoot()
    let late = Self.thinned(points.filter { Double($0.step) >= middle })
    guard late.count >= 5, let start = late.first, let end = late.last else { return nil }
    slope = Self.slope(late.map { (.log(Double($0.step)), .log($0.excess)) })
    range = start.step...end.step
  }

  private typealias Sample = (step: Int, excess: Double)

  private static func points(of trajectory: Trajectory, floor: Double) -> [Sample] {
    var points: [Sample] = []
    for i in 0..<trajectory.count where trajectory.steps[i] > 0 {
      guard let excess = trajectory.excess(i), excess > floor, excess.isFinite else { break }
      points.append((trajectory.steps[i], excess))
    }
    return points
  }

  /// Those of at least 1.02 times the step before.
  private static func thinned(_ points: [Sample]) -> [Sample] {
    var kept: [Sample] = []
    for point in points where Double(point.step) >= 1.02 * Double(kept.last?.step ?? 0) {
      kept.append(point)
    }
    return kept
  }

  private static func slope(_ points: [(x: Double, y: Double)]) -> Double {
    let n = Double(points.count)
    let meanX = points.reduce(0) { $0 + $1.x } / n
    let meanY = points.reduce(0) { $0 + $1.y } / n
    let covariance = points.reduce(0) { $0 + ($1.x - meanX) * ($1.y - meanY) }
    let variance = points.reduce(0) { $0 + ($1.x - meanX) * ($1.x - meanX) }
    return covariance / variance
  }
}
