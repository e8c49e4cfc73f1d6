import Foundation
import Scenes

extension MarkerShape {
  /// The corners of the shape around the origin, within the square around the circle of the
  /// radius; for a circle a polygon that approximates it. The areas look about the same.
  ///
  /// - Parameter rim: How far out the sides are moved, with blunt corners that keep as near; only
  ///   where the shape is regular.
  func outline(radius: Double, rim: Double = 0) -> [Point] {
    switch self {
    case .star: Self.star(radius: radius)
    case .plus: Self.plus(radius: radius, turned: 0)
    case .cross: Self.plus(radius: radius, turned: .pi / 4)
    default: regular?.outline(radius: radius, rim: rim) ?? []
    }
  }

  /// Whether moving the sides of the shape out leaves a rim that looks everywhere as wide.
  var isRegular: Bool { regular != nil }

  private var regular: RegularShape? {
    switch self {
    case .circle: RegularShape(corners: 32)
    case .square: RegularShape(corners: 4, scale: 1.2, turned: .pi / 4)
    case .diamond: RegularShape(corners: 4)
    // Larger than the circle allows, and moved so that it stays within the square.
    case .triangle: RegularShape(corners: 3, scale: 1.12, drop: 0.17)
    case .triangleDown: RegularShape(corners: 3, scale: 1.12, turned: .pi, drop: -0.17)
    case .pentagon: RegularShape(corners: 5)
    case .hexagon: RegularShape(corners: 6)
    case .star, .plus, .cross: nil
    }
  }

  private static func star(radius: Double) -> [Point] {
    (0..<10).map {
      Point(($0.isMultiple(of: 2) ? radius : 0.45 * radius), angle: .pi * Double($0) / 5)
    }
  }

  /// Four arms, each with two corners at its end, and the corners between them.
  private static func plus(radius: Double, turned: Double) -> [Point] {
    let half = 0.33
    let flare = asin(half)
    return (0..<4).flatMap { arm in
      let angle = turned + .pi / 2 * Double(arm)
      return [
        Point(radius, angle: angle - flare), Point(radius, angle: angle + flare),
        Point(radius * half * 2.0.squareRoot(), angle: angle + .pi / 4),
      ]
    }
  }
}

/// A regular polygon; lengths are in radii of the marker.
private struct RegularShape {
  let corners: Int
  /// The radius of the circle through the corners.
  var scale = 1.0
  /// Clockwise, from a corner at the top.
  var turned = 0.0
  /// How far the centre lies below the marker's.
  var drop = 0.0

  func outline(radius: Double, rim: Double) -> [Point] {
    let step = 2 * Double.pi / Double(corners)
    return (0..<corners).flatMap { corner in
      let angle = turned + step * Double(corner)
      let place = Point(scale * radius, angle: angle)
      // Out from the sides that meet here, and from the corner.
      let ways = rim == 0 ? [0] : [-0.5, 0, 0.5]
      return ways.map { way in
        let out = Point(rim, angle: angle + way * step)
        return Point(place.x + out.x, place.y + out.y + drop * radius)
      }
    }
  }
}

extension Point {
  /// A place given by its distance and its angle, clockwise from the top.
  fileprivate init(_ radius: Double, angle: Double) {
    self.init(radius * sin(angle), -radius * cos(angle))
  }
}
