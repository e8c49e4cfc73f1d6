import ArgumentParser

struct Render: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draw a race again from its recorded trajectories, without running it.",
    discussion: """
      Takes the trajectories.json that a race has written, and what race takes for drawing. Writes
      what race writes, into output/race-FUNCTION.
        descent render output/race-beale/trajectories.json --theme dark --output output/dark
      """)

  @Argument(help: ArgumentHelp("The recorded trajectories.", valueName: "trajectories.json"))
  var file = "output/race-beale/" + RecordingFile.name

  @OptionGroup var race: RaceOptions

  @Option(help: "Folder to write into.")
  var output: String?

  func run() async throws {
    let recording = try RecordingFile.read(file)
    let drawing = RaceDrawing(
      recording: recording, style: try race.style(clock: recording.clock),
      plane: try race.planeRule(), title: race.title,
      output: try race.output())
    let path = output ?? "output/race-\(recording.function.folderName)"
    let written = try await drawing.write(into: path)
    race.report(written, in: path)
  }
}
