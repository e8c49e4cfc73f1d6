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
  static func key(_ row: Row) -> String? {
    guard row.hasColumn("key"), let key = String.fromDatabaseValue(row["key"]) else { return nil }
    return NaturalOrder.plain(key)
  }
}

/// Reads runs from the rows of one query, and remembers what their texts mean: the rows of a store
/// repeat them.
struct StoredRunReader {
  /// Whether the columns are those that are written; nil before the first row.
  private var isComplete: Bool?
  private var functions: [String: Specification] = [:]
  private var optimizers: [String: Specification] = [:]
  private var texts: Set<String> = []

  /// - Throws: where no run leaves such a row.
  mutating func run(_ row: Row) throws -> StudyRun {
    let isComplete = isComplete ?? StoredRun.Values.areColumns(of: row)
    self.isComplete = isComplete
    guard isComplete else { throw ByteReader.Malformed() }
    let values = try StoredRun.Values(row)
    let dimension: Int = try values.value("dimension")
    guard dimension > 0 else { throw ByteReader.Malformed() }
    let bytes: Data = try values.value("curve")
    let curve = try CurveCode.Columns([UInt8](bytes), dimension: dimension)
    var counts = Counts()
    for query in Query.allCases { counts[query] = try values.value(query.rawValue) }
    let trajectory = try Trajectory(
      function: function(values), dimension: dimension, optimizer: optimizer(values),
      title: text("title", values), seed: UInt64(bitPattern: values.value("seed") as Int64),
      minimum: values.optional("minimum"), exampleCount: values.optional("examples"),
      start: curve.start, outcome: outcome(values), counts: counts, steps: curve.steps,
      values: curve.values, gradientNorms: curve.gradientNorms,
      learningRates: curve.learningRates, cumulated: curve.cumulated, iterates: curve.iterates,
      figures: curve.figures, seconds: curve.seconds)
    return StudyRun(
      StudyProblem(
        trajectory.function, from: try StudyStart(spelling: try values.value("start"))),
      name: try text("name", values), plan: try text("plan", values),
      basis: try values.choice("basis"), trajectory: trajectory,
      version: try text("version", values), revision: try values.value("revision"))
  }

  private mutating func outcome(_ values: StoredRun.Values) throws -> Outcome {
    let point: String? = try values.optional("point")
    return Outcome(
      try values.choice("outcome"), try text("reason", values),
      at: point == nil ? nil : try values.choice("point"))
  }

  private mutating func function(_ values: StoredRun.Values) throws -> Specification {
    let text: String = try values.value("function")
    if let known = functions[text] { return known }
    let function = try FunctionCatalogue.specification(text)
    functions[text] = function
    return function
  }

  private mutating func optimizer(_ values: StoredRun.Values) throws -> Specification {
    let text: String = try values.value("optimizer")
    if let known = optimizers[text] { return known }
    let optimizer = try Specification(parsing: text)
    optimizers[text] = optimizer
    return optimizer
  }

  /// The text of a column, in the place where it is already if it has been read.
  private mutating func text(_ column: String, _ values: StoredRun.Values) throws -> String {
    texts.insert(try values.value(column)).memberAfterInsert
  }
}

extension StoredRun {
  /// What a row has, by the names of its columns.
  fileprivate struct Values {
    private static let places = Dictionary(
      uniqueKeysWithValues: columns.enumerated().map { ($1.name, $0) })

    private static let names = columns.map(\.name) + [sum.name]

    private let values: [DatabaseValue]

    static func areColumns(of row: Row) -> Bool { row.columnNames.elementsEqual(names) }

    /// Throws where the row is not as it was written.
    init(_ row: Row) throws {
      // Not `databaseValues`, which makes the text of each column's name.
      values = (0..<row.count).map { row[$0] }
      guard let last = values.last,
        Int64.fromDatabaseValue(last) == RowSum.of(values.dropLast())
      else { throw ByteReader.Malformed() }
    }

    /// nil for NULL. A row's own subscript would trap where a damaged column has another type.
    func optional<Value: DatabaseValueConvertible>(_ column: String) throws -> Value? {
      guard let place = Self.places[column] else { throw ByteReader.Malformed() }
      if values[place].isNull { return nil }
      guard let typed = Value.fromDatabaseValue(values[place]) else { throw ByteReader.Malformed() }
      return typed
    }

    func value<Value: DatabaseValueConvertible>(_ column: String) throws -> Value {
      guard let value: Value = try optional(column) else { throw ByteReader.Malformed() }
      return value
    }

    func choice<Value: RawRepresentable<String>>(_ column: String) throws -> Value {
      guard let choice = Value(rawValue: try value(column)) else { throw ByteReader.Malformed() }
      return choice
    }
  }
}
