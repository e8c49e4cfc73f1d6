import DescentKit

/// What `list` and `show` print as JSON, as JSON Schemas; docs/formats.md tells what it means.
enum ListSchema {
  /// A list of entries of one kind.
  static var list: JSON {
    let kinds: [(String, JSONSchema)] = [
      ("function", function(isWhole: false)), ("optimizer", optimizer), ("described", described),
      ("suite", .object([("name", .text), ("summary", .text), ("functions", .texts)])),
      (
        "overlay",
        .object([
          ("name", .text), ("summary", .text), ("recording", .text), ("variables", .text),
        ])
      ),
      (
        "chart",
        .object([("name", .text), ("title", .text), ("summary", .text), ("scale", .text)])
      ),
      ("format", .object([("name", .text), ("summary", .text), ("uses", .texts)])),
      ("column", .object([("name", .text), ("unit", .text), ("meaning", .text)])),
      ("setting", .object([("name", .text), ("of", .texts), ("values", .text), ("help", .text)])),
    ]
    return JSONSchema.any(of: kinds.map { .list(of: .part($0.0), atLeast: 1) }).file(
      "What 'descent list --format json' prints", parts: kinds + parts)
  }

  /// One entry.
  static var show: JSON {
    let kinds: [(String, JSONSchema)] = [
      ("function", function(isWhole: true)), ("optimizer", optimizer), ("described", described),
      ("expressions", language),
    ]
    return JSONSchema.any(of: kinds.map { .part($0.0) }).file(
      "What 'descent show --format json' prints", parts: kinds + parts)
  }

  private static func function(isWhole: Bool) -> JSONSchema {
    let point = JSONSchema.object([
      ("kind", .choice(PointKind.allCases.map(\.rawValue))), ("x", .numbers), ("value", .number),
      ("eigenvalues", .numbers),
    ])
    let points: [(String, JSONSchema)] = isWhole ? [("criticalPoints", .list(of: point))] : []
    return .object(
      [
        ("name", .text), ("title", .text), ("specification", .text), ("family", .text),
        ("formula", .text), ("dimension", .any(of: [.whole(from: 1), .text])),
        ("n", .whole(from: 1)), ("domain", .list(of: .numbers)), ("start", .numbers),
        ("minimum", .number.orNull), ("minimumBasis", .text),
        ("minimizers", .list(of: .numbers)),
        ("tags", .texts), ("kinkRule", .text.orNull), ("knownErrors", .texts),
        ("otherNames", .texts), ("source", .text), ("parameters", .list(of: .part("parameter"))),
      ] + points,
      optional: [("variables", .texts), ("minimizersNote", .text)]
        + (isWhole ? [("domainNote", .text)] : []))
  }

  private static let optimizer = JSONSchema.object([
    ("name", .text), ("title", .text), ("specification", .text), ("family", .text),
    ("order", .whole(from: 1)), ("formula", .text), ("parameters", .list(of: .part("parameter"))),
    ("reference", .text), ("independentOf", .texts), ("dependsOn", .texts), ("notes", .texts),
    ("presets", .list(of: .part("preset"))), ("aliases", .list(of: .part("preset"))),
  ])

  /// Schedules, line searches and data.
  private static let described = JSONSchema.object([
    ("name", .text), ("title", .text), ("specification", .text), ("formula", .text),
    ("parameters", .list(of: .part("parameter"))), ("reference", .text),
  ])

  /// A text a topic.
  private static let language = JSONSchema.object(
    ExpressionFunction.language.map { ($0.topic, .text) })

  private static let parts: [(String, JSONSchema)] = [
    (
      "parameter",
      .object([
        ("name", .text), ("symbol", .text), ("default", .text), ("value", .text),
        ("range", .text), ("summary", .text), ("aliases", .texts),
      ])
    ),
    ("preset", .object([("name", .text), ("settings", .text)])),
  ]
}
