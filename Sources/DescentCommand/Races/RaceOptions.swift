import ArgumentParser
import Contours
import Foundation
import Scenes
import Specifications

/// How a race is drawn.
struct RaceOptions: ParsableArguments {
  @Option(
    help:
      "What a frame advances: steps, gradients or evaluations; steps, or as recorded, unless given."
  )
  var clock: RaceClock?

  @Option(help: "Width and height of a frame in pixels.")
  var size = "1280x720"

  @Option(help: "Where things stand: standard, or grid with a map for each optimizer.")
  var layout = RaceStyle.Layout.standard

  @Option(help: "Colours: light, dark, or projector with strong contrast.")
  var theme = ThemeColors.light

  @Option(
    help: ArgumentHelp(
      "Where a race in n > 2 variables is drawn: principal, along the two directions in which the "
        + "trajectories vary most; x1,x3 or coordinates:1,3; points:A/B/C, each n numbers.",
      valueName: "plane"))
  var plane: String?

  @Option(
    name: .customLong("overlay"),
    help: ArgumentHelp(
      "What is shown beside the trails; repeatable: "
        + RaceOverlay.allCases.map(\.rawValue).joined(separator: ", ") + ".",
      valueName: "name,..."))
  var overlays: [String] = []

  @Option(
    help: """
      Contour levels: how many, the levels themselves as in 1,2,5, or auto, linear, log, symlog or \
      rank, with a number as in log:20.
      """)
  var levels = "auto"

  @Option(help: "Colours of the contours, from low to high.")
  var palette: ColorRamp?

  @Option(help: "The contours: color, or gray so that the ways alone are in colour.")
  var background = Background.color

  @Option(
    help: """
      What the map shows: domain, fit around the ways, or ranges as in --window=-2:2,-1:3.
      """)
  var window = "domain"

  @Option(help: "Words of the slide before the race; 'none' for no slide.")
  var title: String?

  @Option(help: "Frames a second of the film that the sequence is for.")
  var fps = 25

  @Option(help: "Formats to write: png, a numbered sequence.")
  var format = "png"

  @Option(help: "Workers that draw; as many as the machine has cores unless given.")
  var jobs: Int?

  func pixelSize() throws -> PixelSize {
    let parts = size.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let width = parts[0], let height = parts[1],
      (480...7680).contains(width), (360...4320).contains(height)
    else {
      throw Failure(
        .usage, "--size '\(size)' is no size; expected WIDTHxHEIGHT from 480x360 to 7680x4320")
    }
    return PixelSize(width: width, height: height)
  }

  /// The style as far as it does not depend on the race.
  ///
  /// - Parameter recorded: the clock where none is given.
  func style(clock recorded: RaceClock = .steps) throws -> RaceStyle {
    var style = RaceStyle()
    style.size = try pixelSize()
    style.clock = clock ?? recorded
    style.layout = layout
    style.contours.colors = theme
    style.overlays = try overlaySet()
    style.contours.levels = try LevelRule(parsing: levels)
    style.contours.ramp = background == .gray ? .gray : palette
    style.window = try WindowRule(parsing: window)
    return style
  }

  /// The overlays of all lists.
  private func overlaySet() throws -> Set<RaceOverlay> {
    let names = overlays.flatMap { $0.split(separator: ",") }
    return Set(
      try names.map { name in
        let name = String(name).trimmingCharacters(in: .whitespaces)
        guard let overlay = RaceOverlay(rawValue: name) else {
          throw SpecificationError.unknown(
            "overlay", name, among: RaceOverlay.allCases.map(\.rawValue))
        }
        return overlay
      })
  }

  func workers() throws -> Int {
    guard let jobs else { return ProcessInfo.processInfo.activeProcessorCount }
    guard (1...256).contains(jobs) else {
      throw Failure(.usage, "--jobs \(jobs) is out of range; expected 1 to 256")
    }
    return jobs
  }

  enum Background: String, ExpressibleByArgument, CaseIterable { case color, gray }

  /// Checks what has no other effect on the frames.
  func validate() throws {
    guard (1...240).contains(fps) else {
      throw ValidationError("--fps \(fps) is out of range; expected 1 to 240")
    }
    guard palette == nil || background == .color else {
      throw ValidationError("--palette and --background gray exclude each other")
    }
    guard format == "png" else {
      throw ValidationError("--format '\(format)' is unknown; expected png")
    }
  }

  /// The line that says how the sequence becomes a film.
  func filmHint(for path: String) -> String {
    "as a film: ffmpeg -framerate \(fps) -i \(path)/frame-%04d.png -pix_fmt yuv420p \(path).mp4"
  }
}

extension RaceClock: ExpressibleByArgument {}
extension RaceStyle.Layout: ExpressibleByArgument {}

extension ColorRamp: ExpressibleByArgument {
  public init?(argument: String) {
    guard let ramp = Self.all.first(where: { $0.name == argument }) else { return nil }
    self = ramp
  }

  public static var allValueStrings: [String] { all.map(\.name) }
  public var defaultValueDescription: String { name }
}

extension ThemeColors: ExpressibleByArgument {
  public init?(argument: String) {
    guard let colors = Self.all.first(where: { $0.name == argument }) else { return nil }
    self = colors
  }

  public static var allValueStrings: [String] { all.map(\.name) }
  public var defaultValueDescription: String { name }
}
