import Experiments

/// A race as data for a page that plays it: the map as pixels, everything else as numbers that the
/// page draws itself.
///
/// It is made from what a `RaceFilm` is made from and looks like one: the same colours, marker
/// shapes, names, states and error axis. Sizes, layout and number of frames of the style do not
/// matter, for a page takes the size of its reader's window; it has all overlays.
/// Its clock is the one the page starts with; the reader may choose another.
public struct RacePage: Sendable {
  /// The headline.
  public let title: String
  public let colors: ThemeColors
  /// The contours over the window, stretched to the map's size by the page.
  public let background: Raster
  let race: JSON

  /// A page of some trajectories in as many variables as the ground's plane lies in.
  ///
  /// - Parameters:
  ///   - style: colours, contours, the first clock, whether names go along with the heads, and notes
  ///     for the footer (which should not name the clock).
  ///   - resolution: the pixels of the contours; the page's size grows with them.
  ///   - entryLimit: the most entries kept of all trajectories together. Longer ones are thinned;
  ///     the clocks of what is kept stay exact.
  ///   - strokeLimit: the most numbers that overlays take, about; where they would take more, fewer
  ///     entries are kept.
  public init(
    _ trajectories: [Trajectory], on ground: RaceGround, style: RaceStyle = RaceStyle(),
    resolution: PixelSize = PixelSize(width: 990, height: 900), entryLimit: Int = 20_000,
    strokeLimit: Int = 120_000
  ) {
    let ground = ground.seen(through: style.window, by: trajectories)
    title = ground.title
    colors = style.colors
    let levels = ground.levels(style.contours)
    background = ground.contours(at: levels, in: resolution.rect, style.contours).raster
    let race = Race(trajectories, on: ground, clock: style.clock)
    let share = max(100, entryLimit / max(trajectories.count, 1))
    let entrants = trajectories.enumerated().map { i, trajectory in
      RaceEntrant(
        trajectory, index: i, on: ground.plane, clock: style.clock, colors: style.colors,
        look: style.look(i))
    }
    let clocks = PageClocks(style.clock, of: trajectories)
    let overlays = PageOverlays(entrants, race, style: style, resolution: resolution)
    let rates = style.overlays.contains(.rate) ? RateAxis(entrants.flatMap(\.rates)) : nil
    let strokeShare = strokeLimit / max(trajectories.count, 1)
    let rows = zip(entrants, trajectories).enumerated().map { i, pair in
      PageEntrant(
        pair.0, pair.1, on: ground, clocks: clocks, entryLimit: share,
        tail: overlays.fading(of: pair.0), hasRates: rates != nil, strokeLimit: strokeShare
      ) { overlays.spans(of: i, at: $0) }.json
    }
    self.race = PageGround(
      ground, race, style, levels: levels, rates: rates, clocks: clocks, notes: overlays.notes,
      tailLengths: overlays.hasTails ? PageTails.lengths(trajectories, clocks) : nil
    ).json(entrants: rows)
  }

  /// All but the pixels, as one line of JSON. It may hold any text, "</script>" among it.
  public var raceText: String { race.description }
}
