import Contours
import LinearAlgebra

/// What a map that is a slice through space does not show of a head beside it: f on the map where
/// the head is drawn, and how far from there it really lies.
///
/// Where values of f are costly and would be asked more often than for a map, they are not told.
struct RaceSlice: Sendable {
  private let plane: RacePlane
  private let value: @Sendable (Double, Double) -> Double
  private let hasValues: Bool

  /// How many values there may be where a map has few.
  private static let fewest = 2048

  /// Nil where every point lies on the map.
  ///
  /// - Parameter count: how many heads are told of, those of all frames together.
  init?(_ landscape: Landscape, for count: Int) {
    guard landscape.plane.isSlice, let value = landscape.valueOnPlane else { return nil }
    plane = landscape.plane
    self.value = value
    hasValues = landscape.sampling.side.map { count <= max(Self.fewest, $0 * $0) } ?? true
  }

  /// f at the point of the plane that is nearest to an entry; NaN where it is not told.
  func value(of run: RaceRun, at entry: Int) -> Double {
    guard hasValues else { return .nan }
    let place = run.points[entry]
    return value(place.x, place.y)
  }

  /// ‖θ − projection‖₂ of an entry; 0 where that is no more than rounding.
  func distance(of run: RaceRun, at entry: Int) -> Double {
    let n = plane.dimension
    let point = run.trajectory.coordinates[(entry * n)..<((entry + 1) * n)]
    let distance = plane.distance(to: point)
    return distance <= 1e-13 * Vector(point).norm ? 0 : distance
  }

  /// What `numbers` are called in a table.
  var columns: [LegendColumns.Numbers] {
    (hasValues ? [("on the map", "−1.23e-100")] : []) + [("off it", "1.2e-100")]
  }

  /// f on the plane, where it is told, and the distance from it, of several runs the medians; nil
  /// before the first entry.
  ///
  /// - Parameter minimum: what is taken from f; 0 for f itself.
  func numbers(of entrant: RaceEntrant, at clock: Int, above minimum: Double) -> [String]? {
    guard let distance = entrant.median(at: clock, distance) else { return nil }
    let value = hasValues ? entrant.median(at: clock, self.value) : nil
    return [value.map { NumberLabel.changing($0 - minimum) }].compactMap { $0 }
      + [NumberLabel.changing(distance, digits: 2)]
  }

  /// "ends lie up to 1.2 from it", of a figure, which has no table.
  func note(of entrants: [RaceEntrant]) -> String? {
    let distances = entrants.flatMap(\.runs).compactMap { run in
      run.points.indices.last.map { distance(of: run, at: $0) }
    }
    return distances.filter(\.isFinite).max()
      .map { "ends lie up to \(NumberLabel.value($0, digits: 2)) from it" }
  }
}
