extension RaceOverlay {
  /// Trails are thin and pale, but for the ends that were drawn last.
  public static let tails = RaceOverlay("tails", layer: 5, .onGraphs, strokes: nil)

  /// The learning rate or step length over the clock, in a chart of its own; none in a figure.
  public static let rate = RaceOverlay("rate", .onGraphs, strokes: nil)
}
