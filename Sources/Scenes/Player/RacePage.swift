import Contours
import Experiments
import JSON

/// A race as data for a page that plays it: the map as pixels, everything else as numbers that the
/// page draws itself.
///
/// It is made from what a `RaceFilm` is made from and looks like one: the same colours, marker
/// shapes, names, states and error axis. In the layout of a grid each entrant has a map of its own.
/// Sizes and number of frames of the style do not matter, for a page takes the size of its reader's
/// window. Its clock is the one the page starts with; the reader may choose another.
public struct RacePage: Sendable {
  /// The headline.
  public let title: String
  /// What stands below it; nil for nothing.
  public let subtitle: String?
  /// Those of the style, for the page as a whole.
  public let colors: ThemeColors
  /// The contours over the window, stretched to the map's size by the page.
  public let background: Raster
  package let race: JSON

  /// The pixels of contours, unless told.
  public static let usualResolution = PixelSize(width: 990, height: 900)

  /// A page of some trajectories in as many variables as the landscape's plane lies in, each that
  /// of an entrant.
  ///
  /// - Parameters:
  ///   - style: colours, contours, overlays, the first clock, whether names go along with the
  ///     heads, and notes for the footer (which should not name the clock).
  ///   - resolution: the pixels of the contours; the page's size grows with them.
  public init(
    _ trajectories: [Trajectory], on landscape: Landscape, style: RaceStyle = RaceStyle(),
    resolution: PixelSize = usualResolution, limits: PageLimits = PageLimits()
  ) {
    self.init(
      groups: trajectories.map { [$0] }, on: landscape, style: style, resolution: resolution,
      limits: limits)
  }

  /// The same for entrants of which each has one run or more, that differ in start or seed: of
  /// several, the runs are drawn in small, and charts and table tell of medians and quartiles. Each
  /// run has at least one entry.
  public init(
    groups: [[Trajectory]], on landscape: Landscape, style: RaceStyle = RaceStyle(),
    resolution: PixelSize = usualResolution, limits: PageLimits = PageLimits()
  ) {
    let seen = SeenRace(groups, on: landscape, style: style, resolution: resolution, limits: limits)
    title = style.headline ?? landscape.title
    subtitle = style.subtitle
    colors = style.colors
    let levels = seen.landscape.levels(style.contours)
    background = seen.landscape.contours(at: levels, in: resolution.rect, style.contours).raster
    race = .object(seen.members + seen.contours(at: levels))
  }

  /// All but the pixels, as one line of JSON. It may hold any text, "</script>" among it.
  public var raceText: String { race.description }

  /// What a page that shows the map already has to be told of a race that was run anew on it: as
  /// `race`, without the contours, which take far longer than the race.
  ///
  /// - Parameters: as of a page.
  package static func runs(
    groups: [[Trajectory]], on landscape: Landscape, style: RaceStyle,
    resolution: PixelSize = usualResolution, limits: PageLimits
  ) -> JSON {
    let seen = SeenRace(groups, on: landscape, style: style, resolution: resolution, limits: limits)
    return .object(seen.members)
  }
}

/// A race in the window that it is watched through.
private struct SeenRace {
  let landscape: Landscape
  private let page: PageLandscape
  private let rows: PageRows

  init(
    _ groups: [[Trajectory]], on landscape: Landscape, style: RaceStyle, resolution: PixelSize,
    limits: PageLimits
  ) {
    let groups = groups.filter { !$0.isEmpty }
    let trajectories = groups.flatMap { $0 }
    self.landscape = landscape.seen(through: style.window, style.aspect, by: trajectories)
    let race = Race(trajectories, on: self.landscape, clock: style.clock)
    let clocks = PageClocks(style.clock, of: trajectories)
    rows = PageRows(
      groups, on: self.landscape, race: race, style: style, clocks: clocks, resolution: resolution,
      limits: limits)
    page = PageLandscape(self.landscape, race, style, clocks: clocks)
  }

  var members: [JSON.Member] { page.members(rows) }

  func contours(at levels: Levels) -> [JSON.Member] { page.contours(at: levels) }
}
