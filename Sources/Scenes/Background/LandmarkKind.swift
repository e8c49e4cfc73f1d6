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

  func mark(at place: Point, _ theme: Theme) -> Mark { mark(at: place, theme, factor: 1) }

  /// So many times its usual size.
  func mark(at place: Point, _ theme: Theme, factor: Double) -> Mark {
    let (ink, halo) = (theme.colors.ink, theme.colors.halo)
    return .marker(
      shape, at: place, size: theme.marker * share * factor, fill: isHollow ? halo : ink,
      halo: isHollow ? ink : halo)
  }
}
