import Experiments
import JSON
import Specifications

/// Writes the folders of IOHprofiler, one an optimizer: a JSON file a function, and beside it a
/// data file a number of variables.
enum IOHWriter {
  /// - Throws: where no run starts where f is finite.
  static func files(_ runs: [StudyRun]) throws(SpecificationError) -> InterchangeFiles {
    var (groups, left) = ([Group](), 0)
    var places: [Group.Key: Int] = [:]
    for run in runs {
      let charged = ChargedSteps(run.trajectory)
      // What an unfinished step asked stands as one more.
      let steps = charged.steps + [charged.rest].compactMap { $0 }
      guard !steps.isEmpty else {
        left += 1
        continue
      }
      let key = Group.Key(run)
      let place = places[key] ?? groups.count
      places[key] = place
      if place == groups.count { groups.append(Group(key: key)) }
      groups[place].runs.append((run, steps))
    }
    guard !groups.isEmpty else {
      throw SpecificationError(
        "none of \(runs.count) runs starts where f is finite; expected one", kind: .badData)
    }
    var files = InterchangeFiles()
    if left > 0 { files.notes.append("left out \(left) runs from starts where f is not finite") }
    write(groups, &files)
    return files
  }

  /// Runs that share a JSON file.
  private struct Group {
    struct Key: Hashable {
      let name: String
      let optimizer: Specification
      /// Without what differs among the runs of a group.
      let function: Specification
      /// "standard", "random".
      let start: String
      let basis: String
      /// Whether what is written is an excess.
      let hasMinimum: Bool

      init(_ run: StudyRun) {
        name = run.name
        optimizer = run.trajectory.optimizer
        function = run.problem.function.removing("n").rest.removing("instance").rest
        start = run.problem.start.ioh.kind
        basis = run.basis.rawValue
        hasMinimum = run.trajectory.minimum != nil
      }

      /// "quadratic:condition=10 from 10x".
      var title: String {
        start == StudyStart.standard.spelling
          ? function.description : "\(function) from \(start)"
      }
    }

    let key: Key
    var runs: [(run: StudyRun, steps: [ChargedSteps.Step])] = []
  }

  private static func write(_ groups: [Group], _ files: inout InterchangeFiles) {
    var folders = FileNames()
    var stems: [String: FileNames] = [:]
    var optimizers: [[String]: String] = [:]
    var numbers: [String: Int] = [:]
    for group in groups {
      let owner = [group.key.name, group.key.optimizer.description]
      let folder = optimizers[owner] ?? folders.own(group.key.name)
      optimizers[owner] = folder
      let title = group.key.title
      let number = numbers[title] ?? Self.number(of: title, besides: numbers.count)
      numbers[title] = number
      let stem = stems[folder, default: FileNames()].own("f\(number)_\(title)")
      write(group, number, into: folder, stem: stem, &files)
      if !group.key.hasMinimum {
        files.notes.append("min f of \(title) is not known: its raw_y is f")
      }
    }
  }

  /// COCO's numbers for its functions, and others from 101 on.
  private static func number(of title: String, besides count: Int) -> Int {
    guard title.hasPrefix("bbob-f"), let number = Int(title.dropFirst("bbob-f".count)) else {
      return 101 + count
    }
    return number
  }

  private static func write(
    _ group: Group, _ number: Int, into folder: String, stem: String,
    _ files: inout InterchangeFiles
  ) {
    let dimensions = Dictionary(grouping: group.runs) { $0.run.trajectory.dimension }
    var scenarios: [JSON] = []
    for (n, runs) in dimensions.sorted(by: { $0.key < $1.key }) {
      let path = "data_\(stem)/IOHprofiler_f\(number)_DIM\(n).dat"
      let hasPoints = runs.allSatisfy { $0.run.trajectory.keepsIterates }
      let table = runs.map { rows($0.steps, of: $0.run, hasPoints: hasPoints) }.joined()
      files.files.append(.init("\(folder)/\(path)", table))
      scenarios.append(
        .members([
          "dimension": .integer(n), "path": .string(path),
          "runs": .array(runs.map { json($0.run, $0.steps) }),
        ]))
    }
    let index = index(group, number, scenarios)
    files.files.append(.init("\(folder)/IOHprofiler_\(stem).json", "\(index)\n"))
  }

