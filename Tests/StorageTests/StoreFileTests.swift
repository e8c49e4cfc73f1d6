import Experiments
import Foundation
import GRDB
import Objectives
import Output
import Specifications
import Synchronization
import Testing

@testable import Storage

@Suite struct StoreFileTests {
  @Test func foreignFilesAreLeftAlone() throws {
    try withFolder { folder in
      let path = folder + "/a.sqlite"
      for text in ["hello, world, hello", "SQLite format 3\0 and then nothing of the kind"] {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        let error = #expect(throws: SpecificationError.self) { try StudyStore(writingTo: path) }
        #expect(error?.kind == .badData)
        #expect(error?.description.contains("'\(path)'") == true)
        #expect(FileManager.default.contents(atPath: path) == Data(text.utf8))
      }
    }
  }

  @Test func missingStoresAreTold() {
    let error = #expect(throws: SpecificationError.self) {
      try StudyStore(reading: "/nowhere/a.sqlite")
    }
    #expect(error?.kind == .missingInput)
  }

  /// Another program's database, a newer Descent's, and what no process has written to yet.
  @Test(arguments: [
    ("CREATE TABLE run (key TEXT)", "is no store of Descent"),
    ("PRAGMA journal_mode = WAL; CREATE TABLE run (key TEXT)", "is no store of Descent"),
    ("PRAGMA application_id = 7", "is no store of Descent"),
    ("PRAGMA application_id = 1146307412; PRAGMA user_version = 0", "has schema 0, of an older"),
    ("PRAGMA application_id = 1146307412; PRAGMA user_version = 99", "has schema 99, of a newer"),
  ])
  func foreignDatabasesAreLeftAlone(making: String, said: String) throws {
    try withFolder { folder in
      let path = folder + "/a.sqlite"
      let other = try DatabaseQueue(path: path)
      try other.writeWithoutTransaction { try $0.execute(sql: making) }
      try other.close()
      let before = FileManager.default.contents(atPath: path)
      for open in [StudyStore.init(reading:), StudyStore.init(writingTo:)] {
        let error = #expect(throws: SpecificationError.self) { try open(path) }
        #expect(error?.kind == .badData)
        #expect(error?.description.contains(said) == true, "\(error?.description ?? "")")
      }
      #expect(FileManager.default.contents(atPath: path) == before)
    }
  }

  @Test func anEmptyFileBecomesAStore() throws {
    try withFolder { folder in
      let path = folder + "/a.sqlite"
      try Data().write(to: URL(fileURLWithPath: path))
      let error = #expect(throws: SpecificationError.self) { try StudyStore(reading: path) }
      #expect(error?.kind == .badData)
      #expect(FileManager.default.contents(atPath: path) == Data())
      try StudyStore(writingTo: path).close()
      #expect(try StudyStore(reading: path).count() == 0)
    }
  }

  @Test func foldersAreNoStores() throws {
    try withFolder { folder in
      #expect(throws: SpecificationError.self) { try StudyStore(reading: folder) }
      #expect(throws: OutputError.self) { try StudyStore(writingTo: folder) }
      #expect(throws: OutputError.self) { try StudyStore(writingTo: "/dev/null/a.sqlite") }
    }
  }

  /// A store with one run, whose row can be changed.
  private static func withDamage(
    _ body: (String, DatabaseQueue) throws -> Void
  ) async throws {
    try await withFolder { folder in
      let path = folder + "/a.sqlite"
      let study = Study(
        functions: [try FunctionName.function("logistic-regression:data=moons")],
        optimizers: try GivenOptimizer.list("adam:lr=0.1"), plan: Study.plan(Budget(steps: 20)))
      let store = try StudyStore(writingTo: path)
      try await study.run(into: store)
      try store.close()
      try body(path, try DatabaseQueue(path: path))
    }
  }

  /// Whatever else stands in a column, the row is told.
  @Test func damagedColumnsAreTold() async throws {
    try await Self.withDamage { path, database in
      let columns = try database.read { try $0.columns(in: "run").map(\.name) }
      #expect(columns.count > 20)
      let values: [any DatabaseValueConvertible] = [
        "'", Data([0xFF, 0, 7]), Data(), -1, Int64.max, Int64.min, 1e300, -0.5,
      ]
      for column in columns {
        for value in values {
          let before = try database.read {
            try DatabaseValue.fetchOne($0, sql: "SELECT \"\(column)\" FROM run")
          }
          let update = "UPDATE run SET \"\(column)\" = ?"
          try database.write { try $0.execute(sql: update, arguments: [value]) }
          Self.requireTold(path)
          try database.write { try $0.execute(sql: update, arguments: [before]) }
        }
      }
      #expect(try StudyStore(reading: path).runs().count == 1)
      try database.write { try $0.execute(sql: "ALTER TABLE run RENAME COLUMN curve TO cruve") }
      Self.requireTold(path)
    }
  }

  /// One bit is enough, wherever it is.
  @Test func turnedBitsAreTold() async throws {
    try await Self.withDamage { path, database in
      let good = try #require(
        try database.read { try Data.fetchOne($0, sql: "SELECT curve FROM run") })
      for i in stride(from: 0, to: 8 * good.count, by: 37) {
        var curve = good
        curve[i / 8] ^= 1 << (i % 8)
        try database.write {
          try $0.execute(sql: "UPDATE run SET curve = ?", arguments: [curve])
        }
        Self.requireTold(path)
      }
    }
  }

  /// A row whose sum is right and whose columns are of no run: what reads them tells it.
  @Test func wrongColumnsOfARightSumAreTold() async throws {
    try await Self.withDamage { path, database in
      let row = try #require(try database.read { try Row.fetchOne($0, sql: "SELECT * FROM run") })
      let names = Array(row.columnNames.dropLast())
      let curve: Data = row["curve"]
      let dimension: Int = row["dimension"]
      let changes: [(String, any DatabaseValueConvertible)] =
        stride(from: 0, to: curve.count, by: 61).map { ("curve", curve.prefix($0)) } + [
          ("curve", curve + [0]), ("curve", Data(repeating: 0xFF, count: 64)),
          ("curve", curve.dropFirst()), ("dimension", dimension + 1), ("dimension", 0),
          ("gradients", 1), ("outcome", "no"), ("point", "no"), ("optimizer", "(("),
          ("start", "random-0"), ("basis", "no"),
        ]
      for (column, value) in changes {
        var values = names.map { name -> DatabaseValue in row[name] }
        values[try #require(names.firstIndex(of: column))] = value.databaseValue
        let sum = RowSum.of(values)
        try database.write {
          try $0.execute(
            sql: "UPDATE run SET \"\(column)\" = ?, checksum = ?",
            arguments: [value, sum])
        }
        Self.requireTold(path)
        try database.write {
          try $0.execute(
            sql: "UPDATE run SET \"\(column)\" = ?, checksum = ?",
            arguments: [row[column] as DatabaseValue, row["checksum"] as DatabaseValue])
        }
      }
      #expect(try StudyStore(reading: path).runs().count == 1)
    }
  }

  private static func requireTold(_ path: String) {
    let error = #expect(throws: SpecificationError.self) { try StudyStore(reading: path).runs() }
    #expect(error?.kind == .badData)
    #expect(error?.description.contains("damaged") == true)
  }

  /// One damaged row is told, by its key as people read it, and the others are read.
  @Test func damagedRowsAreLeftOut() async throws {
    try await withFolder { folder in
      let path = folder + "/a.sqlite"
      let study = Study(
        functions: try ["beale", "rosenbrock:n=10"].map(FunctionName.function),
        optimizers: try GivenOptimizer.list("bfgs"), plan: Study.plan(Budget(steps: 20)))
      let store = try StudyStore(writingTo: path)
      try await study.run(into: store)
      try store.close()
      let database = try DatabaseQueue(path: path)
      try await database.write {
        try $0.execute(sql: "UPDATE run SET steps = 7 WHERE function LIKE 'rosenbrock%'")
      }
      let warnings = Warnings()
      let runs = try StudyStore(reading: path).runs(reporter: warnings)
      #expect(runs.map(\.key) == [study.cell(0).key])
      #expect(
        warnings.all.withLock { $0 } == [
          "'\(path)': 1 of 2 runs are damaged and left out, the first is '\(study.cell(1).key)'"
        ])
      Self.requireTold(path)
      let other = try StudyStore(writingTo: folder + "/b.sqlite")
      #expect(try other.merge(StudyStore(reading: path), reporter: warnings).added == 1)
      try await database.write { try $0.execute(sql: "UPDATE run SET steps = 8") }
      #expect(throws: SpecificationError.self) {
        try StudyStore(reading: path).runs(reporter: warnings)
      }
    }
  }
}

/// Keeps what it is warned of.
private final class Warnings: Reporter {
  let all = Mutex<[String]>([])
  func progress(of work: String, _ done: Int, of total: Int) {}
  func finish(_ work: String) {}
  func say(_ message: String) {}
  func warn(_ message: String) { all.withLock { $0.append(message) } }
}
