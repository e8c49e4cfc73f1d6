/// The overlays of a map: one element for each of them and each entrant, at every clock value.
struct MapOverlays: Sendable {
  let map: Plot
  let theme: Theme
  let arrows: ArrowScale
  /// Of all entrants, one after the other.
  let paths: [RacePath]
  /// From below to above.
  let overlays: [RaceOverlay]
  /// Clock values that a tail lasts.
  let tailLength: Int
  /// The factor for each path's gradients and boxes.
  private let gradientFactors: [Double]
  /// The paths of each entrant.
  private let groups: [Range<Int>]

  init(
    _ overlays: Set<RaceOverlay>, map: Plot, paths groups: [[RacePath]], arrows: ArrowScale,
    theme: Theme
  ) {
    let paths = groups.flatMap { $0 }
    let ends = groups.indices.map { groups[...$0].reduce(0) { $0 + $1.count } }
    self.groups = zip([0] + ends, ends).map { $0..<$1 }
    self.map = map
    self.theme = theme
    self.arrows = arrows
    self.paths = paths
    self.overlays = overlays.filter { $0.strokes != nil || $0 == .tails }
      .sorted { ($0.layer, $0.name) < ($1.layer, $1.name) }
    let last = paths.compactMap(\.run.clocks.last).max() ?? 0
    tailLength = TailFading.length(last: last)
    gradientFactors = paths.map { arrows.gradientFactor(of: $0.run, on: map) }
  }

  /// From below to above.
  func elements(at clock: Int) -> [Element] {
    elements(at: clock, areArrows: false) + elements(at: clock, areArrows: true)
  }

  /// Those that draw arrows, which lie above heads, or the others, which lie below.
  func elements(at clock: Int, areArrows: Bool) -> [Element] {
    overlays.filter { $0.traits.contains(.arrows) == areArrows }.flatMap { overlay in
      groups.map { .joined($0.map { element(overlay, $0, at: clock) }) }
    }
  }

  /// Those that show nothing at any moment.
  var empty: [RaceOverlay] {
    overlays.filter { overlay in
      guard let strokes = overlay.strokes else { return false }
      return paths.indices.allSatisfy { i in
        paths[i].run.clocks.indices.allSatisfy { entry in
          moment(i, entry: entry).map { strokes($0).isEmpty } ?? true
        }
      }
    }
  }

  /// How many overlays can be seen at a clock value: those that reach beyond the
  /// head.
  func seenCount(at clock: Int) -> Int {
    overlays.filter { $0 != .tails }.reduce(0) { count, overlay in
      count
        + paths.indices.count { i in
          let bounds = element(overlay, i, at: clock).bounds
          return max(bounds.width, bounds.height) > Self.visible * theme.marker
        }
    }
  }

  /// In markers: what is smaller is all but covered by the head.
  private static let visible = 3.0

  /// Where the arrows are at a clock value.
  func arrowBounds(at clock: Int) -> [Rect] {
    overlays.filter { $0.traits.contains(.arrows) }.flatMap { overlay in
      paths.indices.map { element(overlay, $0, at: clock).bounds }
    }.filter { $0.width > 0 }
  }

  /// What is known of a path at an entry; nil where that is not on the map.
  func moment(_ index: Int, entry: Int) -> OverlayMoment? {
    let path = paths[index]
    guard let place = path.places[entry], map.area.contains(place) else { return nil }
    return OverlayMoment(
      run: path.run, entry: entry, place: place, map: map, arrows: arrows,
      gradientFactor: gradientFactors[index])
  }

  /// The pen of an overlay in its entrant's colour, as far as it is not that of the text.
  func pen(_ overlay: RaceOverlay, of path: RacePath) -> OverlayPen {
    OverlayPen(
      area: map.area, theme: path.weight.theme(theme),
      color: path.run.style.color.mixed(with: theme.colors.ink, overlay.inkShare))
  }

  /// Whether an overlay has nothing to show at an entry, for the run has arrived there.
  func isOver(_ overlay: RaceOverlay, _ index: Int, entry: Int) -> Bool {
    let run = paths[index].run
    return overlay.isOfStep && run.end.isArrival && entry == run.points.count - 1
  }

  private func element(_ overlay: RaceOverlay, _ index: Int, at clock: Int) -> Element {
    let path = paths[index]
    if overlay == .tails { return tail(path, at: clock) }
    guard let reached = path.run.entry(at: clock), !isOver(overlay, index, entry: reached),
      case let isOfStep = overlay.traits.contains(.ofStep),
      case let entry = isOfStep ? path.run.latestFollowed(reached) : reached,
      let moment = moment(index, entry: entry), let strokes = overlay.strokes?(moment)
    else {
      return .empty
    }
    let pen = pen(overlay, of: path)
    return pen.element(strokes.map { ink($0, moment, pen) }.reduce(OverlayPen.Ink(), +))
  }

  private func ink(
    _ stroke: OverlayStroke, _ moment: OverlayMoment, _ pen: OverlayPen
  ) -> OverlayPen.Ink {
    let (place, isDashed) = (moment.place, stroke.isDashed)
    switch stroke.shape {
    case .arrow(let offset, let isOpen):
      return pen.arrow(from: place, by: offset, isOpen: isOpen, isDashed: isDashed)
    case .farArrow(let start, let offset):
      return pen.arrow(from: start, by: offset, isOpen: true, isDashed: isDashed)
    case .box(let half): return pen.box(around: place, half, isDashed: isDashed)
    case .segment(let start, let end): return pen.line([start, end], paleness: stroke.paleness)
    case .dot(let place): return pen.dot(place, paleness: stroke.paleness)
    case .plus(let place): return pen.plus(place)
    case .conic(let conic):
      return conic.curves(near: moment.x, reach: reach).map { curve in
        pen.line(curve.compactMap { map.point($0.x, $0.y) }, isDashed: isDashed)
      }.reduce(OverlayPen.Ink(), +)
    }
  }

  /// The map's diagonal.
  private var reach: Double {
    let width = map.x.domain.upperBound - map.x.domain.lowerBound
    let height = map.y.domain.upperBound - map.y.domain.lowerBound
    return (width * width + height * height).squareRoot()
  }
}
