import JSON
import Scenes
import Specifications

/// The page of a race that is run again and again.
extension RaceDrawing {
  /// The page of the first race, with as much of it as the limits say.
  ///
  /// - Throws: `SettingError` where the style does not fit the race.
  package func firstPage(_ limits: PageLimits) throws -> RacePage {
    try validate()
    let (groups, landscape, style) = try pageParts(recordings[0])
    return RacePage(groups: groups, on: landscape, style: style, limits: limits)
  }

  /// What that page's reader, who has the map already, needs of the race.
  ///
  /// - Throws: `SettingError` where the style does not fit the race.
  package func firstRuns(_ limits: PageLimits) throws -> JSON {
    try validate()
    let (groups, landscape, style) = try pageParts(recordings[0])
    return RacePage.runs(groups: groups, on: landscape, style: style, limits: limits)
  }
}
