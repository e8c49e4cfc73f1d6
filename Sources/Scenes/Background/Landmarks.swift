/// The places of note of a function, as far as they are known.
struct Landmarks {
  let places: [LandmarkKind: [[Double]]]
  /// What the stars are called: "minimum", or "best known".
  let minimumLabel: String

  /// A place of note on a plot.
  struct Spot: Hashable, Sendable {
    let kind: LandmarkKind
    let place: Point

    /// How far its ink reaches.
    func reach(_ theme: Theme) -> Double { theme.marker * kind.share / 2 + theme.rim }

    /// One at the border of the plot stands out whole; one below a head is larger, around it.
    func element(_ theme: Theme, isCovered: Bool) -> Element {
      let factor = isCovered ? Measures.covered : 1
      return Element(
        bounds: Rect(around: place, reach: reach(theme) * factor + 2),
        marks: [kind.mark(at: place, theme, factor: factor)])
    }
  }

  /// Those within the plot, the lowest first.
  func spots(on plot: Plot) -> [Spot] {
    LandmarkKind.allCases.flatMap { kind in
      (places[kind] ?? []).compactMap { place in
        guard place.count == 2, let point = plot.point(place[0], place[1]),
          plot.area.contains(point)
        else { return nil }
        return Spot(kind: kind, place: point)
      }
    }
  }

  func name(_ kind: LandmarkKind) -> String { kind == .minimum ? minimumLabel : kind.rawValue }
}
