import Experiments
import Foundation
internal import GRDB
import Output
import Specifications

/// The runs of studies in one file: an SQLite database with a write-ahead log, to which several
/// processes may write at once. A run is kept once, by its `StudyRun.key`.
///
/// What has been added is there after any end of the process.
public final class StudyStore: Sendable {
  /// Where it is.
  public let path: String
  private let file: StoreFile
  private let database: DatabaseQueue

  /// Opens a store, and makes it and its folder where nothing is.
  ///
  /// - Throws: `SpecificationError` of kind `badData` where a file is no store, or one of another
  ///   Descent, and stays as it is; `OutputError` where it cannot be written.
  public convenience init(writingTo path: String) throws {
    try self.init(StoreFile(path: path, access: .writing))
  }

  /// Opens a store that is there, which may lie where nothing can be written.
  ///
  /// - Throws: `SpecificationError` of kind `missingInput` where nothing is there or it cannot be
  ///   read, `badData` where the file is no store, or one of another Descent.
  public convenience init(reading path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else {
      throw SpecificationError("there is no store '\(path)'", kind: .missingInput)
    }
    try self.init(StoreFile(path: path, access: .reading))
  }

  private init(_ file: StoreFile) throws {
    (path, self.file) = (file.path, file)
    database = try file.open()
  }

  /// How many runs there are.
  public func count() throws -> Int {
    try file.explaining {
      try database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM run") ?? 0 }
    }
  }

  /// Those of some keys that are there.
  public func known(among keys: [String]) throws -> Set<String> {
    try file.explaining {
      try database.read { database in
        let statement = try database.makeStatement(sql: "SELECT 1 FROM run WHERE key = ?")
        return try keys.reduce(into: Set()) { known, key in
          let arguments: StatementArguments = [NaturalOrder.text(key)]
          if try Int.fetchOne(statement, arguments: arguments) != nil { known.insert(key) }
        }
      }
    }
  }

  /// Adds runs, all or none of them; those that are there already stay as they are.
  public func add(_ runs: some Sequence<StudyRun>) throws {
    try file.explaining {
      try database.write { database in
        let statement = try database.cachedStatement(sql: StoredRun.insertion)
        for run in runs { try statement.execute(arguments: StoredRun.arguments(run)) }
      }
    }
  }

  /// Calls `body` with each run, in the order of their keys: function, start, optimizer, seed. Rows
  /// that are damaged are left out, and told once the others have been read.
  ///
  /// - Parameter reporter: warned of damaged rows.
  /// - Throws: `badData` where rows are damaged and there is no reporter, or where all are; what
  ///   `body` throws.
  public func forEach(
    reporter: (any Reporter)? = nil, _ body: (StudyRun) throws -> Void
  ) throws {
    var (count, damaged, first) = (0, 0, "?")
    var reader = StoredRunReader()
    try file.explaining {
      try database.read { database in
        let rows = try Row.fetchCursor(database, sql: "SELECT * FROM run ORDER BY key")
        while let row = try rows.next() {
          count += 1
          guard let run = try run(row, &reader) else {
            damaged += 1
            if damaged == 1 { first = StoredRun.key(row) ?? first }
            continue
          }
          try body(run)
        }
      }
    }
    guard damaged > 0 else { return }
    let place = "'\(path)': \(damaged) of \(count) runs"
    guard let reporter, damaged < count else {
      throw SpecificationError(
        "\(place) are damaged, the first is '\(first)'; expected them as Descent writes them",
        kind: .badData)
    }
    reporter.warn("\(place) are damaged and left out, the first is '\(first)'")
  }

  /// All runs, in the order of `forEach`, which tells what of damaged ones.
  public func runs(reporter: (any Reporter)? = nil) throws -> [StudyRun] {
    var runs: [StudyRun] = []
    try forEach(reporter: reporter) { runs.append($0) }
    return runs
  }

  /// Nil where no run leaves such a row.
  private func run(_ row: Row, _ reader: inout StoredRunReader) throws -> StudyRun? {
    do {
      return try reader.run(row)
    } catch let error as DatabaseError {
      throw error
    } catch {
      return nil
    }
  }

  /// Adds the runs of another store.
  ///
  /// - Parameter reporter: warned of damaged runs there, which are left out.
  /// - Returns: how many were new, and how many were here with other numbers, which stay.
  /// - Throws: as `forEach` of the other.
  public func merge(
    _ other: StudyStore, reporter: (any Reporter)? = nil
  ) throws -> (added: Int, differing: Int) {
    let before = try count()
    var differing = 0
    var batch: [StudyRun] = []
    func flush() throws {
      differing += try self.differing(batch)
      try add(batch)
      batch = []
    }
    try other.forEach(reporter: reporter) { run in
      batch.append(run)
      if batch.count == 1000 { try flush() }
    }
    try flush()
    return (try count() - before, differing)
  }

  /// How many of some runs are here with another curve.
  private func differing(_ runs: [StudyRun]) throws -> Int {
    try file.explaining {
      try database.read { database in
        let statement = try database.makeStatement(
          sql: "SELECT count(*) FROM run WHERE key = ? AND curve <> ?")
        return try runs.reduce(0) { sum, run in
          let curve = Data(CurveCode.bytes(run.trajectory))
          let arguments: StatementArguments = [NaturalOrder.text(run.key), curve]
          return sum + (try Int.fetchOne(statement, arguments: arguments) ?? 0)
        }
      }
    }
  }

  /// Closes the file. What is in its log is written into it where no other process has it open.
  public func close() throws {
    try file.explaining { try database.close() }
  }
}
