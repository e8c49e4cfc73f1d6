import Experiments
import JSON
import Specifications

/// A function from a start as a page knows it.
struct PageProblem {
  let problem: StudyProblem
  /// The first of its runs.
  let run: StudyRun
  /// Where its race is, from the page on.
  let race: String?

  var json: JSON {
    let trajectory = run.trajectory
    return .members([
      "name": .string(problem.name), "function": .string(problem.function.description),
      "family": .string(family),
      "start": .string(problem.start.spelling),
      "kind": .string(Self.kind(of: problem.start)),
      "group": .string(Self.groups[problem.function.name] ?? "others"),
      "n": .integer(trajectory.dimension),
      "basis": .string(trajectory.minimum == nil ? "unknown" : run.basis.rawValue),
      "from": .string(problem.start == .standard ? "" : Self.text(of: trajectory)),
      "race": .optional(race, JSON.string),
    ])
  }

  /// The function whatever its settings.
  private var family: String {
    Specification(name: problem.function.name, arguments: problem.function.arguments).description
  }

  /// Random starts together, whatever their number.
  private static func kind(of start: StudyStart) -> String {
    if case .random = start { return "random" }
    return start.spelling
  }

  /// The start's coordinates, for a command; nothing where they are many.
  private static func text(of run: Trajectory) -> String {
    guard run.dimension <= mostCoordinates, run.count > 0 else { return "" }
    return run.point(0).map(NumberText.short).joined(separator: ",")
  }

  private static let mostCoordinates = 20

  /// The first suite of each function, by its name.
  private static var groups: [String: String] {
    SuiteCatalogue.all.reversed().reduce(into: [:]) { groups, suite in
      for function in suite.functions {
        let name = function.prefix { $0 != ":" }
        groups[String(name)] = suite.name
      }
    }
  }
}
