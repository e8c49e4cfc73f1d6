/// Where the heads of a map are drawn: where the iterates are, unless heads would cover one another
/// or a place of note. A head that stands away has a line to its iterate.
struct HeadPlaces: Sendable {
  let paths: [RacePath]
  let heads: RaceHeads
  private let spreading: HeadSpreading

  init(_ paths: [RacePath], heads: RaceHeads, keepingOff spots: [Landmarks.Spot]) {
    self.paths = paths
    self.heads = heads
    let theme = heads.theme
    let reach = theme.marker / 2 + theme.scale
    spreading = HeadSpreading(
      fixed: spots.map { ($0.place, theme.marker * $0.kind.share / 2) }, reach: reach,
      area: heads.area.grown(by: -theme.marker / 2 - 1))
  }

  /// Of each path at a clock value; nil before its first place. Arrowheads at the map's edge stay.
  func places(at clock: Int) -> [Point?] {
    let anchors = paths.map { heads.anchor($0, at: clock) }
    let leaves = paths.map { heads.hasLeft($0, at: clock) }
    let spread = spreading.spread(zip(anchors, leaves).map { $1 ? nil : $0 })
    return zip(anchors, spread).map { $1 ?? $0 }
  }

  /// The lines from heads to iterates, which lie below all heads.
  func lines(at clock: Int) -> [Element] {
    zip(paths, places(at: clock)).map { path, place in
      guard let place, let anchor = heads.anchor(path, at: clock),
        place.distance(to: anchor) > heads.theme.marker / 3,
        let bounds = Rect(around: [place, anchor])
      else { return .empty }
      let width = 1.2 * heads.theme.scale
      return Element(
        bounds: bounds.grown(by: width + 2),
        marks: [
          .polyline([place, anchor], Stroke(heads.theme.colors.halo, width: width + 2)),
          .polyline([place, anchor], Stroke(path.run.style.color, width: width)),
        ])
    }
  }

  func heads(at clock: Int) -> [Element] {
    zip(paths, places(at: clock)).map { heads.head($0, at: clock, drawnAt: $1) }
  }
}
