// Ellipses, directions, dots and tails.
extension MapOverlays {
  func model(_ moment: Moment, _ pen: OverlayPen) -> OverlayPen.Ink {
    guard let form = moment.next?.model, let gradient = moment.now?.gradient,
      let contour = Conic(modelAbout: moment.x, gradient: gradient, form: form)
    else { return OverlayPen.Ink() }
    let center = map.point(contour.center.x, contour.center.y).map(pen.plus) ?? OverlayPen.Ink()
    return curves(contour, moment, pen) + curves(contour.scaled(by: 0.5), moment, pen)
      + (contour.hasMinimum ? center : OverlayPen.Ink())
  }

  func curves(_ conic: Conic?, _ moment: Moment, _ pen: OverlayPen) -> OverlayPen.Ink {
    guard let conic else { return OverlayPen.Ink() }
    let (width, height) = (
      map.x.domain.upperBound - map.x.domain.lowerBound,
      map.y.domain.upperBound - map.y.domain.lowerBound
    )
    let reach = (width * width + height * height).squareRoot()
    return conic.curves(near: moment.x, reach: reach).map { curve in
      pen.line(curve.compactMap { map.point($0.x, $0.y) }, isDashed: !conic.hasMinimum)
    }.reduce(OverlayPen.Ink(), +)
  }

  func region(_ axes: Vector?, _ moment: Moment, _ pen: OverlayPen) -> OverlayPen.Ink {
    guard let axes, axes.x > 0, axes.y > 0 else { return OverlayPen.Ink() }
    let form = PlaneForm(1 / (axes.x * axes.x), 0, 1 / (axes.y * axes.y))
    return curves(Conic(center: moment.x, form: form), moment, pen)
  }

  func directions(_ moment: Moment, _ pen: OverlayPen) -> OverlayPen.Ink {
    let length = 0.7 * ArrowScale.longest * map.area.shorterSide
    func offset(_ direction: Vector?) -> Point? {
      guard let offset = direction.flatMap(map.offset) else { return nil }
      let size = offset.length
      guard size > 0 else { return nil }
      return Point(offset.x / size * length, offset.y / size * length)
    }
    var ink = OverlayPen.Ink()
    let entrant = moment.entrant
    for entry in max(0, moment.entry - 2)..<max(0, moment.entry) {
      let point = entrant.position(entry)
      guard let reach = offset(entrant.nextExhibits(entry)?.direction),
        let place = map.point(point.x, point.y)
      else { continue }
      let ends = [-1.0, 1].map { Point(place.x + $0 * reach.x, place.y + $0 * reach.y) }
      ink = ink + pen.line(ends, paleness: 0.4)
    }
    guard let coming = offset(moment.next?.direction) else { return ink }
    return ink + pen.arrow(from: moment.place, by: coming)
  }

  /// Those of the latest step, and paler those of the four before it.
  func trials(_ moment: Moment, _ pen: OverlayPen) -> OverlayPen.Ink {
    (max(0, moment.entry - 4)...moment.entry).flatMap { entry in
      (moment.entrant.exhibits(entry)?.trials ?? []).map { trial in
        let place = map.point(trial.x, trial.y)
        return place.map { pen.dot($0, paleness: entry == moment.entry ? 0 : 0.45) }
          ?? OverlayPen.Ink()
      }
    }.reduce(OverlayPen.Ink(), +)
  }

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
