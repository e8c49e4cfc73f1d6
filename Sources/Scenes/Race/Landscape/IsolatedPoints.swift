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
  /// Of the differences around a point, what counts as none.
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
    func height(_ angle: Double) -> Double {
      let place = PlanePoint(
        point[0] + share * window.width * cos(angle),
        point[1] + share * window.height * sin(angle))
      // What a function is beyond its domain does not count.
      if isInside, !window.contains(place) { return .infinity }
      let value = objective(place.x, place.y)
      return value.isFinite ? sign * value : .infinity
    }
    let own = sign * objective(point[0], point[1])
    let step = 2 * Double.pi / Double(Self.directions)
    let around = (0..<Self.directions).map { Double($0) * step }
      .map { (angle: $0, height: height($0)) }
    guard own.isFinite, let best = around.min(by: { $0.height < $1.height }),
      let highest = around.map(\.height).filter(\.isFinite).max()
    else { return false }
    let least = min(
      best.height, Self.least(of: height, between: best.angle - step, best.angle + step))
    return abs(least - own) <= Self.tolerance * (highest - least) + 4 * own.ulp
  }

  /// The lowest value between two angles, by golden section.
  private static func least(
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
    return min(below, above)
  }
}

extension IsolatedPoints {
  /// The same of a function of one variable, by either side of each place.
  static func isolated(
    _ places: [Double], of curve: (Double) -> Double, over x: ClosedRange<Double>
  ) -> [Double] {
    let extent = x.upperBound - x.lowerBound
    return places.filter { place in
      !radii.allSatisfy { share in
        let own = curve(place)
        let sides = [-share, share].map { abs(curve(place + $0 * extent) - own) }
          .filter(\.isFinite)
        guard let least = sides.min(), let most = sides.max() else { return false }
        return least <= tolerance * most
      }
    }
  }
}
