import ArgumentParser
import Experiments
import Scenes

struct Render: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draw a race again from its recorded trajectories, without running it.",
    discussion: """
      Takes the trajectories.json that a race has written, and what race takes for drawing. Writes
      what race writes, into output/render-FUNCTION.
        descent render output/race-beale/trajectories.json --theme dark
      """)

  @Argument(help: ArgumentHelp("The recorded trajectories.", valueName: "trajectories.json"))
  var file = "output/race-beale/" + RecordingFile.name

  @OptionGroup var race: RaceOptions

  @Option(help: "Folder to write into.")
  var output: String?

  func run() async throws {
    let recordings = try RecordingFile.read(file)
    let style = try race.style()
    try race.requireUse()
    for recording in recordings {
      try requireDetail(recording, for: style)
      try requireTimes(recording)
      try race.requireLooks(for: recording.groups.count)
      try race.requireRoom(for: recording.groups.count, isCloud: recording.crowd != nil)
    }
    let drawing = RaceDrawing(
      recordings: recordings, style: style, clock: race.clock, plane: try race.planeRule(),
      title: race.title, output: try race.output())
    let path = output ?? "output/render-" + FolderName.joined(recordings.map(\.name))
    race.report(try await drawing.write(into: path), in: path)
  }

  /// Throws where the clock needs times that were not recorded.
  private func requireTimes(_ recording: RaceRecording) throws {
    guard let clock = race.clock, !recording.trajectories.allSatisfy(clock.isKnown) else { return }
    throw Failure(
      .usage, "--clock seconds needs a race that was timed; expected one run with --clock seconds")
  }

  /// Throws where overlays need what was not recorded.
  private func requireDetail(_ recording: RaceRecording, for style: RaceStyle) throws {
    let needy = RaceOverlay.allCases.filter { style.overlays.contains($0) && $0.needsDetail }
    guard let overlay = needy.first, recording.trajectories.allSatisfy(\.details.isEmpty) else {
      return
    }
    throw Failure(
      .usage,
      "--overlay \(overlay.rawValue) needs a race recorded in detail; expected one drawn with "
        + "--overlay \(overlay.rawValue)")
  }
}
