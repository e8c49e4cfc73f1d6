import Experiments
import Output
import Rendering
import Scenes
import Specifications

/// A race on its way into a folder: what formats make their files of.
public struct RaceWriter: Sendable {
  /// What was run; at least one race, and all that the film shows.
  public let recordings: [RaceRecording]
  /// The frames, as values to be drawn.
  public let film: RaceSequence
  /// The same film for stills as vectors.
  let vectors: @Sendable () throws -> RaceSequence
  let page: @Sendable (RaceRecording) throws -> RacePage
  /// Moments of a race on one page.
  let sheet: @Sendable (RaceRecording) throws -> Picture
  /// What is asked of the formats: frames a second, the still's moment.
  public let output: RaceOutput
  /// Where files go, which is there once all are written.
  public let folder: OutputFolder
  /// Is told of progress.
  public let reporter: any Reporter
  /// Their files, once they are drawn.
  var animations: [AnimationFormat: [UInt8]] = [:]

  /// Returns what was written, in words: "300 frames, race.gif, poster.png, trajectories.json".
  func write() async throws -> String {
    try output.requireStill(in: film)
    try folder.write(RecordingFile.bytes(recordings), named: RecordingFile.name)
    try folder.write(try PictureWriter().png(film.poster), named: "poster.png")
    var race = self
    race.animations = try drawnAnimations()
    var written: [String] = []
    for format in output.allFormats { written += try await format.write(race) }
    return (written + ["poster.png", RecordingFile.name]).joined(separator: ", ")
  }

  /// Draws frames of the film with as many workers as are asked for.
  public var renderer: FilmRenderer {
    FilmRenderer(workers: output.workers, encoder: output.encoder)
  }

  /// What the work on a format is called: "beale, gif".
  public func work(_ part: String? = nil) -> String {
    ([recordings[0].name] + [part].compactMap { $0 }).joined(separator: ", ")
  }

  /// Writes one file, and returns its name.
  ///
  /// - Throws: `OutputError` where it cannot be written.
  public func file(_ bytes: [UInt8], named name: String) throws -> [String] {
    try folder.write(bytes, named: name)
    return [name]
  }
}
