/// What a JSON value may be, as a JSON Schema (draft 2020-12) says it.
public struct JSONSchema: Hashable, Sendable {
  /// The schema as JSON, without what only a whole file has.
  public let json: JSON

  /// - Parameter members: keywords and their values.
  public init(_ members: KeyValuePairs<String, JSON>) { json = .members(members) }

  /// The same of members that are made elsewhere.
  public init(_ members: [JSON.Member]) { json = .object(members) }

  /// Any string.
  public static let text = JSONSchema(["type": .string("string")])
  /// A whole number, 0 or more.
  public static let count = JSONSchema.whole(from: 0)
  /// A number, or what stands for one that is not finite.
  public static let number = JSONSchema([
    "type": .strings(["number", "string"]), "pattern": .string("^(nan|inf|-inf)$"),
  ])
  /// A list of strings.
  public static let texts = JSONSchema.list(of: .text)
  /// A list of `count`s.
  public static let counts = JSONSchema.list(of: .count)
  /// A list of `number`s.
  public static let numbers = JSONSchema.list(of: .number)

  /// A whole number from `low` on.
  public static func whole(from low: Int) -> JSONSchema {
    JSONSchema(["type": .string("integer"), "minimum": .integer(low)])
  }

  /// A whole number and no other.
  public static func exactly(_ number: Int) -> JSONSchema {
    JSONSchema(["const": .integer(number)])
  }

  /// One of some strings.
  public static func choice(_ names: some Sequence<String>) -> JSONSchema {
    JSONSchema(["enum": .strings(names)])
  }

  /// A list, of so many or more.
  public static func list(of item: JSONSchema, atLeast count: Int = 0) -> JSONSchema {
    let size = count > 0 ? [JSON.Member("minItems", .integer(count))] : []
    return JSONSchema(
      [JSON.Member("type", .string("array")), JSON.Member("items", item.json)] + size)
  }

  /// One of several.
  public static func any(of schemas: [JSONSchema]) -> JSONSchema {
    JSONSchema(["anyOf": .array(schemas.map(\.json))])
  }

  /// This or null.
  public var orNull: JSONSchema { .any(of: [self, JSONSchema(["type": .string("null")])]) }

  /// An object of these keys and no others.
  public static func object(
    _ required: [(String, JSONSchema)], optional: [(String, JSONSchema)] = []
  ) -> JSONSchema {
    JSONSchema([
      "type": .string("object"),
      "properties": .object((required + optional).map { JSON.Member($0.0, $0.1.json) }),
      "required": .strings(required.map(\.0)), "additionalProperties": .boolean(false),
    ])
  }

  /// An object of any keys.
  public static func dictionary(of values: JSONSchema) -> JSONSchema {
    JSONSchema(["type": .string("object"), "additionalProperties": values.json])
  }

  /// A part of the file that `file` defines.
  public static func part(_ name: String) -> JSONSchema {
    JSONSchema(["$ref": .string("#/$defs/\(name)")])
  }

  /// This with a sentence on what it means.
  public func described(_ text: String) -> JSONSchema {
    adding([JSON.Member("description", .string(text))])
  }

  /// The schema of a whole file.
  ///
  /// - Parameter parts: what `part` names.
  public func file(_ title: String, parts: [(String, JSONSchema)] = []) -> JSON {
    let head = [
      JSON.Member("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      JSON.Member("title", .string(title)),
    ]
    let definitions =
      parts.isEmpty
      ? [] : [JSON.Member("$defs", .object(parts.map { JSON.Member($0.0, $0.1.json) }))]
    return .object(head + members + definitions)
  }

  private var members: [JSON.Member] {
    if case .object(let members) = json { members } else { [] }
  }

  private func adding(_ more: [JSON.Member]) -> JSONSchema {
    JSONSchema(members + more)
  }
}
