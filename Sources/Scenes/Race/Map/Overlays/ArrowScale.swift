import Contours
import RealModule

/// How many times their length arrows and boxes are drawn.
///
/// One factor is for all of a film, so that they can be compared and added: 1, 2, 5, 10 and so on,
/// at most 1000, the largest with which nine in ten steps of a run are drawn no longer than an
/// eighth of the map's shorter side, in the median of the runs. A run whose −ε∇f are much
/// longer than steps, as Adam's and Newton's are, has a smaller factor for gradients and boxes.
///
/// What is longer than a quarter of that side all the same is shortened to it, but no step to less
/// than its length. Whatever is not drawn with the film's factor is dashed.
struct ArrowScale: Hashable, Sendable {
  let factor: Double

  /// The largest length relative to the shorter side of the map.
  static let longest = 0.25
  private static let usual = 0.125

  /// From the steps of some runs on a map.
  init(_ runs: [RaceRun], on map: Plot) {
    let side = map.area.shorterSide
    let factors = runs.compactMap { Self.usualLength($0, map) { $0.nextStep($1) } }
      .map { max(1, Self.factor(Self.usual * side / $0)) }.sorted()
    factor = factors.isEmpty ? 1 : factors[(factors.count - 1) / 2]
  }

  /// The factor for a run's gradients and boxes.
  func gradientFactor(of run: RaceRun, on map: Plot) -> Double {
    let length = Self.usualLength(run, map) { run, i in
      run.diagnostics(i).map { run.nextRate(i) * $0.gradient }
    }
    let side = map.area.shorterSide
    guard let length, factor * length > Self.longest * side else { return factor }
    return min(factor, Self.factor(Self.usual * side / length))
  }

  /// Nine in ten of the vectors that can be seen, from entries on the map, are no longer; in
  /// pixels.
  private static func usualLength(
    _ run: RaceRun, _ map: Plot, _ vector: (RaceRun, Int) -> PlanePoint?
  ) -> Double? {
    let lengths = run.points.indices.compactMap { i -> Double? in
      let point = run.points[i]
      guard let place = map.point(point.x, point.y), map.area.contains(place),
        let offset = vector(run, i).flatMap(map.offset)
      else { return nil }
      return offset.length > 1e-3 ? offset.length : nil
    }.sorted()
    return lengths.isEmpty ? nil : lengths[(lengths.count - 1) * 9 / 10]
  }

  /// The largest of 1, 2, 5, 10 … that is no more than a limit, from 10⁻⁹ to 1000.
  private static func factor(_ limit: Double) -> Double {
    let powers = (-9...2).map { Double.exp10(Double($0)) }
    return (powers.flatMap { [$0, 2 * $0, 5 * $0] } + [1000]).last { $0 <= limit } ?? 1e-9
  }

  /// "arrows and boxes ×5"; nil where they have their own length.
  var note: String? { factor > 1 ? "arrows and boxes ×\(Int(clamping: factor))" : nil }

  /// An offset in pixels as it is drawn on a map, and whether that is not with the film's factor.
  func drawn(
    _ offset: Point, on map: Plot, by factor: Double? = nil, keepsLength: Bool = false
  ) -> (offset: Point, isDashed: Bool) {
    let own = offset.length
    let limit = max(Self.longest * map.area.shorterSide, keepsLength ? own : 0)
    let wanted = (factor ?? self.factor) * own
    let share = wanted > limit ? limit / own : factor ?? self.factor
    return (Point(share * offset.x, share * offset.y), share != self.factor)
  }
}

extension Rect {
  var shorterSide: Double { min(width, height) }
}

extension Point {
  /// Of an offset.
  var length: Double { distance(to: Point(0, 0)) }
}

extension Plot {
  /// A difference of places in pixels, on linear axes; nil where it is not finite.
  func offset(_ v: PlanePoint) -> Point? {
    func pixels(_ value: Double, _ scale: Scale) -> Double {
      value * ((scale.end - scale.start) / (scale.domain.upperBound - scale.domain.lowerBound))
    }
    let offset = Point(pixels(v.x, x), pixels(v.y, y))
    let isFinite = abs(offset.x) < 1e150 && abs(offset.y) < 1e150
    return isFinite ? offset : nil
  }
}
