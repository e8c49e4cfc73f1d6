import Scenes

extension RaceDrawing {
  /// What was asked for and is not to be seen.
  func warnings(of film: RaceSequence) -> [String] {
    film.emptyOverlays.map {
      "overlay '\($0)' shows nothing: no optimizer of this race has any"
    } + film.unsaidNotes.map { warning(of: $0, in: film.longestRace) }
  }

  private func warning(of note: TimedNote, in race: RaceFilm) -> String {
    let reason =
      race.clock.reading(note.amount) > race.lastClock
      ? "the race ends after \(race.length)"
      : "there are more notes than a film of \(race.frameCount) frames has room for"
    return "note '\(note.spelling)' is not shown: \(reason)"
  }
}
