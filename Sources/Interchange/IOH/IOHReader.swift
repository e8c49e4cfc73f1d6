import Experiments
import JSON
import Objectives
import Specifications

/// Reads files of IOHprofiler, of this program or of others.
enum IOHReader {
  /// The suite that this program writes.
  static let ownSuite = "descent"

  static func begins(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    return name.hasPrefix("IOHprofiler") && name.hasSuffix(".json")
  }

  static func runs(_ request: ImportRequest) throws(SpecificationError) -> ImportedRuns {
    var imported = ImportedRuns()
    var names = ImportedNames()
    for path in request.source.paths where begins(path) {
      let (bytes, file) = try request.source.beginning(path)
      do {
        let index = try IOHIndex(JSONReader(try JSON(parsing: bytes)), besides: path)
        try read(index, in: request, file, &names, &imported)
      } catch let error as JSONError {
        let gap = error.place.hasPrefix("line ") ? ", " : ": "
        throw SpecificationError("\(file)\(gap)\(error)", kind: .badData)
      } catch let error as SpecificationError {
        throw error
      } catch {
        throw SpecificationError("\(file): \(error)", kind: .badData)
      }
    }
    return imported
  }

  private static func read(
    _ index: IOHIndex, in request: ImportRequest, _ file: String, _ names: inout ImportedNames,
    _ imported: inout ImportedRuns
  ) throws {
    let title = request.optimizer ?? index.algorithm
    let own = request.optimizer == nil ? index.optimizer : nil
    let optimizer = own ?? names.specification(title, noting: &imported)
    if index.objective == nil, index.scenarios.contains(where: { !$0.runs.isEmpty }) {
      imported.note(
        "'\(index.function)' is no function here: its values stand as they were written")
    }
    for scenario in index.scenarios {
      let lines = try request.source.lines(scenario.path) {
        SpecificationError("\(file): \(scenario.json.error($0))", kind: .badData)
      }
      let blocks = try IOHBlock.all(of: lines)
      guard blocks.count == scenario.runs.count else {
        throw scenario.json.error(
          "lists \(scenario.runs.count) runs, and '\(scenario.path)' holds \(blocks.count); "
            + "expected as many")
      }
      for (run, block) in zip(scenario.runs, blocks) {
        let function = index.specification(n: scenario.dimension, instance: run.instance)
        let trajectory = try block.trajectory(
          of: function, in: scenario.dimension, minimum: run.minimum, by: optimizer, titled: title,
          seed: run.seed)
        imported.runs.append(
          StudyRun(
            StudyProblem(function, from: index.start(run.start)),
            name: own == nil ? optimizer.name : title, plan: "imported",
            basis: index.basis ?? (run.minimum == nil ? .unknown : .given),
            trajectory: trajectory, version: "IOHprofiler \(index.version)"))
      }
    }
  }
}