  private static func index(_ group: Group, _ number: Int, _ scenarios: [JSON]) -> JSON {
    let key = group.key
    let attributes: KeyValuePairs<IOHAttribute, String> = [
      .specification: key.optimizer.description, .objective: key.function.description,
      .start: key.start, .basis: key.basis,
    ]
    return .members([
      "version": .string(formatVersion), "suite": .string(IOHReader.ownSuite),
      "function_id": .integer(number), "function_name": .string(key.title),
      "maximization": .boolean(false),
      "algorithm": .members([
        "name": .string(key.name), "info": .string(key.optimizer.description),
      ]),
      "experiment_attributes": .array(
        attributes.map { .object([.init($0.key.rawValue, IOHAttribute.text($0.value))]) }),
      "run_attributes": .strings(["seed", "start"] + (key.hasMinimum ? ["minimum"] : [])),
      "attributes": .strings([IOHColumn.evaluations, IOHColumn.value]),
      "scenarios": .array(scenarios),
    ])
  }

  /// The form that is written.
  private static let formatVersion = "0.3.18"

  private static func json(_ run: StudyRun, _ steps: [ChargedSteps.Step]) -> JSON {
    let start = run.problem.start.ioh.number
    let lowest = steps.min { $0.value < $1.value } ?? steps[0]
    let trajectory = run.trajectory
    let point = trajectory.keepsIterates ? JSON.numbers(trajectory.point(lowest.entry)) : .array([])
    var members: [JSON.Member] = [
      .init("instance", .integer(run.problem.instance ?? max(1, start))),
      .init("evals", .integer(steps[steps.count - 1].evaluations)),
      .init(
        "best",
        .members([
          "evals": .integer(lowest.evaluations), "y": .number(lowest.value), "x": point,
        ])),
      .init("seed", .unsigned(trajectory.seed)), .init("start", .integer(start)),
    ]
    if let minimum = trajectory.minimum { members.append(.init("minimum", .number(minimum))) }
    return .object(members)
  }

  private static func rows(
    _ steps: [ChargedSteps.Step], of run: StudyRun, hasPoints: Bool
  ) -> String {
    let trajectory = run.trajectory
    let names = hasPoints ? (0..<trajectory.dimension).map { "x\($0)" } : []
    let head =
      [IOHColumn.evaluations, IOHColumn.value, IOHColumn.step]
      + IOHColumn.queries.map(\.rawValue) + names
    var text = head.joined(separator: " ") + "\n"
    var number = -1
    for step in steps {
      number = max(number + 1, trajectory.steps[step.entry])
      var words = [
        String(step.evaluations), NumberText.short(step.value), String(number),
      ]
      words += IOHColumn.queries.map { String(step.counts[$0]) }
      if hasPoints { words += trajectory.point(step.entry).map(NumberText.short) }
      text += words.joined(separator: " ") + "\n"
    }
    return text
  }
}

extension StudyStart {
  /// What the runs of a file share of their starts, and a number that tells them apart.
  var ioh: (kind: String, number: Int) {
    guard case .random(let number, let seed) = self else { return (spelling, 0) }
    return (seed == 0 ? "random" : "random@\(seed)", number)
  }

  /// The start of a kind and a number.
  static func ioh(kind: String, number: Int) -> StudyStart? {
    let drawn = kind.split(separator: "@", maxSplits: 1)
    guard drawn.first == "random" else { return try? StudyStart(spelling: kind) }
    let seed = drawn.count == 2 ? "@\(drawn[1])" : ""
    return try? StudyStart(spelling: "random-\(number)\(seed)")
  }
}
