import Experiments
import Optimizers
import Specifications

/// What the runs of several optimizers are called, side by side.
///
/// Where any shows a setting, all show theirs that have it, at its default too.
struct EntrantNames {
  /// Titles that stand beside the settings: those that are alike in both are numbered.
  let titles: [String]
  /// The settings beside the titles: "lr=0.1,momentum=0.9".
  let settings: [String]
  /// Names that stand alone: titles, with the settings in which those of one title differ.
  let names: [String]

  /// - Parameter looks: labels that are chosen, and names as they were given, for the first
  ///   entrants on.
  init(_ trajectories: [Trajectory], looks: [EntrantLook] = []) {
    let entrants = trajectories.enumerated().map { i, trajectory in
      Entrant(trajectory, looks.indices.contains(i) ? looks[i] : EntrantLook())
    }
    let settings = Self.completed(entrants.map(\.settings), of: entrants)
      .map { $0.map(\.description).joined(separator: ",") }
    let own = entrants.map { entrant in
      entrant.distinctions(among: entrants.filter { $0.title == entrant.title })
    }
    // A label of one's own says what is meant.
    let shown = zip(zip(entrants, own), Self.completed(own, of: entrants)).map {
      $0.0.isLabelled ? $0.1 : $1
    }
    names = Self.numbered(
      zip(entrants, shown).map { entrant, own in
        ([entrant.title] + (own.isEmpty ? [] : [own.map(\.description).joined(separator: ",")]))
          .joined(separator: " ")
      })
    let rows = zip(entrants, settings).map { [$0.title, $1] }
    titles = Self.numbers(rows).enumerated().map { i, number in
      Self.name(entrants[i].title, number)
    }
    self.settings = settings
  }

  /// The settings that are shown of each, and those that are shown of others, as far as it has
  /// them.
  private static func completed(
    _ shown: [[Specification.Entry]], of entrants: [Entrant]
  ) -> [[Specification.Entry]] {
    var keys: [String] = []
    for key in shown.joined().compactMap(\.key) where !keys.contains(key) { keys.append(key) }
    return zip(entrants, shown).map { entrant, shown in
      let own = Set(shown.compactMap(\.key))
      return shown + keys.filter { !own.contains($0) }.compactMap(entrant.entry)
    }
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

/// An optimizer as it is called.
private struct Entrant {
  let title: String
  /// What differs from what the title stands for.
  let settings: [Specification.Entry]
  let isLabelled: Bool
  private let trajectory: Trajectory

  init(_ trajectory: Trajectory, _ look: EntrantLook) {
    self.trajectory = trajectory
    let given = look.given.flatMap(OptimizerCatalogue.given)
    let optimizer = trajectory.optimizer
    isLabelled = look.label != nil
    title = look.label ?? given?.title ?? trajectory.title
    settings =
      given?.settings(of: optimizer, default: trajectory.setting)
      ?? optimizer.arguments + optimizer.settings
  }

  func entry(_ key: String) -> Specification.Entry? {
    trajectory.setting(key).map { Specification.Entry(key: key, value: $0) }
  }

  /// The settings in which not all are alike, defaults too where another has its own.
  func distinctions(among all: [Entrant]) -> [Specification.Entry] {
    let entries = all.map { Set($0.settings) }
    let common = entries.reduce(entries.first ?? []) { $0.intersection($1) }
    let own = settings.filter { !common.contains($0) }
    var seen = Set(own.compactMap(\.key))
    let missing = all.flatMap(\.settings).filter { !common.contains($0) }
      .compactMap(\.key).filter { seen.insert($0).inserted }
    return own + missing.compactMap(entry)
  }
}
