import ArgumentParser
import DescentKit

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
  @Option(RaceSettings.output) var output: String?

  func run() async throws {
    let recordings = try Self.recordings(file)
    let path = output ?? "output/render-" + FolderName.joined(recordings.map(\.name))
    let request = race.request
    let written = try await request.draw(recordings, into: path, reporter: Console())
    try Console.tell(written, in: path, as: request.output())
  }

  /// Throws with exit code 66 where there is no such file, and 65 where it holds something else.
  static func recordings(_ path: String) throws -> [RaceRecording] {
    let data = try InputFile.read(
      path, expected: "the \(RecordingFile.name) that a race has written")
    do {
      return try RecordingFile.read(Array(data))
    } catch {
      throw Failure(.badData, "\(path), \(error)")
    }
  }
}
