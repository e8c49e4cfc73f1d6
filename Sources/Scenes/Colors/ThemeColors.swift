/// What a picture is drawn for, and the colours that go with it.
public struct ThemeColors: Hashable, Sendable {
  public let name: String
  /// The ground of the picture.
  public let paper: Color
  /// Titles, names and numbers.
  public let ink: Color
  /// Tick labels and details.
  public let muted: Color
  public let grid: Color
  public let frame: Color
  /// Where a function has no finite value, and the lines that hatch it.
  public let undefined: Color
  public let hatch: Color
  /// The rim that lifts trails and markers from the contours.
  public let halo: Color
  /// What contours are mixed with, and how much, so that trails stand out.
  public let wash: Color
  public let washShare: Double
  /// The trails, in the order of the entrants: at least 20 ΔE (CIE 2000) apart from each other, also
  /// as the colour-blind see them.
  public let trails: [Color]

  /// Dark on white: for screens and paper.
  public static let light = ThemeColors(
    name: "light", paper: Color(0xFFFFFF), ink: Color(0x222222), muted: Color(0x666666),
    grid: Color(0xE6E6E6), frame: Color(0x888888), undefined: Color(0xD4D4D4),
    hatch: Color(0xA8A8A8), halo: Color(0xFFFFFF), wash: Color(0xFFFFFF), washShare: 0.5,
    trails: [
      // After Okabe and Ito; yellow, which is lost on light ground, makes way for wine red.
      Color(0x0072B2), Color(0xD55E00), Color(0x009E73), Color(0xCC79A7),
      Color(0x000000), Color(0xE69F00), Color(0x56B4E9), Color(0x882255),
    ])

  /// Light on black: for dark rooms and dark slides.
  public static let dark = ThemeColors(
    name: "dark", paper: Color(0x16181D), ink: Color(0xF0F0F0), muted: Color(0xA8ADB5),
    grid: Color(0x2C3038), frame: Color(0x7A808A), undefined: Color(0x34383F),
    hatch: Color(0x5A606A), halo: Color(0x101216), wash: Color(0x101216), washShare: 0.5,
    trails: [
      Color(0x56B4E9), Color(0xFF8C42), Color(0x3DDC97), Color(0xF49AC2),
      Color(0xFFFFFF), Color(0xF0E442), Color(0x4C8DFF), Color(0xD6453D),
    ])

  /// Black on white with strong lines and pale contours: for projectors in bright rooms.
  public static let projector = ThemeColors(
    name: "projector", paper: Color(0xFFFFFF), ink: Color(0x000000), muted: Color(0x333333),
    grid: Color(0xD0D0D0), frame: Color(0x222222), undefined: Color(0xC8C8C8),
    hatch: Color(0x808080), halo: Color(0xFFFFFF), wash: Color(0xFFFFFF), washShare: 0.72,
    trails: [
      Color(0x0059A8), Color(0xC84400), Color(0x007A55), Color(0xB8408C),
      Color(0x000000), Color(0xD08A00), Color(0x2FA0E0), Color(0x6E0F3F),
    ])

  public static let all = [light, dark, projector]
}
