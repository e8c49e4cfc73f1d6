import Experiments
import Output
import Rendering
import Scenes
import Specifications

/// A race on its way into a folder: what formats make their files of.
struct RaceWriter: Sendable {
  let recordings: [RaceRecording]
  let film: RaceSequence
  /// The same film for stills as vectors.
  let vectors: @Sendable () throws -> RaceSequence
  let page: @Sendable (RaceRecording) throws -> RacePage
  let output: RaceOutput
  let folder: OutputFolder
  let reporter: any Reporter
  /// Their files, once they are drawn.
  var animations: [AnimationFormat: [UInt8]] = [:]

  /// Returns what was written, in words: "300 frames, race.gif, poster.png, trajectories.json".
  func write() async throws -> String {
    try requireStill()
    try folder.write(RecordingFile.bytes(recordings), named: RecordingFile.name)
    try folder.write(try PictureWriter().png(film.poster), named: "poster.png")
    var race = self
    race.animations = try drawnAnimations()
    var written: [String] = []
    for format in output.allFormats { written += try await format.write(race) }
    return (written + ["poster.png", RecordingFile.name]).joined(separator: ", ")
  }

  /// Throws where the still is to be of a frame that there is not.
  private func requireStill() throws(SettingError) {
    guard let still = output.still, still >= film.frameCount else { return }
    throw SettingError("still", "\(still) is no frame; expected 0 to \(film.frameCount - 1)")
  }

  var renderer: FilmRenderer { FilmRenderer(workers: output.workers, encoder: output.encoder) }

  /// What the work on a format is called: "beale, gif".
  func work(_ part: String? = nil) -> String {
    ([recordings[0].name] + [part].compactMap { $0 }).joined(separator: ", ")
  }

  /// Writes one file, and returns its name.
  func file(_ bytes: [UInt8], named name: String) throws -> [String] {
    try folder.write(bytes, named: name)
    return [name]
  }
}
