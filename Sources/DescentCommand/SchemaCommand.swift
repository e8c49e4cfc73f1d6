import ArgumentParser
import DescentKit

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of a file that Descent reads or writes.",
    discussion: "  descent schema race > race.schema.json")

  @Argument(help: "What the schema is of; without it all are listed.")
  var name: FileSchema?

  func run() {
    guard let name else {
      print(FileSchema.allCases.map(\.rawValue).joined(separator: "\n"))
      return
    }
    print(name.json.indented)
  }
}

/// What has a schema. docs/schemas has one file for each, which docs/update writes.
enum FileSchema: String, Choice, CaseIterable {
  case trajectories, race, study, run, measure, list, show

  var json: JSON {
    switch self {
    case .trajectories: RecordingFile.jsonSchema
    case .race: RaceFile.jsonSchema
    case .study: StudyFile.jsonSchema
    case .run: Trajectory.jsonSchema.file("What 'descent run --format json' prints")
    case .measure: MeasureTable.jsonSchema
    case .list: ListSchema.list
    case .show: ListSchema.show
    }
  }
}
