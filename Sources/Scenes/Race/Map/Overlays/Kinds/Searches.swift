import Contours

// Where a method looks.
extension RaceOverlay {
  /// The direction of the search: an arrow from the head; the two before it as lines.
  public static let directions = RaceOverlay(
    "directions", note: "arrow: direction", layer: 4, [.detailed, .onGraphs, .ofStep, .arrows]
  ) { moment in
    let earlier = (max(0, moment.entry - 2)..<max(0, moment.entry)).compactMap {
      moment.searchLine(atEntry: $0)
    }
    guard let coming = moment.shown(moment.next?.direction) else { return earlier }
    return earlier + [OverlayStroke(shape: .arrow(by: coming, isOpen: false))]
  }

  /// Where the latest steps asked for f beside the iterates: hollow dots, those of the latest step,
  /// and paler those of the four before it.
  public static let trials = RaceOverlay(
    "trials", note: "hollow dots: trials", layer: 6, .detailed
  ) { moment in
    (max(0, moment.entry - 4)...moment.entry).flatMap { entry in
      (moment.run.diagnostics(entry)?.trials ?? []).flatMap { trial in
        moment.dot(at: trial).map { $0.paled(entry == moment.entry ? 0 : 0.45) }
      }
    }
  }
}

extension OverlayMoment {
  /// A direction as an offset on the map, of one length whatever its own; nil where it has none.
  fileprivate func shown(_ direction: PlanePoint?) -> Point? {
    guard let offset = direction.flatMap(map.offset) else { return nil }
    let (length, size) = (0.7 * ArrowScale.longest * map.area.shorterSide, offset.length)
    guard size > 0 else { return nil }
    return Point(offset.x / size * length, offset.y / size * length)
  }

  /// The line, through where the entrant was, along which it searched from there.
  fileprivate func searchLine(atEntry entry: Int) -> OverlayStroke? {
    let point = run.position(entry)
    guard let reach = shown(run.nextDiagnostics(entry)?.direction),
      let place = map.point(point.x, point.y)
    else { return nil }
    let ends = [-1.0, 1].map { Point(place.x + $0 * reach.x, place.y + $0 * reach.y) }
    return OverlayStroke(shape: .segment(ends[0], ends[1]), paleness: 0.4)
  }
}
