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
  let race: JSON

  /// A page of some trajectories in as many variables as the landscape's plane lies in, each that
  /// of an entrant.
  ///
  /// - Parameters:
  ///   - style: colours, contours, overlays, the first clock, whether names go along with the
  ///     heads, and notes for the footer (which should not name the clock).
  ///   - resolution: the pixels of the contours; the page's size grows with them.
  public init(
    _ trajectories: [Trajectory], on landscape: Landscape, style: RaceStyle = RaceStyle(),
    resolution: PixelSize = PixelSize(width: 990, height: 900), limits: PageLimits = PageLimits()
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
    resolution: PixelSize = PixelSize(width: 990, height: 900), limits: PageLimits = PageLimits()
  ) {
    let groups = groups.filter { !$0.isEmpty }
    let trajectories = groups.flatMap { $0 }
    let landscape = landscape.seen(through: style.window, style.aspect, by: trajectories)
    title = style.headline ?? landscape.title
    subtitle = style.subtitle
    colors = style.colors
    let levels = landscape.levels(style.contours)
    background = landscape.contours(at: levels, in: resolution.rect, style.contours).raster
    let race = Race(trajectories, on: landscape, clock: style.clock)
    let clocks = PageClocks(style.clock, of: trajectories)
    let rows = PageRows(
      groups, on: landscape, race: race, style: style, clocks: clocks, resolution: resolution,
      limits: limits)
    self.race = PageLandscape(landscape, race, style, levels: levels, clocks: clocks).json(rows)
  }

  /// All but the pixels, as one line of JSON. It may hold any text, "</script>" among it.
  public var raceText: String { race.description }
}
