import Experiments
import Objectives
import Scenes
import Specifications

/// What has been raced, as trajectories.json keeps it: all that a drawing needs.
struct RaceRecording: Sendable {
  let function: any TestFunction
  let clock: RaceClock
  /// In words: "300 steps".
  let budget: String
  let trajectories: [Trajectory]

  /// The runs of each entrant, which differ in start or seed, in the order of their first. Where the
  /// first start and seed come again, the next entrant begins.
  var groups: [[Trajectory]] {
    var groups: [[Trajectory]] = []
    for trajectory in trajectories {
      if let group = groups.last, let first = group.first, let last = group.last,
        Self.isVariant(trajectory, of: first), Self.isVariant(trajectory, of: last)
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

  /// "400 runs each", where there are several of any optimizer.
  var crowd: String? {
    let most = groups.map(\.count).max() ?? 1
    return most > 1 ? "\(most) runs each: medians and quartiles" : nil
  }

  /// What folders and pages of the race are called.
  var name: String { function.folderName }

  /// "start (-1.2, 1)", where all have the same.
  var start: String? { start { NumberText.short($0, atMost: 6) } }

  private func start(_ text: ([Double]) -> String) -> String? {
    let starts = Set(trajectories.filter { $0.count > 0 }.map { $0.point(0) })
    guard starts.count == 1, let start = starts.first else { return nil }
    return "start (" + text(start).replacing(",", with: ", ") + ")"
  }

  /// "the race of sgd, adam:lr=0.1 on beale, start (1, 1.5), 300 steps", unlike that of any other
  /// start.
  var summary: String {
    let optimizers = groups.compactMap { $0.first?.optimizer }.joined(separator: ", ")
    let seed = trajectories.map(\.seed).min() ?? 0
    let parts = [
      "the race of \(optimizers) on \(function.specification)",
      start { NumberText.distinct($0, atMost: 6) },
      crowd.map { _ in "\(trajectories.count) runs" }, budget, seed == 0 ? nil : "seed \(seed)",
    ]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }

  var json: JSON {
    .members([
      "function": .string(function.specification.description),
      "clock": .string(clock.rawValue),
      "budget": .string(budget),
      "schema": .integer(Trajectory.schema),
      "trajectories": .array(trajectories.map(\.json)),
    ])
  }
}

extension RaceRecording {
  /// Reads what `json` writes; the function is made again from its specification.
  init(reading json: JSONReader) throws(JSONError) {
    try Trajectory.requireKnownSchema(json)
    let member = try json.member("function")
    let text = try member.string()
    do {
      function = try FunctionCatalogue.function(text)
    } catch {
      throw member.error(error.description)
    }
    clock = try json.member("clock").choice()
    budget = try json.member("budget").string()
    let name = function.specification.description
    var trajectories: [Trajectory] = []
    let list = try json.member("trajectories")
    let elements = try list.elements()
    guard !elements.isEmpty else { throw list.error("no trajectories; expected one or more") }
    for element in elements {
      let trajectory = try Trajectory(reading: element)
      guard trajectory.function == name, trajectory.dimension == function.dimension else {
        throw element.error(
          "of '\(trajectory.function)' with n=\(trajectory.dimension); expected '\(name)' with "
            + "n=\(function.dimension)")
      }
      guard clock.isKnown(of: trajectory) else {
        throw element.error("no seconds; expected some, as the clock is seconds")
      }
      trajectories.append(trajectory)
    }
    self.trajectories = trajectories
  }
}
