/// Where the heads of a map are drawn: where the iterates are, unless heads would cover one
/// another, or several a place of note. A head that stands away has a line to a dot where its
/// iterate is.
struct HeadPlaces: Sendable {
  let paths: [RacePath]
  let heads: RaceHeads
  let spreading: HeadSpreading

  init(_ paths: [RacePath], heads: RaceHeads, keepingOff spots: [Landmarks.Spot]) {
    self.paths = paths
    self.heads = heads
    let theme = heads.theme
    spreading = HeadSpreading(
      fixed: spots.map { ($0.place, $0.reach(theme)) },
      reach: theme.marker / 2 + theme.scale, area: heads.area)
  }

  /// Of each path at a clock value; nil before its first place. Arrowheads at the map's edge stay.
  func places(at clock: Int) -> [Point?] {
    let anchors = paths.map { heads.anchor($0, at: clock) }
    let leaves = paths.map { heads.hasLeft($0, at: clock) }
    let spread = spreading.spread(zip(anchors, leaves).map { $1 ? nil : $0 })
    return zip(anchors, spread).map { $1 ?? $0 }
  }

  /// The lines from heads at `places` to iterates, which lie below all heads.
  func lines(from places: [Point?], at clock: Int) -> [Element] {
    zip(paths, places).map { path, place in
      guard let place, let anchor = heads.anchor(path, at: clock),
        place.distance(to: anchor) > heads.theme.marker / 3,
        let bounds = Rect(around: [place, anchor])
      else { return .empty }
      let (color, theme) = (path.run.style.color, heads.theme)
      let dot = theme.marker * 2 * Measures.dot
      return Element(
        bounds: bounds.grown(by: dot / 2 + theme.rim + 2),
        marks: [
          .polyline([place, anchor], Stroke(theme.colors.halo, width: theme.trail + 2)),
          .polyline([place, anchor], Stroke(color, width: theme.trail)),
          .marker(.circle, at: anchor, size: dot, fill: color, halo: theme.colors.halo),
        ])
    }
  }

  /// Whether one of the heads at `places` lies over a spot.
  func cover(_ spot: Landmarks.Spot, at places: [Point?]) -> Bool {
    let reach = spot.reach(heads.theme) + heads.theme.marker / 3
    return places.contains { $0.map { $0.distance(to: spot.place) < reach } ?? false }
  }

  func heads(at places: [Point?], clock: Int) -> [Element] {
    zip(paths, places).map { heads.head($0, at: clock, drawnAt: $1) }
  }
}
