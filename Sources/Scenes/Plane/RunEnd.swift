import Experiments
import LinearAlgebra

/// Where a run has ended, for planes that go through ends.
struct RunEnd {
  /// "the end of Adam"; where an entrant has several runs, "the end of run 2 of Adam".
  let name: String
  /// n finite numbers.
  let point: Vector

  init(name: String, point: Vector) {
    (self.name, self.point) = (name, point)
  }

  /// The last finite points of runs, those that have not diverged first; in each part the first runs
  /// of all entrants come before their second ones.
  ///
  /// - Parameters:
  ///   - groups: the runs of each entrant, at least one.
  ///   - looks: what entrants are called where that is chosen, from the first on.
  static func list(_ groups: [[Trajectory]], looks: [EntrantLook] = []) -> [RunEnd] {
    let names = EntrantNames(groups.map { $0[0] }, looks: looks).names
    var runs: [(run: Trajectory, name: String)] = []
    for turn in 0..<(groups.map(\.count).max() ?? 0) {
      for (group, name) in zip(groups, names) where group.count > turn {
        runs.append((group[turn], group.count == 1 ? name : "run \(turn + 1) of \(name)"))
      }
    }
    let sound = runs.filter { $0.run.outcome.kind != .diverged }
    let others = runs.filter { $0.run.outcome.kind == .diverged }
    return (sound + others).compactMap { RunEnd($0.run, named: $0.name) }
  }

  private init?(_ trajectory: Trajectory, named name: String) {
    let last = (0..<trajectory.count).last { trajectory.point($0).isFinite }
    guard let last else { return nil }
    self.init(name: "the end of \(name)", point: trajectory.point(last))
  }
}
