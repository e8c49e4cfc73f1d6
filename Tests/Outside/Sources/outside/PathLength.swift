import DescentKit

/// How long the way of a run was: Σ ‖θₖ₊₁ − θₖ‖₂ over its recorded steps.
struct PathLength: Sendable {
  let value: Double

  init(_ trajectory: Trajectory) {
    value = (1..<max(trajectory.count, 1)).reduce(0) { length, i in
      length + zip(trajectory.point(i), trajectory.point(i - 1)).map { $0 - $1 }.norm
    }
  }
}
