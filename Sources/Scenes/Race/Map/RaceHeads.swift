/// The ends of the trails at one moment: markers, arrowheads at the window's edge, crosses.
struct RaceHeads: Sendable {
  let area: Rect
  let theme: Theme

  /// How far a head's ink reaches from its anchor.
  var reach: Double { theme.marker / 2 + theme.rim + 2 }

  /// Where a run's head is drawn: at its iterate, or where its trail leaves the map if it has left;
  /// crosses and arrowheads whole.
  func anchor(_ path: RacePath, at clock: Int) -> Point? {
    guard let place = path.place(at: clock) else { return nil }
    if area.contains(place), !isBroken(path.run, at: clock) { return place }
    let shown = area.contains(place) ? place : exit(path, to: place, at: clock).tip
    return area.grown(by: -theme.marker / 2 - 1).nearest(to: shown)
  }

  /// Whether a run goes on outside of the map.
  func hasLeft(_ path: RacePath, at clock: Int) -> Bool {
    guard let place = path.place(at: clock), !area.contains(place) else { return false }
    return !isBroken(path.run, at: clock)
  }

  private func isBroken(_ run: RaceRun, at clock: Int) -> Bool {
    run.isFinished(at: clock) && run.end.isBreakdown
  }

  /// - Parameter drawnAt: where the marker stands, unless it is where the iterate is.
  func head(_ path: RacePath, at clock: Int, drawnAt other: Point? = nil) -> Element {
    guard let place = path.place(at: clock), let anchor = anchor(path, at: clock) else {
      return .empty
    }
    let run = path.run
    if isBroken(run, at: clock) { return marker(.cross, run, at: other ?? anchor) }
    if area.contains(place) { return marker(run.style.shape, run, at: other ?? place) }
    let (tip, way) = exit(path, to: place, at: clock)
    return arrow(run, at: tip, along: way)
  }

  /// Where the trail ends at the map's edge and its way there. Where it never was on the map: the
  /// edge's nearest point, and the way from there.
  private func exit(
    _ path: RacePath, to place: Point, at clock: Int
  ) -> (tip: Point, way: Point) {
    let nearest = area.nearest(to: place)
    let straight = Point(place.x - nearest.x, place.y - nearest.y)
    guard let end = path.trail.end(at: clock) else { return (nearest, straight) }
    return (end.tip, end.way == Point(0, 0) ? straight : end.way)
  }

  private func marker(_ shape: MarkerShape, _ run: RaceRun, at place: Point) -> Element {
    let near = place.onHalfPixels
    return Element(
      bounds: Rect(around: near, reach: reach + 1),
      marks: [
        .marker(
          shape, at: near, size: theme.marker, fill: run.style.color,
          halo: theme.colors.halo)
      ])
  }

  /// An arrowhead that points out of the window.
  private func arrow(_ run: RaceRun, at tip: Point, along way: Point) -> Element {
    let distance = way.distance(to: Point(0, 0))
    let out = Point(way.x / distance, way.y / distance)
    let length = theme.marker * Measures.exit
    let base = Point(tip.x - out.x * length, tip.y - out.y * length)
    let side = Point(-out.y * length * 0.5, out.x * length * 0.5)
    let corners = [
      tip, Point(base.x + side.x, base.y + side.y), Point(base.x - side.x, base.y - side.y),
    ]
    let bounds = (Rect(around: corners) ?? area).grown(by: 3).clipped(to: area)
    let fill = Mark.polygon(
      corners, fill: run.style.color, stroke: Stroke(theme.colors.halo, width: 1.5))
    return Element(bounds: bounds, marks: [.clipped(area, [fill])])
  }
}
