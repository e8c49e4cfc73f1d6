import JSON
import Specifications

/// What the values of a request's file may be, made of its settings.
package enum RequestFileSchema {
  /// A value as YAML has it.
  package static let scalar = JSONSchema([
    "type": .strings(["string", "number", "boolean"])
  ])
  /// A value, or several, which commas would part in an option.
  package static let values = JSONSchema.any(of: [scalar, .list(of: scalar, atLeast: 1)])

  /// The key and the values of each setting.
  package static func properties<Request>(
    _ settings: [any AnySetting<Request>]
  ) -> [(String, JSONSchema)] {
    settings.map { ($0.name, schema($0).described($0.help)) }
  }

  private static func schema(_ setting: any AnySetting) -> JSONSchema {
    switch setting.values {
    // As a text a number may be written in other ways.
    case .number(let isWhole, let low, let high):
      JSONSchema(
        [
          JSON.Member("type", .strings([isWhole ? "integer" : "number", "string"])),
          bound("minimum", low), bound("maximum", high),
        ].compactMap { $0 })
    case .choice(let names): .choice(names)
    case .text: values
    }
  }

  private static func bound(_ keyword: String, _ digits: String) -> JSON.Member? {
    (try? JSON(parsing: Array(digits.utf8))).map { JSON.Member(keyword, $0) }
  }
}
