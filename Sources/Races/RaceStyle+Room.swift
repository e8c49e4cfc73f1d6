import Contours
import Rendering
import Scenes
import Specifications

extension RaceStyle {
  /// Throws where the layout has no room for so many entrants.
  public func requireRoom(for count: Int) throws(SettingError) {
    switch layout {
    case .standard:
      let most = mostEntrants(measuring: CairoTextMeasuring())
      guard count <= most else { throw noRoom(for: count, atMost: most) }
    case .grid:
      let most = mostMaps(on: size)
      guard count <= most else { throw noRoom(for: count, atMost: most) }
    case .figure: try requireFigure(of: count, on: size)
    }
  }

  /// As many maps with axes and captions as have room on a page.
  private func mostMaps(on size: PixelSize) -> Int {
    let columns = Int(clamping: Double(size.width) / (115 * unit))
    let rows = Int(clamping: (Double(size.height) / unit - 70) / 100)
    return max(1, columns) * max(1, rows)
  }

  /// Millimetres of the least side of a figure, whose labels are set in 8 points.
  private static let smallestFigure = 30.0

  private func requireFigure(of count: Int, on size: PixelSize) throws(SettingError) {
    let width = paperWidth ?? 0
    let height = width * Double(size.height) / Double(size.width)
    let least = (Self.smallestFigure * scale).rounded(.up)
    guard min(width, height) >= Self.smallestFigure * scale else {
      throw SettingError(
        "width",
        "and {size} give a figure of \(Int(clamping: width)) x \(Int(clamping: height)) mm, "
          + "without room for its labels; expected \(Int(clamping: least)) mm each way")
    }
    // An entrant takes about 24 mm of a line of 4 mm in the key, which may take a fifth.
    let most =
      max(1, Int(clamping: width / (24 * scale)))
      * max(1, Int(clamping: height / 5 / (4 * scale)))
    guard count <= most else { throw noRoom(for: count, atMost: most) }
  }

  private func noRoom(for count: Int, atMost most: Int) -> SettingError {
    SettingError(
      "layout",
      "\(layout.rawValue) has no room for \(count) optimizers at this size; expected "
        + "at most \(most), or a larger {size}\(layout == .figure ? " or {width}" : "")")
  }
}
