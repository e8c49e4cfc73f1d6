/// An entrant's way over a map.
struct RacePath: Sendable {
  let entrant: RaceEntrant
  /// Where each entry lies, maybe outside the map; nil where it is no finite point.
  let places: [Point?]
  let trail: Trail

  init(_ entrant: RaceEntrant, on map: Plot) {
    self.entrant = entrant
    let places = entrant.points.map { map.point($0.x, $0.y) }
    self.places = places
    let line = zip(places, entrant.clocks).map { (point: $0, clock: $1) }
    trail = Trail(line, within: map.area, spacing: 0.7)
  }

  /// The place of the last entry until `clock` that has one.
  func place(at clock: Int) -> Point? {
    guard let entry = entrant.entry(at: clock) else { return nil }
    return places[...entry].last { $0 != nil } ?? nil
  }

  /// "running", or how the run ended.
  func state(at clock: Int, within area: Rect) -> String {
    if entrant.isFinished(at: clock) { return entrant.end.text }
    let isOutside = place(at: clock).map { !area.contains($0) } ?? false
    return isOutside ? RaceEnd.outside : RaceEnd.running
  }
}
