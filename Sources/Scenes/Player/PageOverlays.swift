/// The overlays of a race as strokes for a page, the film's on a map of the page's resolution.
struct PageOverlays {
  private let overlays: MapOverlays
  private let shown: Set<RaceOverlay>
  /// Of each entrant, the place of its first run among those of all.
  private let firsts: [Int]
  let hasTails: Bool

  /// Without tails, which are lines of their own, and rates, which have a chart.
  ///
  /// - Parameter groups: the runs of each entrant.
  init(_ groups: [[RaceRun]], _ race: Race, style: RaceStyle, resolution: PixelSize) {
    hasTails = style.overlays.contains(.tails)
    shown = style.overlays.filter { $0.strokes != nil }
    firsts = groups.indices.map { groups[..<$0].reduce(0) { $0 + $1.count } }
    let map = race.map(in: resolution.rect)
    overlays = MapOverlays(
      shown, map: map, paths: groups.map { $0.map { RacePath($0, on: map) } },
      arrows: ArrowScale(groups.flatMap { $0 }, on: map), theme: Theme(style.colors, scale: 1))
  }

  /// What the strokes mean on a plane.
  func notes(on plane: RacePlane) -> [String] {
    RaceOverlay.notes(of: shown, overlays.arrows, on: plane)
  }

  /// How an entrant's trails fade; nil where trails do not.
  func fading(_ style: EntrantStyle) -> TailFading? {
    guard hasTails else { return nil }
    return TailFading(color: style.color, halo: overlays.theme.colors.halo)
  }

  /// The strokes of an entrant's run where only some of its entries are shown, from below to above.
  func spans(of entrant: Int, run: Int = 0, at entries: [Int]) -> [StrokeSpan] {
    let index = firsts[entrant] + run
    return overlays.overlays.flatMap { overlay in
      StrokeSpan.spans(of: entries.map { strokes(overlay, index, $0) })
    }
  }

  private func strokes(_ overlay: RaceOverlay, _ index: Int, _ entry: Int) -> [PageStroke] {
    guard !overlays.isOver(overlay, index, entry: entry),
      let moment = overlays.moment(index, entry: entry)
    else { return [] }
    let pen = overlays.pen(overlay, of: overlays.paths[index])
    return (overlay.strokes?(moment) ?? []).compactMap { PageStroke($0, pen, on: overlays.map) }
  }
}
