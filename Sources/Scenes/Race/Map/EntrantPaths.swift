/// An entrant's ways over a map, one of each run.
struct EntrantPaths: Sendable {
  let entrant: RaceEntrant
  let paths: [RacePath]
  private let area: Rect

  init(_ entrant: RaceEntrant, on map: Plot) {
    self.entrant = entrant
    area = map.area
    let weight: RunWeight = entrant.hasSeveralRuns ? .oneOfSeveral : .alone
    paths = entrant.runs.map { RacePath($0, on: map, weight: weight) }
  }

  /// "running", or how the run ended; of several how many have.
  func state(at clock: Int, isFull: Bool = false) -> String {
    entrant.hasSeveralRuns
      ? entrant.count(at: clock) : paths[0].state(at: clock, within: area, isFull: isFull)
  }

  /// Where runs begin; of several only a place where all do.
  var start: Point? {
    let starts = Set(paths.map(\.places.first))
    return starts.count == 1 ? paths[0].places.first ?? nil : nil
  }
}
