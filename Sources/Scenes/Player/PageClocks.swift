import Experiments
import JSON

/// The clocks between which a page's reader chooses.
struct PageClocks {
  /// Steps, gradients, evaluations with the weights of the race's clock, and, where all runs know
  /// them, examples and time.
  let all: [RaceClock]
  private let exampleCount: Int?

  init(_ clock: RaceClock, of trajectories: [Trajectory]) {
    exampleCount = trajectories.first?.exampleCount
    all =
      [.steps, .gradients, RaceClock(.evaluations, weights: clock.weights)]
      + [.samples, .seconds].filter { clock in
        !trajectories.isEmpty && trajectories.allSatisfy(clock.isKnown)
      }
  }

  /// What an entrant's counts are kept for: the clocks, and evaluations as they are, which the
  /// table shows.
  var columns: [RaceClock] { all.contains(.evaluations) ? all : all + [.evaluations] }

  /// The first count, then how much each is above the one before.
  static func differences(_ counts: [Int]) -> JSON {
    .integers(zip(counts, [0] + counts).map { $0 - $1 })
  }

  /// What the page's clock shows after so much of a race's clock.
  func reading(_ amount: Double, on clock: RaceClock) -> Int {
    guard clock.kind == .epochs, let exampleCount else { return clock.reading(amount) }
    return RaceClock.samples.reading(amount * Double(exampleCount))
  }

  /// The page counts time in nanoseconds, and epochs by their examples, and calls them so.
  static func name(_ clock: RaceClock) -> String {
    switch clock.kind {
    case .seconds: "nanoseconds"
    case .epochs: RaceClock.samples.rawValue
    default: clock.rawValue
    }
  }
}
