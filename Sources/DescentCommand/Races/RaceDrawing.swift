import Experiments
import Foundation
import Rendering
import Scenes
import Specifications

/// Draws the film of a recorded race, and puts frames, poster and trajectories into a folder.
struct RaceDrawing: Sendable {
  let recording: RaceRecording
  /// Without title slide and notes: those depend on what was raced.
  let style: RaceStyle
  let plane: PlaneRule
  /// The slide's words; the function's name unless given, no slide for "none".
  let title: String?
  let workers: Int

  /// Draws everything into `path` and returns the number of frames.
  func write(into path: String) async throws -> Int {
    try await Interruption.cancellable {
      try await OutputFolder.fill(path) { folder in try await draw(into: folder) }
    }
  }

  private func draw(into folder: OutputFolder) async throws -> Int {
    let film = try film()
    try folder.write(Array("\(recording.json)\n".utf8), named: RecordingFile.name)
    try folder.write(try PictureWriter().png(film.poster), named: "poster.png")
    let progress = Progress(recording.function.folderName)
    defer { progress.finish() }
    try await FilmRenderer(workers: workers).render(film, into: folder) { done, total in
      progress.report(done, of: total)
    }
    return film.frameCount
  }

  private func film() throws -> RaceFilm {
    let ground = try RaceGround(recording, on: plane)
    var style = style
    style.titleSlide = titleSlide
    style.notes = ["clock: \(style.clock.rawValue)", "budget \(recording.budget)"]
    return RaceFilm(
      recording.trajectories, on: ground, style: style,
      measuring: CairoTextMeasuring())
  }

  private var titleSlide: TitleSlide.Words? {
    if title == "none" { return nil }
    let function = recording.function
    return TitleSlide.Words(
      title: title ?? type(of: function).card.title,
      subtitle: [function.specification.description, start, recording.budget]
        .compactMap { $0 }.joined(separator: " · "))
  }

  /// "start (−1.2, 1)", where all have the same.
  private var start: String? {
    let starts = Set(recording.trajectories.filter { $0.count > 0 }.map { $0.point(0) })
    guard starts.count == 1, let start = starts.first else { return nil }
    return "start (" + NumberText.short(start, atMost: 6).replacing(",", with: ", ") + ")"
  }
}
