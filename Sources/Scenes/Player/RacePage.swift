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
  public let colors: ThemeColors
  /// The contours over the window, stretched to the map's size by the page.
  public let background: Raster
  let race: JSON

  /// A page of some trajectories in as many variables as the landscape's plane lies in.
  ///
  /// - Parameters:
  ///   - style: colours, contours, the first clock, whether names go along with the heads, and
  ///     notes for the footer (which should not name the clock).
  ///   - resolution: the pixels of the contours; the page's size grows with them.
  ///   - entryLimit: the most entries kept of all trajectories together. Longer ones are thinned;
  ///     the clocks of what is kept stay exact.
  ///   - strokeLimit: the most numbers that overlays take, about; where they would take more, fewer
  ///     entries are kept.
  public init(
    _ trajectories: [Trajectory], on landscape: Landscape, style: RaceStyle = RaceStyle(),
    resolution: PixelSize = PixelSize(width: 990, height: 900), entryLimit: Int = 20_000,
    strokeLimit: Int = 120_000
  ) {
    self.init(trajectories, on: landscape, style: style, resolution: resolution) {
      PageRows(
        trajectories, on: $0, race: $1, style: style, clocks: $2, resolution: resolution,
        entryLimit: entryLimit, strokeLimit: strokeLimit)
    }
  }

  /// The same for entrants of which each has one run or more, that differ in start or seed: several
  /// are drawn as clouds, without overlays. Each run has at least one entry.
  ///
  /// - Parameters:
  ///   - cloudEntryLimit: the most entries kept of all runs of clouds together, but for two of each
  ///     run; what was thinned is told in the notes.
  ///   - runLimit: the most runs of clouds that are drawn, about; medians and quartiles are of all.
  public init(
    groups: [[Trajectory]], on landscape: Landscape, style: RaceStyle = RaceStyle(),
    resolution: PixelSize = PixelSize(width: 990, height: 900), cloudEntryLimit: Int = 30_000,
    runLimit: Int = 2400
  ) {
    let groups = groups.filter { !$0.isEmpty }
    let trajectories = groups.flatMap { $0 }
    guard groups.contains(where: { $0.count > 1 }) else {
      self.init(trajectories, on: landscape, style: style, resolution: resolution)
      return
    }
    self.init(trajectories, on: landscape, style: style, resolution: resolution) {
      landscape, _, clocks in
      PageRows(
        clouds: groups, on: landscape, style: style, clocks: clocks, entryLimit: cloudEntryLimit,
        runLimit: runLimit)
    }
  }

  /// - Parameter rows: the entrants on the landscape that is shown, in a race with such clocks.
  private init(
    _ trajectories: [Trajectory], on landscape: Landscape, style: RaceStyle, resolution: PixelSize,
    rows: (Landscape, Race, PageClocks) -> PageRows
  ) {
    let landscape = landscape.seen(through: style.window, style.aspect, by: trajectories)
    title = landscape.title
    colors = style.colors
    let levels = landscape.levels(style.contours)
    background = landscape.contours(at: levels, in: resolution.rect, style.contours).raster
    let race = Race(trajectories, on: landscape, clock: style.clock)
    let clocks = PageClocks(style.clock, of: trajectories)
    self.race = PageLandscape(landscape, race, style, levels: levels, clocks: clocks)
      .json(rows(landscape, race, clocks))
  }

  /// All but the pixels, as one line of JSON. It may hold any text, "</script>" among it.
  public var raceText: String { race.description }
}
