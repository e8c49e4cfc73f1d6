import Experiments
import Foundation
import Objectives
import Output
import Rendering
import Scenes
import Specifications

/// Draws the film of recorded races, and puts all that is wanted into a folder.
public struct RaceDrawing: Sendable {
  /// At least one.
  public let recordings: [RaceRecording]
  /// Without clock, title slide and notes: those depend on what was raced.
  public let style: RaceStyle
  /// nil for what was recorded.
  public let clock: RaceClock?
  /// Where races in n variables are drawn.
  public let plane: PlaneRule
  /// Whether a slide comes before the race, with its headline: the style's, or the function's.
  public let hasTitleSlide: Bool
  /// How the race is written.
  public let output: RaceOutput

  /// - Parameter recordings: at least one; several make one film, one after the other.
  public init(
    _ recordings: [RaceRecording], style: RaceStyle = RaceStyle(), clock: RaceClock? = nil,
    plane: PlaneRule = .automatic, hasTitleSlide: Bool = true, output: RaceOutput = RaceOutput()
  ) {
    precondition(!recordings.isEmpty, "a drawing of no race")
    (self.recordings, self.style, self.clock) = (recordings, style, clock)
    (self.plane, self.hasTitleSlide, self.output) = (plane, hasTitleSlide, output)
  }

  /// The drawing that a request describes.
  ///
  /// - Throws: what is wrong with it, whatever is raced.
  public init(_ recordings: [RaceRecording], _ request: DrawingRequest) throws(SettingError) {
    self.init(
      recordings, style: try request.style(), clock: request.clock,
      plane: request.plane ?? .automatic, hasTitleSlide: request.title != "none",
      output: try request.output())
  }

  /// Draws everything into a folder, which is replaced where Descent wrote it.
  ///
  /// - Returns: what was written, in words: "300 frames, poster.png, trajectories.json".
  /// - Throws: `SettingError` where the style does not fit the race, `OutputError` where files
  ///   cannot be written.
  @discardableResult
  public func write(
    into path: String, reporter: any Reporter = SilentReporter()
  ) async throws -> String {
    try validate()
    let subject = recordings.map(\.summary).joined(separator: ", and ")
    try tellCoarseMaps(reporter)
    GlyphWarning.write(ownWords, to: reporter)
    let film = try sequence()
    for warning in warnings(of: film) { reporter.warn(warning) }
    return try await OutputFolder.fill(path, with: subject, reporter: reporter) { folder in
      try await RaceWriter(
        recordings: recordings, film: film, vectors: { try sequence(isVector: true) },
        page: page, sheet: sheet, output: output, folder: folder, reporter: reporter
      ).write()
    }
  }

  /// The still that svg and pdf show, with curves as contours: the end, unless the output says
  /// when.
  ///
  /// - Throws: `SettingError` where the style does not fit the race, or there is no such moment.
  public func still() throws -> Picture {
    try validate()
    let film = try sequence(isVector: true)
    try output.requireStill(in: film)
    return output.picture(of: film)
  }

  /// The pages that play the races, one each.
  ///
  /// - Throws: `SettingError` where the style does not fit a race.
  public func pages() throws -> [String] {
    try validate()
    return try recordings.map { try page($0).html() }
  }

  /// Words that are not Descent's own.
  private var ownWords: [String] {
    [style.headline, style.subtitle, style.footer].compactMap { $0 }
      + style.looks.compactMap(\.label)
      + style.timedNotes.map(\.text)
  }

  /// Throws where the race cannot be drawn where it is to be, or does not have what its charts are
  /// to show.
  func requireLandscape() throws(SettingError) {
    for recording in recordings { try requireCharts(recording, on: try landscape(recording)) }
  }

  /// Tells which maps would take long, and what is done about it.
  private func tellCoarseMaps(_ reporter: any Reporter) throws {
    for recording in recordings {
      guard let note = try landscape(recording).sampling.note else { continue }
      reporter.say("values of '\(recording.function.specification)' are costly; \(note)")
    }
  }

  private func style(of recording: RaceRecording, notes: [String]) -> RaceStyle {
    var style = style
    style.clock = clock ?? recording.clock
    style.looks = recording.looks(style.looks)
    let tuning = SettingsKind(recording.entrants.compactMap(\.first)).rawValue
    style.notes =
      notes + [recording.runsNote].compactMap { $0 } + ["budget \(recording.budget)", tuning]
    return style
  }

  private func page(_ recording: RaceRecording) throws -> RacePage {
    let (groups, landscape, style) = try pageParts(recording)
    return RacePage(groups: groups, on: landscape, style: style)
  }

  /// What a page is made of.
  func pageParts(
    _ recording: RaceRecording
  ) throws -> (groups: [[Trajectory]], landscape: Landscape, style: RaceStyle) {
    (recording.entrants, try landscape(recording), style(of: recording, notes: []))
  }

  private func sheet(_ recording: RaceRecording) throws -> Picture {
    RaceFilm.sheet(
      groups: recording.entrants, on: try landscape(recording),
      style: style(of: recording, notes: []), measuring: CairoTextMeasuring())
  }

  /// Where the race is drawn; throws where that is a graph, and what is asked for cannot be there.
  func landscape(_ recording: RaceRecording) throws(SettingError) -> Landscape {
    let landscape = try Landscape(recording, on: plane, looks: style.looks)
    guard landscape.plane.isGraph else {
      try requireWindow(for: recording.function)
      return landscape
    }
    guard style.aspect != .equal else {
      throw SettingError(
        "aspect", "equal takes two variables or more; expected auto or fill")
    }
    let strange = OverlayCatalogue.current.ordered(style.overlays).first { !$0.isForGraphs }
    guard let strange else { return landscape }
    let fitting = RaceOverlay.all.filter(\.isForGraphs).map(\.name)
    throw SettingError(
      "overlay",
      "\(strange.name) takes two variables or more; expected for one of "
        + fitting.joined(separator: ", "))
  }

  /// Throws where the window is that of one variable, and the function has more.
  private func requireWindow(for function: any TestFunction) throws(SettingError) {
    guard case .strip(let x) = style.window else { return }
    throw SettingError(
      "window",
      "\(WindowRule.strip(x).spelling) is one range for \(function.specification) in "
        + "\(function.dimension) variables; expected two as in -2:2,-1:3")
  }

  /// - Parameter isVector: whether contours are curves, for files that may be enlarged.
  private func sequence(isVector: Bool = false) throws -> RaceSequence {
    RaceSequence(try recordings.map { try film($0, isVector: isVector) })
  }

  private func film(_ recording: RaceRecording, isVector: Bool) throws -> RaceFilm {
    let clock = clock ?? recording.clock
    var style = style(of: recording, notes: ["clock: \(clock.rawValue)"])
    style.titleSlide = titleSlide(recording)
    style.contours.isVector = isVector
    if isVector, case .clock(_, let amount) = output.still {
      style.stillClock = clock.reading(amount)
    }
    return RaceFilm(
      groups: recording.entrants, on: try landscape(recording), style: style,
      measuring: CairoTextMeasuring())
  }

  private func titleSlide(_ recording: RaceRecording) -> TitleSlide.Words? {
    // A figure is a picture of its own.
    if !hasTitleSlide || style.layout == .figure { return nil }
    return TitleSlide.Words(
      title: style.headline ?? recording.function.headline,
      subtitle: style.subtitle
        ?? [recording.start, recording.budget].compactMap { $0 }.joined(separator: " · "))
  }
}
