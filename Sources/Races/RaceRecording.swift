import Experiments
import JSON
import Objectives
import Scenes
import Specifications

/// What has been raced, as trajectories.json keeps it: all that a drawing needs.
public struct RaceRecording: Sendable {
  /// What was descended.
  public let function: any TestFunction
  /// What the race is shown by, unless a drawing has a clock of its own.
  public let clock: RaceClock
  /// In words: "300 steps".
  public let budget: String
  /// The runs of each optimizer, which differ in start or seed.
  public let entrants: [[Trajectory]]
  /// What their user calls the optimizers, one for each; nil where it is not known.
  public let names: [Specification]?

  /// - Parameters:
  ///   - budget: in words: "300 steps".
  ///   - entrants: the runs of each optimizer, one or more, all on `function`.
  ///   - names: what their user calls the optimizers, one for each; else they are not kept.
  public init(
    function: any TestFunction, clock: RaceClock, budget: String, entrants: [[Trajectory]],
    names: [Specification]? = nil
  ) {
    (self.function, self.clock) = (function, clock)
    (self.budget, self.entrants) = (budget, entrants)
    self.names = names?.count == entrants.count ? names : nil
  }

  /// All runs, entrant by entrant.
  public var trajectories: [Trajectory] { entrants.flatMap { $0 } }

  /// "400 runs each: medians and quartiles"; nil unless there are several of any optimizer.
  public var runsNote: String? {
    let most = entrants.map(\.count).max() ?? 1
    return most > 1 ? "\(most) runs each: medians and quartiles" : nil
  }

  /// What folders and pages of the race are called.
  public var name: String { function.folderName }

  /// "start (-1.2, 1)", where all have the same.
  public var start: String? { start { NumberText.short($0, atMost: 6) } }

  private func start(_ text: ([Double]) -> String) -> String? {
    let starts = Set(trajectories.filter { $0.count > 0 }.map { $0.point(0) })
    guard starts.count == 1, let start = starts.first else { return nil }
    return "start (" + text(start).replacing(",", with: ", ") + ")"
  }

  /// "the race of sgd, adam:lr=0.1 on beale, start (1, 1.5), 300 steps", unlike that of any other
  /// start.
  public var summary: String {
    let optimizers = entrants.compactMap { $0.first?.optimizer.description }
      .joined(separator: ", ")
    let seed = trajectories.map(\.seed).min() ?? 0
    let parts = [
      "the race of \(optimizers) on \(function.specification)",
      start { NumberText.distinct($0, atMost: 6) },
      runsNote.map { _ in "\(trajectories.count) runs" }, budget, seed == 0 ? nil : "seed \(seed)",
    ]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }

  /// As it stands in trajectories.json; `docs/formats.md` lists the keys.
  public var json: JSON {
    let names = tellingNames.map { [JSON.Member("names", .strings($0.map(\.description)))] }
    return .object(
      [
        JSON.Member("function", .string(function.specification.description)),
        JSON.Member("clock", .string(clock.rawValue)),
        JSON.Member("budget", .string(budget)),
        JSON.Member("schema", .integer(Trajectory.schema)),
        JSON.Member("runs", .integers(entrants.map(\.count))),
      ] + (names ?? []) + [JSON.Member("trajectories", .array(trajectories.map(\.json)))])
  }
}

// MARK: - Names

extension RaceRecording {
  /// The names, where any says more than the specification of its runs: that of an alias, or of
  /// settings with a preset.
  private var tellingNames: [Specification]? {
    guard let names else { return nil }
    let isTelling = zip(names, entrants).contains { name, runs in
      name.name != runs[0].optimizer.name || name.settings.contains { $0.key == "preset" }
    }
    return isTelling ? names : nil
  }

  /// How the entrants are shown: with labels and colours where they are chosen, and under the names
  /// that they were given.
  func looks(_ looks: [EntrantLook]) -> [EntrantLook] {
    EntrantLook.named(looks, names)
  }

