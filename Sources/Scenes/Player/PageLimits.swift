/// How much of a race a page keeps, so that it stays small.
public struct PageLimits: Sendable {
  /// The most entries of all single runs together; 100 of each stay. Longer runs are thinned; the
  /// clocks of what is kept stay exact.
  public var entries = 20_000
  /// The most entries of all runs of entrants with several, but for two of each run; what was
  /// thinned is told in the notes.
  public var cloudEntries = 30_000
  /// The most runs that are drawn of entrants with several, about; medians and quartiles are of
  /// all.
  public var runs = 2400
  /// The most numbers that overlays take, about; where they would take more, fewer entries are
  /// kept.
  public var strokes = 120_000
  /// Whether places, values and norms of single runs have all their digits, and not only those that
  /// a page can show.
  public var isExact = false

  /// The defaults.
  public init() {}
}
