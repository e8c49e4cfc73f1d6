import Foundation
internal import GRDB
import Output
import Specifications

/// The file of a store: how it is opened, what makes it one, and what goes wrong with it.
struct StoreFile: Sendable {
  /// As it was given, for messages.
  let path: String
  let access: Access

  enum Access { case reading, writing }

  /// "DSCT", which SQLite keeps in the file's header.
  private static let application = 0x4453_4354
  /// Raised where rows are written otherwise.
  private static let schema = 1
  /// Milliseconds that a process waits for others.
  private static let patience = 60_000

  /// From the root, lest SQLite takes "file:a" for an address.
  private var place: String { OutputFile.fullPath(path) }

  // MARK: - Opening

  /// Opens the file, and makes it where nothing is and it is to be written. A file that is no store
  /// is left as it is.
  func open() throws -> DatabaseQueue {
    if access == .writing { try OutputFile.makeFolder(for: path) }
    return try explaining {
      try requireHeader()
      switch access {
      case .reading:
        let queue = try DatabaseQueue(path: reading.path, configuration: reading.configuration)
        try queue.read { if try !Self.isStore($0) { throw Empty() } }
        return queue
      case .writing:
        return try whenFree {
          let queue = try DatabaseQueue(path: place, configuration: Self.configuration)
          try queue.write(Self.prepare)
          // Where another program's file is opened, nothing of it may change before that is known.
          try queue.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
          }
          return queue
        }
      }
    }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(Double(patience) / 1000)
    return configuration
  }

  /// In a folder that nothing can be written to, SQLite reads a file only where it is told that
  /// nobody writes it.
  private var reading: (path: String, configuration: Configuration) {
    var configuration = Self.configuration
    let folder = URL(fileURLWithPath: place).deletingLastPathComponent().path
    guard access(place, W_OK) != 0 || access(folder, W_OK) != 0, !hasLog else {
      return (place, configuration)
    }
    configuration.readonly = true
    let allowed = CharacterSet.urlPathAllowed
    let address = place.addingPercentEncoding(withAllowedCharacters: allowed) ?? place
    return ("file:\(address)?immutable=1", configuration)
  }

  private func access(_ path: String, _ mode: Int32) -> Int32 { Foundation.access(path, mode) }

  /// Whether runs are in the log that are not in the file yet.
  private var hasLog: Bool {
    var status = stat()
    return stat(place + "-wal", &status) == 0 && status.st_size > 0
  }

  /// Two processes that make one file may be in each other's way where SQLite does not wait.
  private func whenFree<Result>(_ body: () throws -> Result) throws -> Result {
    let end = ContinuousClock.now + .milliseconds(Self.patience)
    while true {
      do {
        return try body()
      } catch let error as DatabaseError
        where error.resultCode == .SQLITE_BUSY && ContinuousClock.now < end
      {
        usleep(20_000)
      }
    }
  }

  // MARK: - What makes it a store

  /// Throws where a file is there that SQLite would find to be none of its own only later, or that
  /// is another program's.
  private func requireHeader() throws {
    var status = stat()
    guard stat(place, &status) == 0 else {
      if access == .writing, errno == ENOENT { return }
      throw unusable(String(cString: strerror(errno)))
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw access == .writing ? unusable("it is no file") : foreign
    }
    let bytes = try beginning()
    // An empty file is what a process leaves that was killed at the very start.
    if bytes.isEmpty, access == .writing { return }
    guard !bytes.isEmpty else { throw Empty() }
    guard let header = Header(bytes) else { throw foreign }
    try Self.require(owner: header.application, schema: header.version)
  }

  /// As many bytes as a header has, or as there are.
  private func beginning() throws -> [UInt8] {
    let file = Foundation.open(place, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw unusable(String(cString: strerror(errno))) }
    defer { Foundation.close(file) }
    var bytes = [UInt8](repeating: 0, count: Header.length)
    let count = Foundation.read(file, &bytes, bytes.count)
    guard count >= 0 else { throw unusable(String(cString: strerror(errno))) }
    return Array(bytes.prefix(count))
  }

  /// The beginning of an SQLite file.
  private struct Header {
    static let length = 100
    private static let mark = Array("SQLite format 3\0".utf8)
    let version, application: Int

    init?(_ bytes: [UInt8]) {
      guard bytes.count == Self.length, bytes.starts(with: Self.mark) else { return nil }
      func whole(at i: Int) -> Int { bytes[i..<(i + 4)].reduce(0) { $0 << 8 | Int($1) } }
      (version, application) = (whole(at: 60), whole(at: 68))
    }
  }

  /// Throws where the numbers in a header are another program's, or another Descent's. Both are 0
  /// until the table is made.
  private static func require(owner: Int, schema version: Int) throws {
    guard owner == application || owner == 0 && version == 0 else { throw Foreign() }
    if owner == application, version != schema { throw Other(version: version) }
  }

  /// Whether the table is there; throws where other things are.
  private static func isStore(_ database: Database) throws -> Bool {
    let owner = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    try require(owner: owner, schema: version)
    if owner == application { return true }
    let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    guard count == 0 else { throw Foreign() }
    return false
  }

  /// Makes the table in a new file.
  private static func prepare(_ database: Database) throws {
    guard try !isStore(database) else { return }
    try database.execute(
      sql: "\(StoredRun.creation); PRAGMA application_id = \(application); "
        + "PRAGMA user_version = \(schema)")
  }

  // MARK: - What goes wrong

  private struct Foreign: Error {}
  private struct Empty: Error {}
  private struct Other: Error { let version: Int }

  private var foreign: SpecificationError {
    bad("is no store of Descent; expected one that descent bench made")
  }

  private func bad(_ what: String) -> SpecificationError {
    SpecificationError("'\(path)' \(what)", kind: .badData)
  }

  /// That the file can be had, but not used.
  private func unusable(_ reason: String) -> any Error {
    switch access {
    case .reading:
      SpecificationError("'\(path)' cannot be read: \(reason)", kind: .missingInput)
    case .writing: OutputError("'\(path)' cannot be written: \(reason)")
    }
  }

  /// Does something with the file; SQLite's errors become one line for people.
  func explaining<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch is Foreign {
      throw foreign
    } catch is Empty {
      throw bad("is empty; expected a store with runs, as descent bench adds")
    } catch let error as Other {
      let age = error.version > Self.schema ? "a newer" : "an older"
      throw bad("has schema \(error.version), of \(age) Descent; expected \(Self.schema)")
    } catch let error as DatabaseError {
      throw explanation(error)
    }
  }

  private func explanation(_ error: DatabaseError) -> any Error {
    let said = error.message ?? "\(error.resultCode)"
    switch error.resultCode {
    case .SQLITE_NOTADB: return foreign
    case .SQLITE_CORRUPT, .SQLITE_ERROR, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_TOOBIG,
      .SQLITE_SCHEMA, .SQLITE_FORMAT, .SQLITE_RANGE, .SQLITE_NOMEM:
      return bad("is damaged (\(said)); expected a store as Descent writes it")
    case .SQLITE_FULL: return unusable("the disk is full")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      return OutputError("'\(path)' is held by another process; wait for it, or choose another")
    default: return unusable(said)
    }
  }
}
