import Experiments
import Specifications

/// What the runs of several optimizers are called, side by side.
struct EntrantNames {
  /// Titles that stand beside the settings: those that are alike in both are numbered.
  let titles: [String]
  /// Names that stand alone: titles, with the settings in which those of one title differ.
  let names: [String]

  /// - Parameter looks: labels that are chosen, for the first entrants on.
  init(_ trajectories: [Trajectory], looks: [EntrantLook] = []) {
    let plain = trajectories.enumerated().map { i, trajectory in
      (looks.indices.contains(i) ? looks[i].label : nil) ?? trajectory.title
    }
    let names = plain.indices.map { i in
      let namesakes = plain.indices.filter { plain[$0] == plain[i] }.map { trajectories[$0] }
      let own = Self.distinctions(trajectories[i], among: namesakes)
      return ([plain[i]] + (own.isEmpty ? [] : [own.joined(separator: ",")]))
        .joined(separator: " ")
    }
    self.names = Self.numbered(names)
    let rows = zip(plain, trajectories).map { [$0, $1.settings] }
    titles = Self.numbers(rows).enumerated().map { i, number in Self.name(plain[i], number) }
  }

  /// The settings in which not all are alike, defaults too where another has its own.
  private static func distinctions(
    _ trajectory: Trajectory, among all: [Trajectory]
  ) -> [String] {
    let entries = all.map { Set($0.optimizer.arguments + $0.optimizer.settings) }
    let common = entries.reduce(entries.first ?? []) { $0.intersection($1) }
    let own = (trajectory.optimizer.arguments + trajectory.optimizer.settings)
      .filter { !common.contains($0) }
    var seen = Set(own.compactMap(\.key))
    let missing = all.flatMap(\.optimizer.settings).filter { !common.contains($0) }
      .compactMap(\.key).filter { seen.insert($0).inserted }
    let defaults = missing.compactMap { key in
      trajectory.setting(key).map { Specification.Entry(key: key, value: $0) }
    }
    return (own + defaults).map(\.description)
  }

  private static func numbered(_ names: [String]) -> [String] {
    zip(names, numbers(names)).map(name)
  }

  private static func name(_ text: String, _ number: Int?) -> String {
    number.map { "\(text) (\($0))" } ?? text
  }

  /// 1, 2 and so on for those that there are several times; nil for the others.
  private static func numbers(_ rows: [some Hashable]) -> [Int?] {
    let counts = rows.map { row in rows.count { $0 == row } }
    return rows.indices.map { i in
      counts[i] == 1 ? nil : rows[...i].count { $0 == rows[i] }
    }
  }
}
