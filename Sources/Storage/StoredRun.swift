import Experiments
import Foundation
internal import GRDB
import Objectives
import Specifications

/// A run as a row of the store: what tells it from others in columns, its curve as bytes.
enum StoredRun {
  private struct Column: Sendable {
    let name: String
    let type: String
    let value: @Sendable (StudyRun) -> (any DatabaseValueConvertible)?

    init(
      _ name: String, _ type: String = "TEXT NOT NULL",
      _ value: @escaping @Sendable (StudyRun) -> (any DatabaseValueConvertible)?
    ) {
      (self.name, self.type, self.value) = (name, type, value)
    }
  }

  private static let whole = "INTEGER NOT NULL"

  /// In their order.
  private static let columns: [Column] =
    identity + ending + queries + [
      Column("curve", "BLOB NOT NULL") { Data(CurveCode.bytes($0.trajectory)) }
    ]

  private static let identity: [Column] = [
    Column("key", "TEXT NOT NULL UNIQUE") { NaturalOrder.text($0.key) },
    Column("function") { $0.problem.function.description },
    Column("dimension", whole) { $0.trajectory.dimension },
    Column("start") { $0.problem.start.spelling },
    Column("name") { $0.name },
    Column("optimizer") { $0.trajectory.optimizer.description },
    Column("title") { $0.trajectory.title },
    // SQLite's whole numbers have a sign.
    Column("seed", whole) { Int64(bitPattern: $0.trajectory.seed) },
    Column("plan") { $0.plan },
    Column("minimum", "REAL") { $0.trajectory.minimum },
    Column("basis") { $0.basis.rawValue },
    Column("version") { $0.version },
    Column("revision", whole) { $0.revision },
  ]

  private static let ending: [Column] = [
    Column("outcome") { $0.trajectory.outcome.kind.rawValue },
    Column("reason") { $0.trajectory.outcome.reason },
    Column("point", "TEXT") { $0.trajectory.outcome.point?.rawValue },
    Column("steps", whole) { $0.trajectory.steps.last ?? 0 },
    Column("examples", "INTEGER") { $0.trajectory.exampleCount },
  ]

  private static let queries: [Column] = Query.allCases.map { query in
    Column(query.rawValue, whole) { $0.trajectory.counts[query] }
  }

  /// Stands after the others, whose sum it is.
  private static let sum = (name: "checksum", type: whole)

  static var creation: String {
    let columns = columns.map { ($0.name, $0.type) } + [sum]
    return "CREATE TABLE run ("
      + columns.map { "\"\($0)\" \($1)" }.joined(separator: ", ") + ")"
  }

  /// A run that is there already stays as it is.
  static var insertion: String {
    let columns = columns.map(\.name) + [sum.name]
    let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    return "INSERT OR IGNORE INTO run (\(names)) VALUES (\(marks))"
  }

  static func arguments(_ run: StudyRun) -> StatementArguments {
    let values = columns.map { $0.value(run)?.databaseValue ?? .null }
    return StatementArguments(values + [RowSum.of(values).databaseValue])
  }

  /// The key of a row as people read it, for messages; nil where it has none.
  static func key(_ row: Row) -> String? { (try? row.text("key")).map(NaturalOrder.plain) }

  /// - Throws: where no run leaves such a row.
  static func run(_ row: Row) throws -> StudyRun {
    try requireSum(row)
    let dimension: Int = try row.whole("dimension")
    guard dimension > 0 else { throw ByteReader.Malformed() }
    let curve = try CurveCode.Columns([UInt8](row.data("curve")), dimension: dimension)
    var counts = Counts()
    for query in Query.allCases { counts[query] = try row.whole(query.rawValue) }
    let outcome = Outcome(
      try row.choice("outcome"), try row.text("reason"),
      at: try row.optional("point", of: String.self) == nil ? nil : row.choice("point"))
    let trajectory = try Trajectory(
      function: FunctionCatalogue.specification(row.text("function")), dimension: dimension,
      optimizer: Specification(parsing: row.text("optimizer")), title: row.text("title"),
      seed: UInt64(bitPattern: Int64(row.whole("seed"))), minimum: row.optional("minimum"),
      exampleCount: row.optional("examples"), start: curve.start, outcome: outcome, counts: counts,
      steps: curve.steps, values: curve.values, gradientNorms: curve.gradientNorms,
      learningRates: curve.learningRates, cumulated: curve.cumulated, iterates: curve.iterates,
      figures: curve.figures, seconds: curve.seconds)
    return StudyRun(
      StudyProblem(
        trajectory.function, from: try StudyStart(spelling: try row.text("start"))),
      name: try row.text("name"), plan: try row.text("plan"), basis: try row.choice("basis"),
      trajectory: trajectory, version: try row.text("version"),
      revision: try row.whole("revision"))
  }
}

extension StoredRun {
  /// Throws where the row is not as it was written.
  private static func requireSum(_ row: Row) throws {
    let values = row.databaseValues
    guard row.count == columns.count + 1, try row.whole(sum.name) == RowSum.of(values.dropLast())
    else { throw ByteReader.Malformed() }
  }
}

extension Row {
  /// nil for NULL. A row's own subscript would trap where a damaged column has another type.
  fileprivate func optional<Value: DatabaseValueConvertible>(
    _ column: String, of type: Value.Type = Value.self
  ) throws -> Value? {
    guard hasColumn(column) else { throw ByteReader.Malformed() }
    let value: DatabaseValue = self[column]
    if value.isNull { return nil }
    guard let typed = Value.fromDatabaseValue(value) else { throw ByteReader.Malformed() }
    return typed
  }

  fileprivate func value<Value: DatabaseValueConvertible>(_ column: String) throws -> Value {
    guard let value: Value = try optional(column) else { throw ByteReader.Malformed() }
    return value
  }

  fileprivate func text(_ column: String) throws -> String { try value(column) }
  fileprivate func whole(_ column: String) throws -> Int { try value(column) }
  fileprivate func data(_ column: String) throws -> Data { try value(column) }

  fileprivate func choice<Value: RawRepresentable<String>>(_ column: String) throws -> Value {
    guard let choice = Value(rawValue: try text(column)) else { throw ByteReader.Malformed() }
    return choice
  }
}
