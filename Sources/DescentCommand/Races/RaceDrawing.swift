import Experiments
import Foundation
import Rendering
import Scenes
import Specifications

/// Draws the film of recorded races, and puts all that is wanted into a folder.
struct RaceDrawing: Sendable {
  /// At least one.
  let recordings: [RaceRecording]
  /// Without clock, title slide and notes: those depend on what was raced.
  let style: RaceStyle
  /// nil for what was recorded.
  let clock: RaceClock?
  let plane: PlaneRule
  /// The slide's words; the function's name unless given, no slide for "none".
  let title: String?
  let output: RaceOutput

  /// Draws everything into `path`; returns what was written, in words. Standard error says so where
  /// another race stood there.
  func write(into path: String) async throws -> String {
    let subject = recordings.map(\.summary).joined(separator: ", and ")
    try tellCoarseMaps()
    GlyphWarning.write([title].compactMap { $0 } + style.looks.compactMap(\.label))
    return try await OutputFolder.fill(path, with: subject) { folder in
      try await RaceWriter(
        film: try reel(), vectors: { try reel(isVector: true) }, page: page, output: output,
        label: recordings[0].name
      ).write(recordings, into: folder)
    }
  }

  /// Throws where the race cannot be drawn where it is to be.
  func requireGround() throws {
    for recording in recordings { _ = try ground(recording) }
  }

  /// Says on standard error which maps would take long, and what is done about it.
  private func tellCoarseMaps() throws {
    for recording in recordings {
      guard let note = try ground(recording).sampling.note else { continue }
      StandardError.say("values of '\(recording.function.specification)' are costly; \(note)")
    }
  }

  private func style(of recording: RaceRecording, notes: [String]) -> RaceStyle {
    var style = style
    style.clock = clock ?? recording.clock
    let tuning = SettingsKind(recording.groups.compactMap(\.first)).rawValue
    style.notes =
      notes + [recording.crowd].compactMap { $0 } + ["budget \(recording.budget)", tuning]
    return style
  }

  private func page(_ recording: RaceRecording) throws -> RacePage {
    RacePage(
      groups: recording.groups, on: try ground(recording), style: style(of: recording, notes: []))
  }

  /// Where the race is drawn; throws where that is a graph, and what is asked for cannot be there.
  private func ground(_ recording: RaceRecording) throws -> RaceGround {
    let ground = try RaceGround(recording, on: plane)
    guard ground.plane.isGraph else { return ground }
    guard style.aspect != .equal else {
      throw Failure(.usage, "--aspect equal takes two variables or more; expected auto or fill")
    }
    let strange = RaceOverlay.allCases.filter(style.overlays.contains).first { !$0.isForGraphs }
    guard let strange else { return ground }
    let fitting = RaceOverlay.allCases.filter(\.isForGraphs).map(\.rawValue)
    throw Failure(
      .usage,
      "--overlay \(strange.rawValue) takes two variables or more; expected for one of "
        + fitting.joined(separator: ", "))
  }

  /// - Parameter isVector: whether contours are curves, for files that may be enlarged.
  private func reel(isVector: Bool = false) throws -> RaceReel {
    RaceReel(try recordings.map { try film($0, isVector: isVector) })
  }

  private func film(_ recording: RaceRecording, isVector: Bool) throws -> RaceFilm {
    let clock = clock ?? recording.clock
    var style = style(of: recording, notes: ["clock: \(clock.rawValue)"])
    style.titleSlide = titleSlide(recording)
    style.contours.isVector = isVector
    return RaceFilm(
      groups: recording.groups, on: try ground(recording), style: style,
      measuring: CairoTextMeasuring())
  }

  private func titleSlide(_ recording: RaceRecording) -> TitleSlide.Words? {
    // A figure is a picture of its own.
    if title == "none" || title == nil && style.layout == .figure { return nil }
    let function = recording.function
    return TitleSlide.Words(
      title: title ?? type(of: function).card.title,
      subtitle: [function.specification.description, recording.start, recording.budget]
        .compactMap { $0 }.joined(separator: " · "))
  }
}
