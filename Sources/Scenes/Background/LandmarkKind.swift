/// What a place of note is, from the lowest mark of a picture to the highest.
enum LandmarkKind: String, CaseIterable, Sendable {
  case saddle
  case maximum
  case localMinimum = "local minimum"
  case minimum
  case start

  var shape: MarkerShape {
    switch self {
    case .saddle: .cross
    case .maximum: .triangle
    case .localMinimum, .minimum: .star
    case .start: .circle
    }
  }

  /// Its size, of an entrant's marker.
  var share: Double {
    switch self {
    case .saddle: Measures.saddle
    case .maximum: Measures.maximum
    case .localMinimum: Measures.localMinimum
    case .minimum: Measures.minimum
    case .start: Measures.start
    }
  }

  /// Whether the rim is of the text's colour, and the middle is not.
  var isHollow: Bool { self == .localMinimum || self == .start || self == .maximum }

  /// Large and hollow, so that it is seen around what lies over it.
  func outline(at place: Point, _ theme: Theme) -> Mark {
    .marker(
      shape, at: place, size: theme.marker * share * Measures.covered, fill: theme.colors.halo,
      halo: theme.colors.ink)
  }

  func mark(at place: Point, _ theme: Theme) -> Mark {
    let (ink, halo) = (theme.colors.ink, theme.colors.halo)
    return .marker(
      shape, at: place, size: theme.marker * share, fill: isHollow ? halo : ink,
      halo: isHollow ? ink : halo)
  }
}
