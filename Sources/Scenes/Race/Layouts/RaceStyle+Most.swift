// How many entrants a page can name.
extension RaceStyle {
  /// The least size of a name in the table of entrants, in pixels.
  private static let smallestName = 8.0

  /// The most entrants whose names can be read in the standard layout: in the table, or in the key
  /// of a picture for halls, which takes a third of its height at most.
  public func mostEntrants(measuring: any TextMeasuring) -> Int {
    let frame = RaceFrame(size: size, typesetting: Typesetting(theme, measuring))
    if theme.isForHalls {
      let rows = Double(size.height) / 3 / FigureKey.rowHeight(theme)
      return max(1, Int(clamping: Double(size.width) / (110 * theme.scale))) * max(1, Int(rows))
    }
    return (1...400).last { nameSize(of: $0, in: frame) >= Self.smallestName } ?? 1
  }

  /// With axes and a bar of about the usual width.
  private func nameSize(of count: Int, in frame: RaceFrame) -> Double {
    let unit = frame.theme.scale
    let width = Double(size.width) * (frame.shape == .tall ? 1 : 0.4)
    let layout = RaceLayout(
      frame: frame, labels: .init(map: 30 * unit, chart: 30 * unit), barWidth: 70 * unit,
      legendHeight: LegendLayout.wantedHeight(count: count, width: width, theme: frame.theme))
    return LegendLayout(area: layout.legend, count: count, frame.typesetting).theme.name.size
  }
}
