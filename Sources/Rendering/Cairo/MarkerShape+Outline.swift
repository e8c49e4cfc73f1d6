import Foundation
import Scenes

extension MarkerShape {
  /// The corners of the shape around the origin, within the square around the circle of the
  /// radius; for a circle a polygon that approximates it. The areas look about the same.
  func outline(radius: Double) -> [Point] {
    switch self {
    case .circle: Self.regular(32, radius: radius)
    case .square: Self.regular(4, radius: 1.2 * radius, turned: .pi / 4)
    case .diamond: Self.regular(4, radius: radius)
    case .triangle: Self.triangle(radius: radius)
    case .triangleDown: Self.triangle(radius: radius).map { Point($0.x, -$0.y) }
    case .pentagon: Self.regular(5, radius: radius)
    case .hexagon: Self.regular(6, radius: radius)
    case .star: Self.star(radius: radius)
    case .plus: Self.plus(radius: radius, turned: 0)
    case .cross: Self.plus(radius: radius, turned: .pi / 4)
    }
  }

  /// A place given by its distance and its angle, clockwise from the top.
  private static func place(_ radius: Double, _ angle: Double) -> Point {
    Point(radius * sin(angle), -radius * cos(angle))
  }

  private static func regular(_ corners: Int, radius: Double, turned: Double = 0) -> [Point] {
    (0..<corners).map { place(radius, turned + 2 * .pi * Double($0) / Double(corners)) }
  }

  /// Larger than the circle allows, and moved so that it stays within the square.
  private static func triangle(radius: Double) -> [Point] {
    regular(3, radius: 1.12 * radius).map { Point($0.x, $0.y + 0.17 * radius) }
  }

  private static func star(radius: Double) -> [Point] {
    (0..<10).map { place($0.isMultiple(of: 2) ? radius : 0.45 * radius, .pi * Double($0) / 5) }
  }

  /// Four arms, each with two corners at its end, and the corners between them.
  private static func plus(radius: Double, turned: Double) -> [Point] {
    let half = 0.33
    let flare = asin(half)
    return (0..<4).flatMap { arm in
      let angle = turned + .pi / 2 * Double(arm)
      return [
        place(radius, angle - flare), place(radius, angle + flare),
        place(radius * half * 2.0.squareRoot(), angle + .pi / 4),
      ]
    }
  }
}
