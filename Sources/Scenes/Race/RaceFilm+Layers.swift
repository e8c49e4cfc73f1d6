extension RaceFilm {
  public func trails(ofFrame i: Int) -> [Element] {
    precondition(0 <= i && i < frameCount, "no frame \(i)")
    let old = i == 0 ? -1 : timeline.clock(ofFrame: i - 1)
    let new = timeline.clock(ofFrame: i)
    guard old < new else { return [] }
    return entrants.flatMap { entrant in
      let trail = pen(entrant, width: theme.trail, rim: theme.rim, area: layout.contour)
      let curve = pen(entrant, width: theme.trail * 0.8, rim: 0, area: layout.chart)
      return [
        trail.element(entrant.trail.pieces(after: old, through: new, lead: trail.lead)),
        curve.element(entrant.curve.pieces(after: old, through: new, lead: 0)),
      ].compactMap { $0 }
    }
  }

  public func overlay(ofFrame i: Int) -> [Element] {
    precondition(0 <= i && i < frameCount, "no frame \(i)")
    let now = timeline.clock(ofFrame: i)
    return heads.labels(entrants, at: now)
      + entrants.map { heads.head($0, at: now) }
      + entrants.map { cursor($0, at: now) }
      + entrants.enumerated().map { status($0, $1, at: now) }
      + [time(now)]
  }

  private func pen(
    _ entrant: RaceEntrant, width: Double, rim: Double, area: Rect
  ) -> TrailPen {
    TrailPen(color: entrant.style.color, width: width, rim: rim, area: area)
  }

  /// The moving end of an entrant's curve.
  private func cursor(_ entrant: RaceEntrant, at clock: Int) -> Element {
    guard let place = entrant.curve.head(at: clock) else { return .empty }
    let size = theme.marker * 0.7
    let bounds = Rect(x: place.x, y: place.y, width: 0, height: 0).grown(by: size / 2 + 4)
    let marker = Mark.marker(
      entrant.style.shape, at: place, size: size, fill: entrant.style.color, halo: Theme.halo)
    return Element(bounds: bounds, marks: [marker])
  }

  private func status(_ i: Int, _ entrant: RaceEntrant, at clock: Int) -> Element {
    let value = entrant.entry(at: clock).map { entrant.values[$0] }
    return legend.status(i, value: value, state: state(entrant, at: clock))
  }

  private func state(_ entrant: RaceEntrant, at clock: Int) -> String {
    if entrant.isFinished(at: clock) { return entrant.end.text }
    let isOutside = entrant.place(at: clock).map { !layout.contour.contains($0) } ?? false
    return isOutside ? RaceEnd.outside : RaceEnd.running
  }

  /// "step 123 of 500".
  private func time(_ clock: Int) -> Element {
    let text = RaceBackdrop.time(clock, of: timeline.last, self.clock)
    let style = theme.label.aligned(.leading)
    let bounds = measuring.bounds(of: text, at: layout.footer, in: style).grown(by: 1)
    return Element(bounds: bounds, marks: [.text(text, at: layout.footer, style)])
  }
}
