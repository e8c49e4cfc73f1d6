import Contours

/// A run at an entry, and where that is on the map: what strokes of overlays are made of.
///
/// Vectors have two components, those along the axes of the map's plane; of a function of one
/// variable the second is along the graph's values.
public struct OverlayMoment {
  let run: RaceRun
  let entry: Int
  /// In pixels of the map.
  let place: Point
  let map: Plot
  let arrows: ArrowScale
  /// The factor for the entrant's gradients and boxes.
  let gradientFactor: Double
}

// MARK: - What is known

extension OverlayMoment {
  /// Where the head is.
  public var x: PlanePoint { run.position(entry) }
  /// The iterates that were recorded, from the start to the head.
  public var path: [PlanePoint] { (0...entry).map(run.position) }
  /// ∇f at the head; nil where it was not recorded.
  public var gradient: PlanePoint? { now?.gradient }
  /// What the memory adds to the next step; nil where nothing is known of that.
  public var momentum: PlanePoint? { now?.momentum }
  /// θ + αm, where the gradient of the step to come was asked for, as an offset from the head; nil
  /// of a method that asks at the head.
  public var lookAhead: PlanePoint? {
    guard let momentum, let next, next.trials.count == 1 else { return nil }
    let (error, size) = (next.trials[0] - x - momentum, x + momentum)
    let isThere = (error * error).sum() <= 1e-18 * ((size * size).sum() + (x * x).sum())
    return isThere && (momentum * momentum).sum() > 0 ? momentum : nil
  }
  /// The step to come; nil where the next iterate was not recorded.
  public var step: PlanePoint? { run.nextStep(entry) }
  /// ε of the step to come, else of the latest; 1 where neither is known.
  public var rate: Double { run.nextRate(entry) }

  /// What was recorded here.
  var now: StepDiagnostics? { run.diagnostics(entry) }
  /// What was recorded of the step to come.
  var next: StepDiagnostics? { run.nextDiagnostics(entry) }
}

// MARK: - What is drawn of it

extension OverlayMoment {
  /// An arrow from the head, with a filled or an open head, drawn by the film's factor; none where
  /// there is no vector or it is not finite.
  public func arrow(_ vector: PlanePoint?, isOpen: Bool = false) -> [OverlayStroke] {
    arrow(vector, by: nil, isOpen: isOpen)
  }

  /// A line between two places.
  public func segment(from start: PlanePoint, to end: PlanePoint) -> [OverlayStroke] {
    guard let start = map.point(start.x, start.y), let end = map.point(end.x, end.y) else {
      return []
    }
    return [OverlayStroke(shape: .segment(start, end))]
  }

  /// An upright ellipse around the head with these half axes, in the map's values; a circle where
  /// they are equal and the map's aspect is. None where there are none or one is not positive.
  public func ellipse(_ halfAxes: PlanePoint?) -> [OverlayStroke] {
    guard let axes = halfAxes, axes.x > 0, axes.y > 0 else { return [] }
    let form = PlaneForm(1 / (axes.x * axes.x), 0, 1 / (axes.y * axes.y))
    return OverlayStroke.conic(Conic(center: x, form: form))
  }

  /// A hollow dot at a place.
  public func dot(at place: PlanePoint) -> [OverlayStroke] {
    map.point(place.x, place.y).map { [OverlayStroke(shape: .dot($0))] } ?? []
  }

  /// A small cross at a place.
  public func plus(at place: PlanePoint) -> [OverlayStroke] {
    map.point(place.x, place.y).map { [OverlayStroke(shape: .plus($0))] } ?? []
  }

  /// A hollow dot at the end of an arrow from the head, and from there an arrow with an open head;
  /// both drawn by the film's factor, so that they add up.
  func arrow(_ vector: PlanePoint, after first: PlanePoint) -> [OverlayStroke] {
    guard let way = map.offset(first), let offset = map.offset(vector) else { return [] }
    let (drawn, isShortened) = arrows.drawn(way, on: map)
    let (rest, isDashed) = arrows.drawn(offset, on: map)
    let ghost = Point(place.x + drawn.x, place.y + drawn.y)
    return [
      OverlayStroke(shape: .dot(ghost)),
      OverlayStroke(shape: .farArrow(from: ghost, by: rest), isDashed: isDashed || isShortened),
    ]
  }

  func arrow(
    _ vector: PlanePoint?, by factor: Double?, isOpen: Bool = false, keepsLength: Bool = false
  ) -> [OverlayStroke] {
    guard let offset = vector.flatMap(map.offset) else { return [] }
    let (drawn, isDashed) = arrows.drawn(offset, on: map, by: factor, keepsLength: keepsLength)
    return [OverlayStroke(shape: .arrow(by: drawn, isOpen: isOpen), isDashed: isDashed)]
  }
}
