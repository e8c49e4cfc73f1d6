/// A run's way over a map.
struct RacePath: Sendable {
  let run: RaceRun
  let weight: RunWeight
  /// Where each entry lies, maybe outside the map; nil where it is no finite point.
  let places: [Point?]
  let trail: Trail

  init(_ run: RaceRun, on map: Plot, weight: RunWeight = .alone) {
    self.run = run
    self.weight = weight
    let places = run.points.map { map.point($0.x, $0.y) }
    self.places = places
    let line = zip(places, run.clocks).map { (point: $0, clock: $1) }
    trail = Trail(line, within: map.area, spacing: 0.7)
  }

  /// The place of the last entry until `clock` that has one.
  func place(at clock: Int) -> Point? {
    guard let entry = run.entry(at: clock) else { return nil }
    return places[...entry].last { $0 != nil } ?? nil
  }

  /// "running", or how the run ended, in full with what the clock counted until then.
  func state(at clock: Int, within area: Rect, isFull: Bool = false) -> String {
    if run.isFinished(at: clock) { return isFull ? run.end.fullText : run.end.text }
    let isOutside = place(at: clock).map { !area.contains($0) } ?? false
    return isOutside ? RaceEnd.outside : RaceEnd.running
  }
}
