import DescentKit
import Testing

@testable import Races

/// Notes that no frame shows are told.
struct UnsaidNoteTests {
  private func warnings(_ notes: [Double], frames: Int) throws -> [String] {
    let recordings = try RacePlan("booth", optimizers: "sgd:lr=0.001", steps: 100).run()
    var style = RaceStyle()
    style.timedNotes = notes.map { TimedNote(at: $0, "x") }
    style.frameLimit = frames
    let film = RaceFilm(
      recordings[0].trajectories, on: Landscape(recordings[0].function), style: style,
      measuring: CairoTextMeasuring())
    return RaceDrawing(recordings, style: style).warnings(of: RaceSequence([film]))
  }

  @Test func notesWithinTheRaceAreShown() throws {
    #expect(try warnings([0, 20, 100], frames: 300) == [])
    #expect(try warnings([], frames: 2) == [])
  }

  @Test func notesAfterTheEndAreTold() throws {
    #expect(
      try warnings([20, 101, 9999], frames: 300) == [
        "note '101: x' is not shown: the race ends after 100 steps",
        "note '9999: x' is not shown: the race ends after 100 steps",
      ])
  }

  /// As many as half of the frames are shown, the first of them.
  @Test func notesWithoutRoomAreTold() throws {
    let warnings = try warnings((40..<60).map(Double.init), frames: 24)
    #expect(warnings.count <= 8 && warnings.count >= 1)
    #expect(
      warnings.last
        == "note '59: x' is not shown: there are more notes than a film of 24 frames has room for")
  }
}
