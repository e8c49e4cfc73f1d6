import Contours

/// What is said of the race where the clock shows certain numbers, in a box on the map.
struct NotePanel: RacePanel {
  let backdrop: [Mark] = []
  private let notes: [Int: String]
  private let maps: [MapPanel]
  /// Where the box may stand.
  private let area: Rect
  private let typesetting: Typesetting

  private var theme: Theme { typesetting.theme }
  private var style: TextStyle { theme.name.aligned(.center) }

  /// - Parameters:
  ///   - maps: whose heads and places of note the box keeps off, as far as it can.
  ///   - area: where the box may stand.
  init(
    _ notes: [TimedNote], clock: RaceClock, maps: [MapPanel], area: Rect, _ typesetting: Typesetting
  ) {
    self.notes = TimedNote.texts(notes, reading: clock.reading)
    (self.maps, self.area, self.typesetting) = (maps, area, typesetting)
  }

  func overlay(at clock: Int) -> [Element] {
    if notes.isEmpty { return [] }
    guard let text = notes[clock] else { return [.empty] }
    let margin = 8 * theme.scale
    let room = area.width - 4 * margin
    let lines = typesetting.measuring.lines(of: text, in: style, width: room, atMost: 3)
    let width = lines.map { typesetting.measuring.width(of: $0, in: style) }.max() ?? 0
    let lineHeight = 1.3 * style.size
    let box = place(
      width: min(width + 2 * margin, area.width), height: Double(lines.count) * lineHeight + margin,
      margin: margin, at: clock)
    let texts = lines.enumerated().map { i, line in
      Mark.text(
        line, at: Point(box.center.x, box.y + margin / 2 + (Double(i) + 0.5) * lineHeight), style)
    }
    return [
      Element(
        bounds: box.grown(by: theme.scale + 1),
        marks: [
          .rectangle(
            box, fill: theme.colors.paper, stroke: Stroke(theme.colors.ink, width: theme.scale))
        ] + texts)
    ]
  }

  /// At the top or the bottom, wherever it covers less.
  private func place(width: Double, height: Double, margin: Double, at clock: Int) -> Rect {
    let spots = maps.flatMap { $0.spots(at: clock) }
    let left = area.center.x - width / 2
    let boxes = [area.y + margin, area.maxY - margin - height].map { top in
      Rect(x: left.rounded(), y: top.rounded(), width: width.rounded(), height: height.rounded())
    }
    func covered(_ box: Rect) -> Int { spots.count { box.grown(by: theme.marker).contains($0) } }
    return covered(boxes[1]) < covered(boxes[0]) ? boxes[1] : boxes[0]
  }
}
