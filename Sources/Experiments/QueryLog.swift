import LinearAlgebra
import Optimizers

/// Remembers where an oracle is asked.
struct QueryLog: Forwarding {
  /// The first points, in the order of the queries; those that were asked twice in a row, once.
  private(set) var points: [Vector] = []

  mutating func note(_ x: borrowing Vector) {
    // Two more, as those where the step begins and ends are not wanted.
    guard points.count < StepDetail.mostTrials + 2, points.last != copy x else { return }
    points.append(copy x)
  }
}
