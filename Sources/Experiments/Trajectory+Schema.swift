import JSON
import Objectives

extension Trajectory {
  /// What `json` may hold, as a JSON Schema; `docs/formats.md` tells what it means.
  public static var jsonSchema: JSONSchema {
    let columns = Query.allCases.filter { $0 != .samples }.map { ($0.rawValue, JSONSchema.counts) }
    return .object(
      [
        ("function", .text), ("dimension", .whole(from: 1)), ("optimizer", .text),
        ("title", .text), ("seed", .count), ("minimum", .number.orNull), ("start", .numbers),
        ("outcome", .choice(Outcome.Kind.allCases.map(\.rawValue))), ("reason", .text),
        ("stationaryPoint", .choice(PointKind.allCases.map(\.rawValue)).orNull),
        ("counts", .object(Query.allCases.map { ($0.rawValue, .count) })),
        ("schema", .exactly(schema)),
        ("recorded", .choice([true, false].map(recorded(everyStep:)))), ("step", .counts),
        ("x", .list(of: .numbers)), ("value", .numbers), ("excess", .numbers.orNull),
        ("gradientNorm", .numbers), ("learningRate", .numbers),
      ] + columns,
      optional: [
        (Query.samples.rawValue, .counts), ("examples", .whole(from: 1)),
        ("figures", .list(of: .object([("name", .text), ("values", .numbers)]))),
        ("best", .object([("step", .count), ("x", .numbers)])),
        ("evaluationPointName", .text), ("evaluationPoint", .list(of: .numbers)),
        ("seconds", .numbers), ("details", .list(of: StepDetail.jsonSchema)),
      ])
  }
}

extension StepDetail {
  static let jsonSchema = JSONSchema.object([
    ("gradient", .numbers), ("diagnostics", .dictionary(of: .numbers)),
    ("trials", .list(of: .numbers)),
  ])
}
