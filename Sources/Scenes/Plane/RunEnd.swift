import Experiments
import LinearAlgebra
import Specifications

/// Where a run has ended, for planes that go through ends.
struct RunEnd {
  /// "the end of Adam".
  let name: String
  /// n finite numbers.
  let point: Vector

  init(name: String, point: Vector) {
    (self.name, self.point) = (name, point)
  }

  /// The last finite points of runs, those that have not diverged first; in each part the first runs
  /// of all optimizers come before their second ones.
  static func list(_ trajectories: [Trajectory]) -> [RunEnd] {
    let sound = trajectories.filter { $0.outcome.kind != .diverged }
    let others = trajectories.filter { $0.outcome.kind == .diverged }
    return (inTurns(sound) + inTurns(others)).compactMap(RunEnd.init)
  }

  private init?(_ trajectory: Trajectory) {
    let last = (0..<trajectory.count).last { trajectory.point($0).isFinite }
    guard let last else { return nil }
    self.init(name: "the end of \(trajectory.title)", point: trajectory.point(last))
  }

  private static func inTurns(_ trajectories: [Trajectory]) -> [Trajectory] {
    var counts: [Specification: Int] = [:]
    let turns = trajectories.map { trajectory in
      defer { counts[trajectory.optimizer, default: 0] += 1 }
      return counts[trajectory.optimizer] ?? 0
    }
    return trajectories.indices.sorted { (turns[$0], $0) < (turns[$1], $1) }
      .map { trajectories[$0] }
  }
}
