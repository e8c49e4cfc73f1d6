import DescentKit

extension RaceFormat {
  /// A line a run: the optimizer, its steps and the last f.
  static let ends = RaceFormat("ends", "a table of where each run ended") { race in
    let lines = race.recordings.flatMap(\.trajectories).map { run in
      "\(run.optimizer)\t\(run.steps.last ?? 0)\t\(run.values.last ?? .nan)\n"
    }
    return try race.file(Array(lines.joined().utf8), named: "ends.tsv")
  }
}
