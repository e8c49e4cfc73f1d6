// The end of a trail, where trails fade.
extension MapOverlays {
  /// The latest piece of the trail, fading in four steps, over one rim.
  func tail(_ path: RacePath, at clock: Int) -> Element {
    func piece(_ ages: ClosedRange<Int>, strength: Double, rim: Double) -> Element? {
      let paleness = MapPanel.paleness * (1 - strength)
      let pen = TrailPen(
        color: path.entrant.style.color.mixed(with: theme.colors.halo, paleness),
        halo: theme.colors.halo, width: theme.trail * (0.7 + 0.4 * strength), rim: rim,
        area: map.area)
      return pen.element(
        path.trail.pieces(
          after: clock - ages.upperBound, through: clock - ages.lowerBound, lead: 0))
    }
    let ground = piece(0...tailLength, strength: 0, rim: theme.rim)
    let pieces = (1...4).map { i in
      let ages = (tailLength * (4 - i) / 4)...(tailLength * (5 - i) / 4)
      return piece(ages, strength: Double(i) / 4, rim: 0)
    }
    let elements = ([ground] + pieces).compactMap { $0 }
    guard let bounds = Rect(around: elements.flatMap(\.bounds.ends)) else { return .empty }
    return Element(bounds: bounds, marks: elements.flatMap(\.marks))
  }
}
