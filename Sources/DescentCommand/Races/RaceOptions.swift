import ArgumentParser
import Contours
import Foundation
import Rendering
import Scenes
import Specifications

/// How a race is drawn.
struct RaceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What a frame advances: steps, gradients, evaluations, with weights as in "
        + "evaluations:gradients=2,hessians=10, or seconds, which are measured and differ from run "
        + "to run; unless given, steps where each takes one gradient, else gradients.",
      valueName: "clock"))
  var clock: RaceClock?

  @Option(
    help:
      "Width and height of a frame in pixels; 1280x720, or 1200x1200 for a figure, unless given."
  )
  var size: String?

  @Option(
    help: "How large text, markers and lines are; in a figure text of 8 points is 1.",
    range: .from(0.5, to: 3))
  var scale = 1.0

  @Option(
    help:
      "Where things stand: standard, grid with a map for each optimizer, or figure, the map alone.")
  var layout = RaceStyle.Layout.standard

  @Option(help: "Colours: light, dark, or projector with strong contrast.")
  var theme = ThemeColors.light

  @Option(
    help: ArgumentHelp(
      "Where a race in n > 2 variables is drawn, or how one in two is turned: principal, along the "
        + "two directions in which the trajectories vary most; x1,x3 or coordinates:1,3; "
        + "points:A/B/C, each n numbers.",
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
    parsing: .unconditional,
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
    parsing: .unconditional,
    help: """
      What the map shows: domain, fit around the ways, ranges as in --window=-2:2,-1:3, or of one \
      variable as in --window=-2:2; auto, fit where the race takes up little of the domain.
      """)
  var window = "auto"

  @Option(
    help: """
      The units of the map's axes: equal, so that circles are circles; fill, to take the room there \
      is; auto, equal where the window is nearly square.
      """)
  var aspect = MapAspect.auto

  @Option(
    help: "Name of an optimizer in the picture, the nth for the nth optimizer; - for the usual.")
  var label: [String] = []

  @Option(
    help: "Colour of an optimizer, as in #0055CC, the nth for the nth optimizer; - for the usual.")
  var color: [String] = []

  @Option(help: "Words of the slide before the race; 'none' for no slide.")
  var title: String?

  @Option(help: "Frames a second.", range: .from(1, to: 240))
  var fps = RaceOutput.usualRate

  @Option(
    help: ArgumentHelp(
      "Formats to write, with commas: png, a numbered sequence; gif and apng; html, a page that "
        + "plays the race; svg and pdf, a still; sheet, frames on a page; mp4 and webm, by ffmpeg; "
        + "tex, for beamer.",
      valueName: "format,..."))
  var format = "png"

  @Option(
    help: "The frame that svg and pdf show; the last one unless given.",
    range: .from(0, to: 100_000_000))
  var still: Int?

  @Option(
    help: ArgumentHelp(
      "The width of svg and pdf on paper; of a figure 120 unless given.", valueName: "mm"),
    range: .from(10, to: 2000))
  var width: Double?

  @Option(help: "How PNG files are made: tiles, quickly, or libpng.")
  var encoder = FilmEncoder.tiles

  @Option(
    help: "Workers that draw; as many as the machine has cores unless given.",
    range: .from(1, to: 256))
  var jobs: Int?

  func pixelSize() throws -> PixelSize {
    let size = size ?? (layout == .figure ? "1200x1200" : "1280x720")
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
  func style() throws -> RaceStyle {
    var style = RaceStyle()
    style.size = try pixelSize()
    let most = RaceStyle.largestScale(for: style.size)
    guard layout == .figure || scale <= most else {
      throw Failure(
        .usage,
        "--scale \(scale) leaves no room for text; expected at most "
          + "\(NumberText.short((most * 100).rounded(.down) / 100)), or a larger --size")
    }
    style.layout = layout
    style.paperWidth = layout == .figure ? paperWidth : nil
    style.contours.colors = theme
    style.overlays = try overlaySet()
    style.contours.levels = try LevelRule(parsing: levels)
    style.contours.ramp = background == .gray ? .gray : palette
    style.aspect = aspect
    style.scale = scale
    style.window = try WindowRule(parsing: window)
    style.looks = try looks()
    return style
  }

  /// A figure is for a page even if nobody says how wide.
  var paperWidth: Double? { width ?? (layout == .figure ? 120 : nil) }

  /// Options that may be given several times.
  static let repeatable = ["optimizer", "label", "color", "overlay"]

  /// A label or colour that is as usual.
  static let usual = "-"

  /// Labels and colours, side by side.
  private func looks() throws -> [EntrantLook] {
    try (0..<max(label.count, color.count)).map { i in
      var look = EntrantLook()
      if i < label.count, label[i] != Self.usual { look.label = label[i] }
      if i < color.count, color[i] != Self.usual { look.color = try Self.color(color[i]) }
      return look
    }
  }

  /// Throws where there are more labels or colours than entrants.
  func requireLooks(for count: Int) throws {
    for (name, given) in [("label", label.count), ("color", color.count)] where given > count {
      throw Failure(
        .usage, "--\(name) is given \(given) times for \(count) optimizers; expected one for each")
    }
  }

  private static func color(_ text: String) throws -> Color {
    let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
    guard digits.count == 6, digits.allSatisfy(\.isHexDigit), let hex = UInt32(digits, radix: 16)
    else {
      throw Failure(.usage, "--color '\(text)' is no colour; expected #RRGGBB as in #0055CC")
    }
    return Color(hex)
  }

  /// The overlays of all lists.
  private func overlaySet() throws -> Set<RaceOverlay> {
    let names = overlays.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }
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

  enum Background: String, Choice, CaseIterable { case color, gray }

  /// Checks what has no other effect on the frames.
  func validate() throws {
    guard palette == nil || background == .color else {
      throw ValidationError("--palette and --background gray exclude each other")
    }
    guard layout != .figure || !overlays.contains(where: { $0.contains("rate") }) else {
      throw ValidationError("--layout figure has no chart for --overlay rate; expected another one")
    }
  }
}
