import Contours

/// Where the parts of a figure lie: the map, as large as the page allows, and the key below it.
struct FigureLayout {
  let map: Rect
  /// The top of the key.
  let keyTop: Double

  /// - Parameters:
  ///   - height: of the key.
  ///   - hasHeading: whether a headline stands above the map.
  init(
    _ race: Race, key height: Double, frame: RaceFrame, barWidth: Double, hasHeading: Bool = false
  ) {
    let theme = frame.theme
    let margin = 8 * theme.scale
    var page = frame.size.rect.grown(by: -margin)
    if hasHeading {
      page = Rect(left: page.x, top: frame.content.y, right: page.maxX, bottom: page.maxY)
    }
    let left = frame.typesetting.leftMargin(of: [race.map(in: page)], hasTitle: true)
    let below = frame.typesetting.bottomMargin(hasTitle: true)
    // The last labels of the axes stick out by half.
    let top = theme.tick.size / 2
    let room = Rect(
      x: (page.x + left).rounded(), y: (page.y + top).rounded(),
      width: max(8, (page.width - left - max(barWidth, 12 * theme.scale)).rounded(.down)),
      height: max(8, (page.height - top - below - height - margin).rounded(.down)))
    var map = race.mapRatio.map { room.fitting(ClosedRange(between: $0, $0)) } ?? room
    // A map narrower than the page stands in its middle.
    map.x += ((room.width - map.width) / 2).rounded(.down)
    self.map = map
    keyTop = map.maxY + below + margin
  }
}
