/// The ends of the trails at one moment: markers, arrowheads at the window's edge, crosses.
struct RaceHeads: Sendable {
  let area: Rect
  let theme: Theme
  let measuring: any TextMeasuring

  private var reach: Double { theme.marker / 2 + theme.rim + 2 }
  private var labelStyle: TextStyle { theme.detail.colored(Theme.ink).aligned(.center) }

  /// Where an entrant's head is drawn.
  func anchor(_ place: Point) -> Point {
    area.grown(by: -theme.marker / 2 - 1).nearest(to: place)
  }

  func head(_ entrant: RaceEntrant, at clock: Int) -> Element {
    guard let place = entrant.place(at: clock) else { return .empty }
    let isBroken = entrant.isFinished(at: clock) && entrant.end.isBreakdown
    if isBroken { return marker(.cross, entrant, at: anchor(place)) }
    if area.contains(place) { return marker(entrant.style.shape, entrant, at: place) }
    return arrow(entrant, towards: place)
  }

  private func marker(_ shape: MarkerShape, _ entrant: RaceEntrant, at place: Point) -> Element {
    Element(
      bounds: Rect(x: place.x, y: place.y, width: 0, height: 0).grown(by: reach + 1),
      marks: [
        .marker(
          shape, at: place, size: theme.marker, fill: entrant.style.color, halo: Theme.halo)
      ])
  }

  /// An arrowhead that points out of the window.
  private func arrow(_ entrant: RaceEntrant, towards place: Point) -> Element {
    let tip = area.nearest(to: place)
    var out = Point(place.x - tip.x, place.y - tip.y)
    out = Point(out.x == 0 ? 0 : out.x < 0 ? -1 : 1, out.y == 0 ? 0 : out.y < 0 ? -1 : 1)
    let length = theme.marker * 1.2 / out.distance(to: Point(0, 0))
    let base = Point(tip.x - out.x * length, tip.y - out.y * length)
    let side = Point(-out.y * length * 0.5, out.x * length * 0.5)
    let corners = [
      tip, Point(base.x + side.x, base.y + side.y), Point(base.x - side.x, base.y - side.y),
    ]
    let bounds = (Rect(around: corners) ?? area).grown(by: 3).clipped(to: area)
    let fill = Mark.polygon(
      corners, fill: entrant.style.color, stroke: Stroke(Theme.halo, width: 1.5))
    return Element(bounds: bounds, marks: [.clipped(area, [fill])])
  }

  /// "diverged at 12" beside each cross, as far as there is room; otherwise nothing.
  func labels(_ entrants: [RaceEntrant], at clock: Int) -> [Element] {
    var obstacles = entrants.compactMap { entrant in
      entrant.place(at: clock).map { place in
        let anchor = anchor(place)
        return Rect(x: anchor.x, y: anchor.y, width: 0, height: 0).grown(by: reach)
      }
    }
    return entrants.map { entrant in
      guard entrant.end.isBreakdown, entrant.isFinished(at: clock),
        let place = entrant.place(at: clock),
        let box = freeBox(for: entrant.end.text, beside: anchor(place), avoiding: obstacles)
      else { return .empty }
      obstacles.append(box)
      return label(entrant.end.text, in: box, entrant.style.color)
    }
  }

  private func label(_ text: String, in box: Rect, _ color: Color) -> Element {
    Element(
      bounds: box.grown(by: 1),
      marks: [
        .rectangle(box, fill: Theme.paper, stroke: Stroke(color, width: 1)),
        .text(text, at: box.center, labelStyle),
      ])
  }

  /// The first of several boxes around a point that lies in the window and touches nothing.
  private func freeBox(
    for text: String, beside anchor: Point, avoiding obstacles: [Rect]
  ) -> Rect? {
    let width = measuring.width(of: text, in: labelStyle) + 8 * theme.scale
    let height = labelStyle.size * 1.5
    let room = area.grown(by: -2)
    for distance in [1.0, 2.2, 3.4, 4.6] {
      let across = width / 2 + reach * distance
      let down = height / 2 + reach * distance
      let offsets = [
        (across, 0), (-across, 0), (0, -down), (0, down), (across, -down), (across, down),
        (-across, -down), (-across, down),
      ]
      for (dx, dy) in offsets {
        let box = Rect(
          x: anchor.x + dx - width / 2, y: anchor.y + dy - height / 2, width: width,
          height: height)
        if room.contains(box), !obstacles.contains(where: box.intersects) { return box }
      }
    }
    return nil
  }
}
