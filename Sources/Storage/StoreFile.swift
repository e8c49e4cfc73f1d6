import Foundation
internal import GRDB
import Output
import Specifications

/// What makes an SQLite file a store, and what goes wrong with files.
enum StoreFile {
  /// "DSCT", which SQLite keeps in the file's header.
  private static let application = 0x4453_4354
  /// Raised where an older Descent could not read what is written.
  private static let schema = 1
  private static let header = Array("SQLite format 3\0".utf8)

  /// Throws where a file is no database; SQLite itself would say so only later.
  static func require(_ path: String) throws {
    guard let file = FileHandle(forReadingAtPath: path),
      let bytes = try? file.read(upToCount: header.count)
    else { throw SpecificationError("'\(path)' cannot be read", kind: .missingInput) }
    // An empty file is what a process leaves that was killed at the very start.
    guard bytes.isEmpty || Array(bytes) == header else { throw foreign(path) }
  }

  /// Makes the table in a new file; throws where the file is another program's, or of a newer
  /// Descent.
  static func prepare(_ database: Database) throws {
    let owner = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    if owner == 0, version == 0, tables == 0 {
      try database.execute(
        sql: "\(StoredRun.creation); PRAGMA application_id = \(application); "
          + "PRAGMA user_version = \(schema)")
      return
    }
    guard owner == application else { throw Foreign() }
    guard version <= schema else { throw Newer(version: version) }
  }

  private struct Foreign: Error {}
  private struct Newer: Error { let version: Int }

  private static func foreign(_ path: String) -> SpecificationError {
    SpecificationError(
      "'\(path)' is no store of Descent; expected one that descent bench made", kind: .badData)
  }

  /// Does something with a store's file; SQLite's errors become one line for people.
  static func explaining<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch is Foreign {
      throw foreign(path)
    } catch let error as Newer {
      throw SpecificationError(
        "'\(path)' has schema \(error.version), of a newer Descent; expected at most \(schema)",
        kind: .badData)
    } catch let error as DatabaseError {
      throw explanation(error, path)
    }
  }

  private static func explanation(_ error: DatabaseError, _ path: String) -> any Error {
    let said = error.message ?? "\(error.resultCode)"
    switch error.resultCode {
    case .SQLITE_NOTADB: return foreign(path)
    case .SQLITE_CORRUPT, .SQLITE_ERROR:
      return SpecificationError(
        "'\(path)' is damaged (\(said)); expected a store as Descent writes it", kind: .badData)
    case .SQLITE_FULL: return OutputError("'\(path)' cannot be written: the disk is full")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      return OutputError("'\(path)' is held by another process; wait for it, or choose another")
    default: return OutputError("'\(path)' cannot be written: \(said)")
    }
  }
}
