extension RaceOverlay {
  /// Trails are thin and pale, but for the ends that were drawn last.
  public static let tails = RaceOverlay(
    "tails", summary: "trails that fade but for their ends", layer: 5, .onGraphs)

  /// The learning rate or step length over the clock, in a chart of its own; none in a figure.
  public static let rate = RaceOverlay(
    "rate", summary: "a chart of learning rates or step lengths", .onGraphs)
}
