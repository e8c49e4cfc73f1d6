/// The overlays of a race as strokes for a page, the film's on a map of the page's resolution.
struct PageOverlays {
  private let overlays: MapOverlays
  private let shown: Set<RaceOverlay>
  let hasTails: Bool

  /// Without tails, which are lines of their own, and rates, which have a chart.
  init(_ runs: [RaceRun], _ race: Race, style: RaceStyle, resolution: PixelSize) {
    hasTails = style.overlays.contains(.tails)
    shown = style.overlays.filter { $0.strokes != nil }
    let map = race.map(in: resolution.rect)
    overlays = MapOverlays(
      shown, map: map, paths: runs.map { [RacePath($0, on: map)] },
      arrows: ArrowScale(runs, on: map), theme: Theme(style.colors, scale: 1))
  }

  /// What the strokes mean on a plane.
  func notes(on plane: RacePlane) -> [String] {
    RaceOverlay.notes(of: shown, overlays.arrows, on: plane)
  }

  /// How a run's trail fades; nil where trails do not.
  func fading(of run: RaceRun) -> TailFading? {
    guard hasTails else { return nil }
    return TailFading(color: run.style.color, halo: overlays.theme.colors.halo)
  }

  /// The strokes of a run where only some of its entries are shown, from below to above.
  func spans(of index: Int, at entries: [Int]) -> [StrokeSpan] {
    overlays.overlays.flatMap { overlay in
      StrokeSpan.spans(of: entries.map { strokes(overlay, index, $0) })
    }
  }

  private func strokes(_ overlay: RaceOverlay, _ index: Int, _ entry: Int) -> [PageStroke] {
    guard let moment = overlays.moment(index, entry: entry) else { return [] }
    let pen = overlays.pen(overlay, of: overlays.paths[index])
    return (overlay.strokes?(moment) ?? []).compactMap { PageStroke($0, pen, on: overlays.map) }
  }
}
