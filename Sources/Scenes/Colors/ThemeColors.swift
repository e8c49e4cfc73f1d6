/// What a picture is drawn for, and the colours that go with it.
public struct ThemeColors: Hashable, Sendable {
  public let name: String
  /// The background of the picture.
  public let paper: Color
  /// Titles, names and numbers.
  public let ink: Color
  /// Tick labels and details.
  public let muted: Color
  /// Lines across a plot at its ticks.
  public let grid: Color
  /// Edges of plots and colour bars, and the ticks at them.
  public let frame: Color
  /// Where a function has no finite value.
  public let undefined: Color
  /// The lines that hatch what is undefined.
  public let hatch: Color
  /// What the lines between the bands of contours are mixed with.
  public let contour: Color
  /// The rim that lifts trails and markers from the contours.
  public let halo: Color
  /// What contours are mixed with, so that trails stand out.
  public let wash: Color
  /// From 0, where contours keep their colours, to 1, where all are the wash.
  public let washShare: Double
  /// The trails, by the places of methods: with a contrast of 3 : 1 to paper and halo, and at least
  /// 20 ΔE (CIE 1976) apart from each other, also as the colour-blind see them. The first seven,
  /// which the methods of lectures have, are as far apart by CIE 2000.
  public let trails: [Color]
  /// The least size of text, as a share of a picture's height, for a theme that is read from the
  /// back of a hall; nil for one that is read from near.
  private(set) var textShare: Double?

  private static let trailsOnWhite = [
    Color(0x1144EE), Color(0xBB8822), Color(0x339988), Color(0x664455), Color(0x990000),
    Color(0x000066), Color(0x110000), Color(0x9977FF), Color(0x991188), Color(0x777744),
  ]

  /// Dark on white: for screens and paper.
  public static let light = ThemeColors(
    name: "light", paper: Color(0xFFFFFF), ink: Color(0x222222), muted: Color(0x666666),
    grid: Color(0xE6E6E6), frame: Color(0x888888), undefined: Color(0xD4D4D4),
    hatch: Color(0xA8A8A8), contour: Color(0x303030), halo: Color(0xFFFFFF), wash: Color(0xFFFFFF),
    washShare: 0.5,
    trails: trailsOnWhite)

  /// Light on black: for dark rooms and dark slides.
  public static let dark = ThemeColors(
    name: "dark", paper: Color(0x16181D), ink: Color(0xF0F0F0), muted: Color(0xA8ADB5),
    grid: Color(0x2C3038), frame: Color(0x7A808A), undefined: Color(0x34383F),
    hatch: Color(0x5A606A), contour: Color(0xE8E8E8), halo: Color(0x101216), wash: Color(0x101216),
    washShare: 0.5,
    trails: [
      Color(0x1155FF), Color(0xEE8800), Color(0xCCFFAA), Color(0x886677), Color(0xBB3311),
      Color(0xFFCCFF), Color(0xAAAA99), Color(0x5599FF), Color(0xAA3399), Color(0xEEFF00),
    ])

  /// Black on white with strong lines, pale contours and text of 3.5 % of a picture's height: for
  /// projectors in bright rooms.
  public static let projector = ThemeColors(
    name: "projector", paper: Color(0xFFFFFF), ink: Color(0x000000), muted: Color(0x333333),
    grid: Color(0xD0D0D0), frame: Color(0x222222), undefined: Color(0xC8C8C8),
    hatch: Color(0x808080), contour: Color(0x202020), halo: Color(0xFFFFFF), wash: Color(0xFFFFFF),
    washShare: 0.72,
    trails: trailsOnWhite, textShare: 0.035)

  /// In the order of help texts.
  public static let all = [light, dark, projector]
}
