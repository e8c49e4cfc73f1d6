import Experiments
import Foundation
import Output
import Rendering
import Scenes
import Specifications

/// Puts a race into a folder in every format that is wanted.
struct RaceWriter: Sendable {
  let film: RaceReel
  /// The same film for stills as vectors.
  let vectors: @Sendable () throws -> RaceReel
  let page: @Sendable (RaceRecording) throws -> RacePage
  let output: RaceOutput
  /// What the progress is called.
  let label: String
  let reporter: any Reporter

  private var renderer: FilmRenderer {
    FilmRenderer(workers: output.workers, encoder: output.encoder)
  }

  /// Returns what was written, in words: "300 frames, race.gif, poster.png, trajectories.json".
  func write(_ recordings: [RaceRecording], into folder: OutputFolder) async throws -> String {
    try requireStill()
    var written: [String] = []
    try folder.write(RecordingFile.bytes(recordings), named: RecordingFile.name)
    try folder.write(try PictureWriter().png(film.poster), named: "poster.png")
    if output.formats.contains(.png) {
      try await writeFrames(into: folder)
      written.append("\(film.frameCount) frames")
    }
    written += try writeAnimations(into: folder)
    written += try await writeVideos(into: folder)
    written += try writePages(of: recordings, into: folder)
    written += try writeStills(into: folder)
    return (written + ["poster.png", RecordingFile.name]).joined(separator: ", ")
  }

  /// Throws where the still is to be of a frame that there is not.
  private func requireStill() throws {
    guard let still = output.still, still >= film.frameCount else { return }
    throw SettingError("still", "\(still) is no frame; expected 0 to \(film.frameCount - 1)")
  }

  private func writeFrames(into folder: OutputFolder) async throws {
    defer { reporter.finish(label) }
    try await renderer.render(film, into: folder) { done, total in
      reporter.progress(of: label, done, of: total)
    }
  }

  private func writeAnimations(into folder: OutputFolder) throws -> [String] {
    let work = "\(label), animation"
    defer { reporter.finish(work) }
    let files = try renderer.animations(
      of: film, as: output.formats.compactMap(\.animation),
      framesPerSecond: output.framesPerSecond
    ) { done, total in reporter.progress(of: work, done, of: total) }
    return try output.formats.compactMap(\.animation).map { format in
      let name = "race.\(format.rawValue)"
      try folder.write(files[format] ?? [], named: name)
      return name
    }
  }

  private func writeVideos(into folder: OutputFolder) async throws -> [String] {
    let formats = output.formats.compactMap(\.video)
    guard !formats.isEmpty, VideoFormat.isAvailable else { return [] }
    var names: [String] = []
    for format in formats {
      let work = "\(label), \(format.rawValue)"
      defer { reporter.finish(work) }
      let name = "race.\(format.rawValue)"
      let writer = VideoWriter(
        format: format, framesPerSecond: output.framesPerSecond, draft: try folder.scratch(name))
      let video = try await writer.video { write in
        try await renderer.renderInOrder(film) { frame, png in
          try await write(png)
          reporter.progress(of: work, frame + 1, of: film.frameCount)
        }
      }
      try folder.write(video, named: name)
      names.append(name)
    }
    return names
  }

  private func writePages(
    of recordings: [RaceRecording], into folder: OutputFolder
  ) throws -> [String] {
    guard output.formats.contains(.html) else { return [] }
    return try zip(Self.pageNames(of: recordings.map(\.name)), recordings).map { name, recording in
      try folder.write(Array(try page(recording).html().utf8), named: name)
      return name
    }
  }

  /// Names of the pages of races on functions: one that comes twice has numbers, and all have
  /// numbers in front where that makes a name another has.
  static func pageNames(of functions: [String]) -> [String] {
    if functions.count == 1 { return ["race.html"] }
    let names = functions.enumerated().map { i, name in
      functions.count { $0 == name } == 1 ? name : "\(name)-\(i + 1)"
    }
    guard Set(names).count < names.count else { return names.map { "race-\($0).html" } }
    return functions.enumerated().map { i, name in "race-\(i + 1)-\(name).html" }
  }

  private func writeStills(into folder: OutputFolder) throws -> [String] {
    var names: [String] = []
    func write(_ bytes: [UInt8], _ name: String) throws {
      try folder.write(bytes, named: name)
      names.append(name)
    }
    let index = output.still ?? film.frameCount - 1
    for format in output.formats {
      switch format {
      case .svg:
        let picture = try vectors().picture(ofFrame: index)
        try write(PictureWriter().svg(picture, millimetres: output.millimetres), "still.svg")
      case .pdf:
        let picture = try vectors().picture(ofFrame: index)
        try write(PictureWriter().pdf(picture, millimetres: output.millimetres), "still.pdf")
      case .sheet: try write(ContactSheet().png(of: film), "sheet.png")
      case .tex:
        let text = LaTeXAnimation.text(
          frameCount: film.frameCount, framesPerSecond: output.framesPerSecond)
        try write(Array(text.utf8), LaTeXAnimation.name)
      case .png, .gif, .apng, .html, .mp4, .webm: break
      }
    }
    return names
  }
}