  private static func names(
    _ json: JSONReader?, of count: Int
  ) throws(JSONError) -> [Specification]? {
    guard let json else { return nil }
    var names: [Specification] = []
    for element in try json.elements() {
      let text = try element.string()
      do {
        names.append(try Specification(parsing: text))
      } catch {
        throw element.error(error.description)
      }
    }
    guard names.count == count else {
      throw json.error("\(names.count) names of \(count) optimizers; expected one for each")
    }
    return names
  }
}

// MARK: - Reading

extension RaceRecording {
  /// Reads what `json` writes; the function is made again from its specification.
  ///
  /// - Throws: where a key is missing or of another type, a trajectory is of another function, or
  ///   there is none.
  public init(reading json: JSONReader) throws(JSONError) {
    try Trajectory.requireKnownSchema(json)
    function = try Self.function(json.member("function"))
    clock = try json.member("clock").choice()
    budget = try json.member("budget").string()
    let list = try json.member("trajectories")
    var trajectories: [Trajectory] = []
    for element in try list.elements() {
      trajectories.append(try Self.trajectory(element, of: function, clock))
    }
    guard !trajectories.isEmpty else { throw list.error("no trajectories; expected one or more") }
    entrants =
      try json.optional("runs").map { counts throws(JSONError) in
        try Self.groups(trajectories, counts)
      } ?? Self.groups(trajectories)
    names = try Self.names(json.optional("names"), of: entrants.count)
  }

  private static func function(_ json: JSONReader) throws(JSONError) -> any TestFunction {
    let text = try json.string()
    do {
      return try FunctionName.function(text)
    } catch {
      throw json.error(error.description)
    }
  }

  private static func trajectory(
    _ json: JSONReader, of function: any TestFunction, _ clock: RaceClock
  ) throws(JSONError) -> Trajectory {
    let trajectory = try Trajectory(reading: json)
    let name = function.specification.description
    guard trajectory.function.description == name, trajectory.dimension == function.dimension else {
      throw json.error(
        "of '\(trajectory.function)' with n=\(trajectory.dimension); expected '\(name)' with "
          + "n=\(function.dimension)")
    }
    guard clock.isKnown(of: trajectory) else {
      throw json.error("no seconds; expected some, as the clock is seconds")
    }
    return trajectory
  }

  /// The runs of each entrant, of which `counts` says how many there are.
  private static func groups(
    _ trajectories: [Trajectory], _ counts: JSONReader
  ) throws(JSONError) -> [[Trajectory]] {
    let numbers = try counts.integers()
    guard numbers.allSatisfy({ (1...trajectories.count).contains($0) }),
      numbers.reduce(0, +) == trajectories.count
    else {
      throw counts.error(
        "expected how many runs each optimizer has, \(trajectories.count) in all")
    }
    var rest = trajectories[...]
    return try numbers.map { count throws(JSONError) in
      defer { rest = rest.dropFirst(count) }
      let runs = Array(rest.prefix(count))
      guard runs.allSatisfy({ $0.optimizer == runs[0].optimizer }) else {
        throw counts.error("expected runs of one optimizer together")
      }
      return runs
    }
  }

  /// The same of recordings that do not say how many: where the first start and seed of an
  /// optimizer come again, the next entrant begins.
  private static func groups(_ trajectories: [Trajectory]) -> [[Trajectory]] {
    var groups: [[Trajectory]] = []
    for trajectory in trajectories {
      if let group = groups.last, let first = group.first, let last = group.last,
        isVariant(trajectory, of: first), isVariant(trajectory, of: last)
      {
        groups[groups.count - 1].append(trajectory)
      } else {
        groups.append([trajectory])
      }
    }
    return groups
  }

  private static func isVariant(_ run: Trajectory, of other: Trajectory) -> Bool {
    guard run.optimizer == other.optimizer, run.count > 0, other.count > 0 else { return false }
    return run.seed != other.seed || run.point(0) != other.point(0)
  }
}
