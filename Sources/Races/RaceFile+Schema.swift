import JSON
import Specifications

extension RaceFile {
  /// What a file may say, as a JSON Schema; it holds for YAML as it does for JSON.
  public static var jsonSchema: JSON {
    let own = [
      ("schema", JSONSchema.exactly(schema).described("The version of the keys.")),
      ("functions", RequestFileSchema.values.described("Raced down one after the other.")),
      ("optimizers", entrants.described("The entrants, in order.")),
    ]
    let settings = RequestFileSchema.properties(RaceSettings.all).map { name, values in
      (name, special[name].map { .any(of: [values, $0]) } ?? values)
    }
    let keys = own + settings
    let others = RaceFileReader.names.sorted { $0.key < $1.key }.compactMap { other, name in
      keys.first { $0.0 == name }.map { (other, $0.1) }
    }
    return JSONSchema.object([], optional: keys + others).file("A race")
  }

  /// What is more than values: a point for each function, and notes as keys and values.
  private static let special: [String: JSONSchema] = [
    "start": .list(of: .list(of: RequestFileSchema.scalar, atLeast: 1), atLeast: 1),
    "note": .any(of: [note, .list(of: .any(of: [RequestFileSchema.scalar, note]), atLeast: 1)]),
  ]

  private static let note = JSONSchema.dictionary(of: RequestFileSchema.scalar)

  private static var entrants: JSONSchema {
    let entrant = JSONSchema.object(
      [("optimizer", RequestFileSchema.scalar)],
      optional: [("label", RequestFileSchema.scalar), ("color", RequestFileSchema.scalar)])
    let one = JSONSchema.any(of: [RequestFileSchema.scalar, entrant])
    return .any(of: [one, .list(of: one, atLeast: 1)])
  }
}
