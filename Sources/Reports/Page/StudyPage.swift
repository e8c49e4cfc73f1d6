import Experiments
import JSON
import Scenes
import Specifications
import Statistics

/// The page of a study: one HTML file without a network, on which measures, axes, costs, targets,
/// problems and optimizers are chosen, and all that is told is computed anew of the stored runs.
public struct StudyPage: Sendable {
  private let runs: [StudyRun]
  /// How many entries they had, where some were left out before.
  private let entryCount: Int?
  /// What stands at the head of the page.
  public let title: String
  /// The path of a problem's race from the page on, by the problem's name.
  public let races: [String: String]
  /// How many numbers of steps the page holds at most, beside those that it cannot do without.
  public let limit: Int
  /// What is chosen where the page opens, by the keys of its address.
  private let initial: [(key: String, value: String)]

  /// - Parameters:
  ///   - runs: in any order; problems and optimizers stand in that of their first.
  ///   - title: what stands at the head of the page.
  ///   - races: the path of a problem's race from the page on, by the problem's name, as
  ///     "races/beale.html"; for others the page tells the command that draws it.
  ///   - limit: how many numbers of steps the page holds; where there are more, fewer steps of each
  ///     run are kept, and the page says so.
  ///   - targets: those that the page opens with.
  ///   - axis: what work is counted in where the page opens.
  ///   - unit: by what it is divided there.
  public init(
    _ runs: [StudyRun], title: String = "Study", races: [String: String] = [:],
    limit: Int = Self.usualLimit, targets: TargetSet = .usual,
    axis: WorkAxis = .evaluations(.equal), unit: WorkUnit = .plain
  ) {
    self.init(
      runs, of: nil, title: title, races: races, limit: limit, targets: targets, axis: axis,
      unit: unit)
  }

  /// How many numbers of steps a page holds unless told.
  public static let usualLimit = 3_000_000

  init(
    _ runs: [StudyRun], of entryCount: Int?, title: String, races: [String: String], limit: Int,
    targets: TargetSet, axis: WorkAxis, unit: WorkUnit
  ) {
    (self.runs, self.entryCount) = (runs, entryCount)
    (self.title, self.races, self.limit) = (title, races, limit)
    initial = Self.keys(of: targets) + Self.keys(of: axis) + [("unit", unit.rawValue)]
  }

  private static func keys(of targets: TargetSet) -> [(key: String, value: String)] {
    let name = TargetSet.named.first { $0.targets == targets }?.name
    let levels =
      targets == .usual ? "" : name ?? targets.levels.map(NumberText.short).joined(separator: ", ")
    return [("scale", targets.scale.rawValue), ("levels", levels)]
  }

  private static func keys(of axis: WorkAxis) -> [(key: String, value: String)] {
    guard case .evaluations(let cost) = axis else { return [("axis", axis.name)] }
    let isNamed = EvaluationCost.choices.contains(cost.spelling)
    return [("axis", axis.name), ("cost", isNamed ? cost.spelling : "own")]
      + (isNamed ? [] : [("weights", cost.spelling)])
  }

  /// What the page knows, and the columns of numbers that this names by their places.
  var data: (study: JSON, columns: String) {
    let table = StudyTable(runs)
    let problems = Places(table.problems)
    let optimizers = StudyColumns(runs)
    var columns = PackedColumns()
    let kept = PageRuns(runs, of: entryCount, limit: limit)
    let packed = kept.json(
      problems: runs.map { problems[$0.problem] }, optimizers: optimizers.places, in: &columns)
    let study = JSON.members([
      "title": .string(title),
      "versions": .strings(Set(runs.map(\.version)).sorted()),
      "queries": .strings(kept.queries.map(\.rawValue)),
      "axes": .strings(WorkAxis.choices), "costs": .strings(EvaluationCost.choices),
      "units": .strings(WorkUnit.choices),
      "scales": .strings(TargetSet.Scale.allCases.map(\.rawValue)),
      "targets": .array(TargetSet.named.map(Self.json)),
      "optimizers": .array(PageOptimizer.all(optimizers, of: runs).map(\.json)),
      "problems": .array(
        problems.firsts(of: runs, \.problem).map {
          PageProblem(problem: $0.problem, run: $0, race: races[$0.problem.name]).json
        }),
      "initial": .object(initial.map { JSON.Member($0.key, .string($0.value)) }),
      "thinned": .optional(kept.note, JSON.string),
      "runs": packed,
    ])
    return (study, columns.text)
  }

  private static func json(_ name: String, _ targets: TargetSet) -> JSON {
    .members([
      "name": .string(name), "scale": .string(targets.scale.rawValue),
      "levels": .numbers(targets.levels),
    ])
  }
}

/// Keys by their places.
private struct Places<Key: Hashable> {
  private let places: [Key: Int]

  init(_ keys: [Key]) {
    places = Dictionary(uniqueKeysWithValues: zip(keys, keys.indices))
  }

  subscript(key: Key) -> Int { places[key] ?? 0 }

  /// The first run of each key, in the order of the keys.
  func firsts(of runs: [StudyRun], _ key: (StudyRun) -> Key) -> [StudyRun] {
    let firsts = Dictionary(runs.map { (key($0), $0) }) { first, _ in first }
    return places.sorted { $0.value < $1.value }.compactMap { firsts[$0.key] }
  }
}
