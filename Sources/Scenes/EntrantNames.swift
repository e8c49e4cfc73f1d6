import Experiments
import Specifications

/// What the runs of several optimizers are called, side by side.
struct EntrantNames {
  /// Titles that stand beside the settings: those that are alike in both are numbered.
  let titles: [String]
  /// Names that stand alone: titles, with as much of the settings as tells them apart.
  let names: [String]

  /// - Parameter looks: labels that are chosen, for the first entrants on.
  init(_ trajectories: [Trajectory], looks: [EntrantLook] = []) {
    let plain = trajectories.enumerated().map { i, trajectory in
      (looks.indices.contains(i) ? looks[i].label : nil) ?? trajectory.title
    }
    let settings = trajectories.map(\.optimizer.distinctions)
    let names = plain.indices.map { i in
      let others = plain.indices.filter { $0 != i && plain[$0] == plain[i] }
      let own = settings[i].filter { piece in others.contains { !settings[$0].contains(piece) } }
      return ([plain[i]] + (own.isEmpty ? [] : [own.joined(separator: ",")]))
        .joined(separator: " ")
    }
    self.names = Self.numbered(names)
    let rows = zip(plain, trajectories).map { [$0, $1.settings] }
    titles = Self.numbers(rows).enumerated().map { i, number in Self.name(plain[i], number) }
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
