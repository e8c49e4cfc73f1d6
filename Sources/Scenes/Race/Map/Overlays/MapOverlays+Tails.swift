// The end of a trail, where trails fade.
extension MapOverlays {
  /// The latest piece of the trail, fading in parts, over one rim.
  func tail(_ path: RacePath, at clock: Int) -> Element {
    let fading = TailFading(color: path.run.style.color, halo: theme.colors.halo)
    let count = TailFading.count
    let theme = path.weight.theme(theme)
    func piece(_ part: Int, _ ages: ClosedRange<Int>, rim: Double) -> Element? {
      let line = fading.part(part)
      let pen = TrailPen(
        color: line.color, halo: theme.colors.halo, width: theme.trail * line.width, rim: rim,
        area: map.area)
      return pen.element(
        path.trail.pieces(
          after: clock - ages.upperBound, through: clock - ages.lowerBound, lead: 0))
    }
    let base = piece(0, 0...tailLength, rim: theme.rim)
    let pieces = (1...count).map { i in
      let ages = (tailLength * (count - i) / count)...(tailLength * (count + 1 - i) / count)
      return piece(i, ages, rim: 0)
    }
    return .joined(([base] + pieces).compactMap { $0 })
  }
}
