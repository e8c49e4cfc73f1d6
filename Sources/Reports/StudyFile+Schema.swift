import Experiments
import JSON
import Races
import Specifications

extension StudyFile {
  /// What a file may say, as a JSON Schema; it holds for YAML as it does for JSON.
  public static var jsonSchema: JSON {
    let names = RequestFileSchema.values
    let functions = names.described(
      "Functions, suites, properties, or files with a function a line.")
    let optimizers = names.described("The optimizers that are compared.")
    let own = [
      ("schema", JSONSchema.exactly(schema).described("The version of the keys.")),
      ("functions", functions), ("function", functions),
      ("optimizers", optimizers), ("optimizer", optimizers),
    ]
    return JSONSchema.object(
      [], optional: own + RequestFileSchema.properties(StudySettings.all)
    ).file("A study")
  }
}
