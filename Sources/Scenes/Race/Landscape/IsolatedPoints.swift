import Contours
import Foundation

/// Tells extrema from points that are some of many, as in a valley whose floor is level: a mark at
/// one of those would be arbitrary.
struct IsolatedPoints {
  private let objective: (Double, Double) -> Double
  private let window: Window

  /// Shares of the window at which a point's surroundings are looked at. Two, lest another point
  /// that happens to lie as far away counts.
  private static let radii = [0.01, 0.0063]
  private static let directions = 72
  /// Of the differences around a point, how far below it others may lie that are as low: a point
  /// that is known to some digits lies somewhat above those.
  private static let tolerance = 1e-12

  init(_ objective: @escaping (Double, Double) -> Double, in window: Window) {
    (self.objective, self.window) = (objective, window)
  }

  /// The minima, or with a sign of −1 the maxima, that are alone; all that are no two numbers stay.
  func isolated(_ points: [[Double]], sign: Double = 1) -> [[Double]] {
    points.filter { point in
      point.count != 2 || !Self.radii.allSatisfy { isLevel(around: point, at: $0, sign: sign) }
    }
  }

  /// Whether the lowest value around a point, at a distance, is that of the point.
  private func isLevel(around point: [Double], at share: Double, sign: Double) -> Bool {
    let isInside = window.contains(PlanePoint(point[0], point[1]))
    let (width, height) = (share * window.width, share * window.height)
    func value(_ x: Double, _ y: Double) -> Double {
      // What a function is beyond its domain does not count.
      if isInside, !window.contains(PlanePoint(x, y)) { return .infinity }
      let value = objective(x, y)
      return value.isFinite ? sign * value : .infinity
    }
    func place(_ angle: Double) -> (x: Double, y: Double) {
      (point[0] + width * cos(angle), point[1] + height * sin(angle))
    }
    func around(_ angle: Double) -> Double {
      let (x, y) = place(angle)
      return value(x, y)
    }
    let own = sign * objective(point[0], point[1])
    let step = 2 * Double.pi / Double(Self.directions)
    let values = (0..<Self.directions).map { around(Double($0) * step) }
    guard own.isFinite, let best = values.indices.min(by: { values[$0] < values[$1] }),
      let highest = values.filter(\.isFinite).max()
    else { return false }
    let angle = Double(best) * step
    let lowest = Self.lowest(of: around, between: angle - step, angle + step)
    let least = min(around(lowest), values[best])
    return Self.isLevel(own: own, least: least, highest: highest) {
      let (x, y) = place(least < values[best] ? lowest : angle)
      return Self.steps(from: x, width).flatMap { x in
        Self.steps(from: y, height).map { y in value(x, y) }
      }
    }
  }

  /// Whether a value is the least of those around it, but for rounding. Others may lie somewhat
  /// below it, as it is not known where a minimum is to the last digit; above it they may lie by
  /// rounding alone, for beside huge values a small rise is one too.
  ///
  /// - Parameter neighbours: values at the places next to that of the least.
  private static func isLevel(
    own: Double, least: Double, highest: Double, neighbours: () -> [Double]
  ) -> Bool {
    if least < own { return own - least <= tolerance * (highest - least) + 4 * own.ulp }
    let rounding = neighbours().filter(\.isFinite).map { abs($0 - least) }.max() ?? 0
    return least - own <= rounding + 4 * own.ulp
  }

  /// A number and others as near as those at a distance from another can be told from it.
  private static func steps(from x: Double, _ distance: Double) -> [Double] {
    let step = max(x.ulp, distance * .ulpOfOne)
    return [-4, -1, 0, 1, 4].map { x + $0 * step }
  }

  /// The angle between two others at which a height is least, by golden section.
  private static func lowest(
    of height: (Double) -> Double, between low: Double, _ high: Double
  ) -> Double {
    let share = (Double(5).squareRoot() - 1) / 2
    var (low, high) = (low, high)
    var (left, right) = (high - share * (high - low), low + share * (high - low))
    var (below, above) = (height(left), height(right))
    for _ in 0..<80 {
      if below < above {
        (high, right, above) = (right, left, below)
        left = high - share * (high - low)
        below = height(left)
      } else {
        (low, left, below) = (left, right, above)
        right = low + share * (high - low)
        above = height(right)
      }
    }
    return below < above ? left : right
  }
}

extension IsolatedPoints {
  /// The same of a function of one variable, by either side of each place.
  static func isolated(
    _ places: [Double], of curve: (Double) -> Double, over x: ClosedRange<Double>, sign: Double = 1
  ) -> [Double] {
    places.filter { place in
      !radii.allSatisfy { share in
        let distance = share * (x.upperBound - x.lowerBound)
        let sides = [place - distance, place + distance].map { ($0, sign * curve($0)) }
          .filter { $0.1.isFinite }
        let own = sign * curve(place)
        guard own.isFinite, let highest = sides.map(\.1).max() else { return false }
        return sides.contains { side, height in
          isLevel(own: own, least: height, highest: highest) {
            steps(from: side, distance).map { sign * curve($0) }
          }
        }
      }
    }
  }
}
