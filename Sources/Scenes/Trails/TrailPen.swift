/// Draws pieces of trails: a light rim with a coloured core.
struct TrailPen {
  let color: Color
  let halo: Color
  let width: Double
  let rim: Double
  /// Where ink may fall.
  let area: Rect

  /// How much of the line before is drawn again, lest the rim of a new piece cuts it.
  var lead: Double { rim > 0 ? 2 * (width + rim) + 2 : 0 }

  /// The old core is drawn again above the new rim.
  func element(_ pieces: [Trail.Piece]) -> Element? {
    let points = pieces.flatMap { $0.lead + $0.fresh }
    guard let extent = Rect(around: points) else { return nil }
    let halo = Stroke(self.halo, width: width + 2 * rim)
    let core = Stroke(color, width: width)
    let marks =
      pieces.map { Mark.polyline($0.fresh, halo) }
      + pieces.map { Mark.polyline($0.lead + $0.fresh, core) }
    let bounds = extent.grown(by: width / 2 + rim + 1).clipped(to: area)
    return Element(bounds: bounds, marks: [.clipped(area, marks)])
  }
}
