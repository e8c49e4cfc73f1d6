import Contours

/// A map of cells with axes, a heading above and a key on the right; the picture is as large as
/// these make it.
struct CellMapLayout {
  /// Pixels along a side of a cell.
  let zoom: Int
  let plot: Plot
  let typesetting: Typesetting
  let size: PixelSize
  /// Where the key may be: as high as the map.
  let key: Rect

  var theme: Theme { typesetting.theme }

  /// Maps of fewer cells are enlarged to about so many pixels.
  private static let usualSide = 520
  /// The side of a map with text of the usual size.
  private static let referenceSide = 460.0

  /// - Parameters:
  ///   - axes: the map's ranges and scales, in an area that does not matter.
  ///   - keyWidth: of the key, in a typesetting.
  init(
    columns: Int, rows: Int, axes: Plot, colors: ThemeColors, measuring: any TextMeasuring,
    keyWidth: (Typesetting) -> Double
  ) {
    zoom = max(1, (Self.usualSide + max(columns, rows) - 1) / max(columns, rows))
    let (width, height) = (Double(columns * zoom), Double(rows * zoom))
    let scale = min(max(min(width, height) / Self.referenceSide, 0.75), 4)
    typesetting = Typesetting(Theme(colors, scale: scale), measuring)
    let margin = 14 * scale
    let draft = axes.moved(to: Rect(x: 0, y: 0, width: width, height: height))
    let left = (margin + typesetting.leftMargin(of: [draft], hasTitle: true)).rounded()
    let top = (margin + 52 * scale).rounded()
    plot = axes.moved(to: Rect(x: left, y: top, width: width, height: height))
    let keyLeft = plot.area.maxX + (18 * scale).rounded()
    let keyWidth = keyWidth(typesetting)
    key = Rect(x: keyLeft, y: top, width: keyWidth, height: height)
    let bottom = typesetting.bottomMargin(hasTitle: true)
    size = PixelSize(
      width: Int(clamping: (keyLeft + keyWidth + margin).rounded(.up)),
      height: Int(clamping: (plot.area.maxY + bottom + margin).rounded(.up)))
  }

  /// Title and a note below it, as long as there is room: set smaller, then cut.
  func heading(_ title: String, note: String) -> [Mark] {
    let room = key.maxX - plot.area.x
    let measuring = typesetting.measuring
    func line(_ text: String, _ style: TextStyle, y: Double) -> Mark {
      let share = room / max(measuring.width(of: text, in: style), 1)
      let style = style.sized(style.size * min(max(share * 0.99, 0.7), 1)).aligned(.leading)
      return .text(
        measuring.fit(text, in: style, width: room), at: Point(plot.area.x, y), style)
    }
    return [
      line(title, theme.headline, y: 26 * theme.scale),
      line(note, theme.detail, y: 49 * theme.scale),
    ]
  }

  /// The cells in their colours, row after row from the lowest.
  func raster(columns: Int, rows: Int, color: (_ column: Int, _ row: Int) -> Color) -> Mark {
    let width = columns * zoom
    var pixels: [UInt32] = []
    pixels.reserveCapacity(width * rows * zoom)
    for row in (0..<rows).reversed() {
      let line = (0..<columns).flatMap { column in
        Array(repeating: color(column, row).hex, count: zoom)
      }
      for _ in 0..<zoom { pixels += line }
    }
    return .raster(
      Raster(width: width, height: rows * zoom, pixels: pixels),
      at: Point(plot.area.x, plot.area.y))
  }
}

extension Plot {
  /// The same scales over another area.
  func moved(to area: Rect) -> Plot {
    Plot(
      area: area, x: x.domain, y: y.domain, isLogarithmicX: x.isLogarithmic,
      isLogarithmicY: y.isLogarithmic)
  }
}
