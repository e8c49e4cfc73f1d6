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
  let output: RaceOutput

  /// Draws everything into `path`; returns what was written, in words.
  func write(into path: String) async throws -> String {
    try await Interruption.cancellable {
      try await OutputFolder.fill(path) { folder in
        try await RaceWriter(
          film: try film(), page: { try page() }, output: output,
          label: recording.function.folderName
        ).write(recording, into: folder)
      }
    }
  }

  private func page() throws -> RacePage {
    let ground = try RaceGround(recording, on: plane)
    var style = style
    style.notes = ["budget \(recording.budget)"]
    return RacePage(recording.trajectories, on: ground, style: style)
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
