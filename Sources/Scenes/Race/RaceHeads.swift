/// The ends of the trails at one moment: markers, arrowheads at the window's edge, crosses.
struct RaceHeads: Sendable {
  let area: Rect
  let theme: Theme

  /// How far a head's ink reaches from its anchor.
  var reach: Double { theme.marker / 2 + theme.rim + 2 }

  /// Where an entrant's head is drawn.
  func anchor(_ place: Point) -> Point {
    area.grown(by: -theme.marker / 2 - 1).nearest(to: place)
  }

  func head(_ path: RacePath, at clock: Int) -> Element {
    guard let place = path.place(at: clock) else { return .empty }
    let entrant = path.entrant
    let isBroken = entrant.isFinished(at: clock) && entrant.end.isBreakdown
    if isBroken { return marker(.cross, entrant, at: anchor(place)) }
    if area.contains(place) { return marker(entrant.style.shape, entrant, at: place) }
    return arrow(entrant, towards: place)
  }

  private func marker(_ shape: MarkerShape, _ entrant: RaceEntrant, at place: Point) -> Element {
    Element(
      bounds: Rect(around: place, reach: reach + 1),
      marks: [
        .marker(
          shape, at: place, size: theme.marker, fill: entrant.style.color,
          halo: theme.colors.halo)
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
      corners, fill: entrant.style.color, stroke: Stroke(theme.colors.halo, width: 1.5))
    return Element(bounds: bounds, marks: [.clipped(area, [fill])])
  }
}
