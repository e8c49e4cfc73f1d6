import Contours
import Foundation
import JSON
import LinearAlgebra

@testable import Scenes

/// What films compute, and pages compute again, in files for the browser's tests: each a list of
/// questions with the answer of films at the end.
enum PageVectors {
  static var files: [String: JSON] {
    [
      "ticks": .array(linearTicks + logarithmicTicks), "conics": .array(conics.map(json)),
      "clips": .array(segments.map(json)), "spreads": .array(spreads),
    ]
  }

  // MARK: - Ticks

  /// Domains of every size about every place, those of decimals exactly at ticks, and some at the
  /// ends of what numbers can be.
  private static var linearTicks: [JSON] {
    let limit = Double.greatestFiniteMagnitude
    let plain: [(Double, Double)] = [
      (0, 1), (-5, 5), (0, 100), (-2.048, 2.048), (0.1, 0.3), (-512, 512), (0, 1e-12), (1, 1),
      (1e15, 1e15 + 2), (-limit, limit), (0, limit),
      (.leastNonzeroMagnitude, 1e-300), (1e9, 1e9 + 1e-4),
    ]
    var stream = RandomStream(seed: 7)
    let random = (0..<200).map { _ in
      let middle = (stream.uniform() - 0.5) * pow(10, 12 * stream.uniform() - 6)
      let half = pow(10, 10 * stream.uniform() - 6)
      return (middle - half, middle + half)
    }
    return (plain + random).flatMap { domain in
      [2, 3, 5, 9].map { ticks(domain, $0, isLogarithmic: false) }
    }
  }

  /// From parts of a decade, where no power lies, to more decades than there are labels.
  private static var logarithmicTicks: [JSON] {
    let plain: [(Double, Double)] = [
      (1, 10), (1e-16, 1e4), (1e-300, 1e300), (2.2, 4.7), (0.3, 30), (1e-5, 1e-3), (3, 3.1),
      (1, .greatestFiniteMagnitude), (.leastNonzeroMagnitude, 1),
    ]
    var stream = RandomStream(seed: 8)
    let random = (0..<200).map { _ in
      let low = pow(10, 40 * stream.uniform() - 30)
      return (low, low * pow(10, 25 * stream.uniform() * stream.uniform()))
    }
    return (plain + random).flatMap { domain in
      [2, 3, 5, 9].map { ticks(domain, $0, isLogarithmic: true) }
    }
  }

  /// Low, high, how many are wanted, whether the axis is logarithmic; the ticks.
  private static func ticks(
    _ domain: (Double, Double), _ target: Int, isLogarithmic: Bool
  ) -> JSON {
    let range = domain.0...domain.1
    let ticks =
      isLogarithmic
      ? Tick.logarithmic(range, target: target) : Tick.linear(range, target: target)
    return .array([
      .number(domain.0), .number(domain.1), .integer(target), .integer(isLogarithmic ? 1 : 0),
      .array(ticks.map { .array([.number($0.value), .optional($0.label, JSON.string)]) }),
    ])
  }

  // MARK: - Heads

  /// Points from one place to the whole of a small map, some of them missing; each with what is
  /// fixed, how far its ink reaches, and where the points are drawn.
  private static var spreads: [JSON] {
    var stream = RandomStream(seed: 11)
    let area = Rect(x: 0, y: 0, width: 300, height: 200)
    return (0..<120).map { i in
      let spread = i % 3 == 0 ? 0 : pow(10, 2.5 * stream.uniform())
      func point() -> Point {
        Point(
          150 + spread * (stream.uniform() - 0.5), 100 + 0.6 * spread * (stream.uniform() - 0.5))
      }
      let points = (0..<(1 + i % 9)).map { _ in stream.uniform() < 0.1 ? nil : point() }
      let fixed = (0..<(i % 4)).map { _ in (place: point(), reach: 8.4) }
      let spreading = HeadSpreading(fixed: fixed, reach: 7, area: area)
      func json(_ point: Point?) -> JSON { .optional(point) { .numbers([$0.x, $0.y]) } }
      return .array([
        .array(points.map(json)),
        .array(fixed.map { .numbers([$0.place.x, $0.place.y, $0.reach]) }),
        .array(spreading.spread(points).map(json)),
      ])
    }
  }

  // MARK: - Conics

  /// Ellipses and hyperbolas of all kinds of shape, seen from near by and from far away.
  private static var conics: [(conic: Conic, x: PlanePoint, reach: Double)] {
    var stream = RandomStream(seed: 9)
    func number() -> Double { (stream.uniform() - 0.5) * pow(10, 4 * stream.uniform() - 2) }
    return (0..<60).compactMap { _ in
      let x = PlanePoint(number(), number())
      let form = PlaneForm(number(), number(), number())
      let conic = Conic(modelAbout: x, gradient: PlanePoint(number(), number()), form: form)
      return conic.map { ($0, x, pow(10, 4 * stream.uniform() - 2)) }
    }
  }

  /// The numbers of a page's conic, whether it is an ellipse, the place from which it is seen and
  /// how far; the vertices of each curve.
  private static func json(
    _ sample: (conic: Conic, x: PlanePoint, reach: Double)
  ) -> JSON {
    let (conic, x, reach) = sample
    guard let (first, second, isEllipse) = conic.spans else { return .null }
    let numbers = [conic.center, first, second].flatMap { [$0.x, $0.y] }
    return .array([
      .numbers(numbers), .integer(isEllipse ? 1 : 0), .numbers([x.x, x.y]), .number(reach),
      .array(
        conic.curves(near: x, reach: reach).map { curve in
          .array(curve.map { .numbers([$0.x, $0.y]) })
        }),
    ])
  }

  // MARK: - Clipping

  private static let area = Rect(x: 20, y: 10, width: 400, height: 300)

  /// Inside, across, along the sides, beside, without length, and from very far away.
  private static var segments: [(Point, Point)] {
    var stream = RandomStream(seed: 10)
    let xs = [-30, 20, 120, 420, 500, 1e7]
    let ys = [-1e7, -30, 10, 110, 310, 400]
    let corners = xs.flatMap { x in ys.map { Point(x, $0) } }
    let random = (0..<300).map { _ in
      Point(600 * stream.uniform() - 80, 500 * stream.uniform() - 90)
    }
    return corners.flatMap { a in corners.map { (a, $0) } } + zip(random, random.dropFirst())
  }

  /// The area, the ends; the ends of the part within, null if there is none.
  private static func json(_ segment: (Point, Point)) -> JSON {
    let part = area.clip(segment.0, segment.1)
    return .array([
      .numbers([area.x, area.y, area.maxX, area.maxY]),
      .numbers([segment.0.x, segment.0.y, segment.1.x, segment.1.y]),
      .optional(part) { .numbers([$0.start.x, $0.start.y, $0.end.x, $0.end.y]) },
    ])
  }
}
