/// How strongly a run is drawn: alone in full, one of several of its entrant in small.
enum RunWeight: Sendable {
  case alone
  case oneOfSeveral

  /// The most runs of one map that leave trails, where entrants have several.
  static let mostTrails = 60

  /// The sizes of what is drawn at a head.
  func theme(_ theme: Theme) -> Theme {
    switch self {
    case .alone: theme
    case .oneOfSeveral: Theme(theme.colors, scale: theme.scale / 2)
    }
  }

  /// What draws a trail.
  ///
  /// - Parameters:
  ///   - isRest: whether it is only what a tail leaves behind.
  ///   - area: where ink may fall.
  func pen(_ color: Color, _ theme: Theme, isRest: Bool, in area: Rect) -> TrailPen {
    let halo = theme.colors.halo
    switch self {
    case .oneOfSeveral:
      return TrailPen(color: color, halo: halo, width: theme.trail * 0.5, rim: 0, area: area)
    case .alone where isRest:
      let rest = TailFading(color: color, halo: halo).rest
      return TrailPen(
        color: rest.color, halo: halo, width: rest.width * theme.trail, rim: theme.rim / 2,
        area: area)
    case .alone:
      return TrailPen(color: color, halo: halo, width: theme.trail, rim: theme.rim, area: area)
    }
  }
}
