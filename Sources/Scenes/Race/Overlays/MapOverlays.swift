/// The overlays of a map: one element for each of them and each path, at every clock value.
struct MapOverlays: Sendable {
  typealias Vector = SIMD2<Double>

  let map: Plot
  let theme: Theme
  let arrows: ArrowScale
  let paths: [RacePath]
  /// From below to above.
  private let overlays: [RaceOverlay]
  /// Clock values that a tail lasts.
  let tailLength: Int
  /// The factor for each path's gradients and boxes.
  private let gradientFactors: [Double]

  private static let order: [RaceOverlay] = [
    .region, .model, .matrix, .scale, .directions, .tails, .trials, .gradient, .momentum, .step,
  ]

  init(
    _ overlays: Set<RaceOverlay>, map: Plot, paths: [RacePath], arrows: ArrowScale, theme: Theme
  ) {
    self.map = map
    self.theme = theme
    self.arrows = arrows
    self.paths = paths
    self.overlays = Self.order.filter(overlays.contains)
    let last = paths.compactMap(\.entrant.clocks.last).max() ?? 0
    tailLength = max(8, last / 8)
    gradientFactors = paths.map { arrows.gradientFactor(of: $0.entrant, on: map) }
  }

  func elements(at clock: Int) -> [Element] {
    overlays.flatMap { overlay in paths.indices.map { element(overlay, $0, at: clock) } }
  }

  /// Where the arrows are at a clock value.
  func arrowBounds(at clock: Int) -> [Rect] {
    overlays.filter(\.isArrow).flatMap { overlay in
      paths.indices.map { element(overlay, $0, at: clock).bounds }
    }.filter { $0.width > 0 }
  }

  /// Nothing where the head is not on the map.
  private func element(_ overlay: RaceOverlay, _ index: Int, at clock: Int) -> Element {
    let path = paths[index]
    if overlay == .tails { return tail(path, at: clock) }
    let entrant = path.entrant
    guard let reached = entrant.entry(at: clock),
      case let entry = overlay.isOfStep ? entrant.latestFollowed(reached) : reached,
      let place = path.places[entry],
      map.area.contains(place)
    else { return .empty }
    let color = entrant.style.color
    let isDark = overlay == .step
    let pen = OverlayPen(
      area: map.area, theme: theme,
      color: isDark ? color.mixed(with: theme.colors.ink, 0.55) : color)
    let moment = Moment(
      entrant: entrant, entry: entry, place: place, gradientFactor: gradientFactors[index])
    return pen.element(ink(overlay, moment, pen))
  }

  /// An entrant at an entry, and where that is on the map.
  struct Moment {
    let entrant: RaceEntrant
    let entry: Int
    let place: Point
    let gradientFactor: Double

    var x: Vector { entrant.position(entry) }
    /// What was recorded here.
    var now: StepExhibits? { entrant.exhibits(entry) }
    /// What was recorded of the step to come.
    var next: StepExhibits? { entrant.nextExhibits(entry) }
  }

  private func ink(_ overlay: RaceOverlay, _ moment: Moment, _ pen: OverlayPen) -> OverlayPen.Ink {
    let entrant = moment.entrant
    switch overlay {
    case .tails, .rate: return OverlayPen.Ink()
    case .gradient:
      let step = moment.now.map { -entrant.nextRate(moment.entry) * $0.gradient }
      return arrow(step, moment, pen, by: moment.gradientFactor, isOpen: true)
    case .momentum: return arrow(moment.now?.momentum, moment, pen)
    case .step: return arrow(entrant.nextStep(moment.entry), moment, pen, keepsLength: true)
    case .scale:
      return box(moment.now?.scale.map { entrant.nextRate(moment.entry) * $0 }, moment, pen)
    case .model: return model(moment, pen)
    case .matrix:
      guard let metric = moment.next?.metric else { break }
      return curves(
        Conic(center: moment.x, form: metric.form, level: metric.level), moment, pen)
    case .region: return region(moment.now?.region, moment, pen)
    case .directions: return directions(moment, pen)
    case .trials: return trials(moment, pen)
    }
    return OverlayPen.Ink()
  }

  private func arrow(
    _ step: Vector?, _ moment: Moment, _ pen: OverlayPen, by factor: Double? = nil,
    isOpen: Bool = false, keepsLength: Bool = false
  ) -> OverlayPen.Ink {
    guard let offset = step.flatMap(map.offset) else { return OverlayPen.Ink() }
    let (drawn, isDashed) = arrows.drawn(offset, on: map, by: factor, keepsLength: keepsLength)
    return pen.arrow(from: moment.place, by: drawn, isOpen: isOpen, isDashed: isDashed)
  }

  /// Shortened as a whole, so that the shape stays.
  private func box(_ half: Vector?, _ moment: Moment, _ pen: OverlayPen) -> OverlayPen.Ink {
    guard let offset = half.flatMap(map.offset) else { return OverlayPen.Ink() }
    let (drawn, isDashed) = arrows.drawn(offset, on: map, by: moment.gradientFactor)
    let (dx, dy) = (abs(drawn.x), abs(drawn.y))
    let p = moment.place
    let corners = [(-dx, -dy), (dx, -dy), (dx, dy), (-dx, dy), (-dx, -dy)]
    return pen.line(corners.map { Point(p.x + $0, p.y + $1) }, isDashed: isDashed)
  }
}
