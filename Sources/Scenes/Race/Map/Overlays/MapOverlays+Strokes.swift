import Contours

// What each overlay shows at a head.
extension MapOverlays {
  /// A run at an entry, and where that is on the map.
  struct Moment {
    let run: RaceRun
    let entry: Int
    let place: Point
    let gradientFactor: Double

    var x: PlanePoint { run.position(entry) }
    /// What was recorded here.
    var now: StepExhibits? { run.exhibits(entry) }
    /// What was recorded of the step to come.
    var next: StepExhibits? { run.nextExhibits(entry) }
  }

  /// From below to above; none where there is nothing to show, and none of tails and rates, which
  /// belong to no head.
  func strokes(_ overlay: RaceOverlay, at moment: Moment) -> [OverlayStroke] {
    let run = moment.run
    switch overlay {
    case .tails, .rate: return []
    case .gradient:
      let step = moment.now.map { -run.nextRate(moment.entry) * $0.gradient }
      return arrow(step, by: moment.gradientFactor, isOpen: true)
    case .momentum: return arrow(moment.now?.momentum)
    case .step: return arrow(run.nextStep(moment.entry), keepsLength: true)
    case .scale: return box(moment)
    case .model: return model(moment)
    case .matrix:
      guard let metric = moment.next?.metric else { return [] }
      return OverlayStroke.conic(
        Conic(center: moment.x, form: metric.form, level: metric.level))
    case .region: return region(moment)
    case .directions: return directions(moment)
    case .trials: return trials(moment)
    }
  }

  private func arrow(
    _ step: PlanePoint?, by factor: Double? = nil, isOpen: Bool = false, keepsLength: Bool = false
  ) -> [OverlayStroke] {
    guard let offset = step.flatMap(map.offset) else { return [] }
    let (drawn, isDashed) = arrows.drawn(offset, on: map, by: factor, keepsLength: keepsLength)
    return [OverlayStroke(shape: .arrow(by: drawn, isOpen: isOpen), isDashed: isDashed)]
  }

  /// Shortened as a whole, so that the shape stays.
  private func box(_ moment: Moment) -> [OverlayStroke] {
    let half = moment.now?.scale.map { moment.run.nextRate(moment.entry) * $0 }
    guard let offset = half.flatMap(map.offset) else { return [] }
    let (drawn, isDashed) = arrows.drawn(offset, on: map, by: moment.gradientFactor)
    return [OverlayStroke(shape: .box(Point(abs(drawn.x), abs(drawn.y))), isDashed: isDashed)]
  }

  private func model(_ moment: Moment) -> [OverlayStroke] {
    guard let form = moment.next?.model, let gradient = moment.now?.gradient,
      let contour = Conic(modelAbout: moment.x, gradient: gradient, form: form)
    else { return [] }
    let contours = OverlayStroke.conic(contour) + OverlayStroke.conic(contour.scaled(by: 0.5))
    guard contour.hasMinimum, let center = map.point(contour.center.x, contour.center.y) else {
      return contours
    }
    return contours + [OverlayStroke(shape: .plus(center))]
  }

  private func region(_ moment: Moment) -> [OverlayStroke] {
    guard let axes = moment.now?.region, axes.x > 0, axes.y > 0 else { return [] }
    let form = PlaneForm(1 / (axes.x * axes.x), 0, 1 / (axes.y * axes.y))
    return OverlayStroke.conic(Conic(center: moment.x, form: form))
  }

  private func directions(_ moment: Moment) -> [OverlayStroke] {
    let length = 0.7 * ArrowScale.longest * map.area.shorterSide
    func offset(_ direction: PlanePoint?) -> Point? {
      guard let offset = direction.flatMap(map.offset) else { return nil }
      let size = offset.length
      guard size > 0 else { return nil }
      return Point(offset.x / size * length, offset.y / size * length)
    }
    let run = moment.run
    var strokes: [OverlayStroke] = []
    for entry in max(0, moment.entry - 2)..<max(0, moment.entry) {
      let point = run.position(entry)
      guard let reach = offset(run.nextExhibits(entry)?.direction),
        let place = map.point(point.x, point.y)
      else { continue }
      let ends = [-1.0, 1].map { Point(place.x + $0 * reach.x, place.y + $0 * reach.y) }
      strokes.append(OverlayStroke(shape: .segment(ends[0], ends[1]), paleness: 0.4))
    }
    guard let coming = offset(moment.next?.direction) else { return strokes }
    return strokes + [OverlayStroke(shape: .arrow(by: coming, isOpen: false))]
  }

  /// Those of the latest step, and paler those of the four before it.
  private func trials(_ moment: Moment) -> [OverlayStroke] {
    (max(0, moment.entry - 4)...moment.entry).flatMap { entry in
      (moment.run.exhibits(entry)?.trials ?? []).compactMap { trial in
        map.point(trial.x, trial.y).map {
          OverlayStroke(shape: .dot($0), paleness: entry == moment.entry ? 0 : 0.45)
        }
      }
    }
  }
}
