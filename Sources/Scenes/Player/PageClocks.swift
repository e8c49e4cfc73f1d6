/// The clocks between which a page's reader chooses.
struct PageClocks {
  /// Steps, gradients, and evaluations with the weights of the race's clock.
  let all: [RaceClock]

  init(_ clock: RaceClock) {
    all = [.steps, .gradients, RaceClock(.evaluations, weights: clock.weights)]
  }

  /// What an entrant's counts are kept for: the clocks, and evaluations as they are, which the table
  /// shows.
  var columns: [RaceClock] { all.contains(.evaluations) ? all : all + [.evaluations] }
}
