import Experiments
import Objectives
import Scenes
import Specifications

extension RaceRecording {
  /// A race of paths that were made elsewhere, each an entrant, beside the entrants of another
  /// race.
  ///
  /// - Parameters:
  ///   - paths: on one function, in which they have as many variables.
  ///   - race: of the same function; nil for none.
  /// - Throws: where there is no path with its iterates, or not all are on one function.
  public init(
    paths: [Trajectory], beside race: RaceRecording? = nil
  ) throws(SpecificationError) {
    let shown = paths.filter(\.keepsIterates)
    guard let first = shown.first else {
      throw SpecificationError("no path tells its points; expected one that does", kind: .badData)
    }
    let expected = race?.function.specification ?? first.function
    if let other = shown.first(where: { $0.function != expected }) {
      throw SpecificationError(
        "a path is on \(other.function); expected \(expected), as the others are", kind: .badData)
    }
    let function: any TestFunction
    if let own = race?.function {
      function = own
    } else {
      function = try FunctionName.function(expected.description)
    }
    self.init(
      function: function, clock: race?.clock ?? .usual(for: shown),
      budget: race?.budget ?? "as recorded elsewhere",
      entrants: (race?.entrants ?? []) + shown.map { [$0] },
      names: race?.names.map { $0 + shown.map(\.optimizer) })
  }
}
