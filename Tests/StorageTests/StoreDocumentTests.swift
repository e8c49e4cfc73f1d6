import Foundation
import GRDB
import Storage
import Testing

/// `docs/files.md` lists the columns of a store: all of them, in their order, and no others.
@Test func documentedColumnsAreThoseOfAStore() throws {
  let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  let page = try String(contentsOf: root.appending(path: "docs/files.md"), encoding: .utf8)
  let section = try #require(page.components(separatedBy: "\n## Study stores\n").last)
  let cells = section.split(separator: "\n").filter { $0.hasPrefix("| `") }
    .map { $0.dropFirst(2).prefix { $0 != "|" } }
  let documented = cells.flatMap { cell in
    cell.matches(of: /`([a-z]+)`/).map { String($0.1) }
  }
  try withFolder { folder in
    let path = folder + "/s.sqlite"
    try StudyStore(writingTo: path).close()
    let (columns, version) = try DatabaseQueue(path: path).read { database in
      (
        try database.columns(in: "run").map(\.name),
        try Int.fetchOne(database, sql: "PRAGMA user_version")
      )
    }
    #expect(documented == columns)
    #expect(page.contains("`user_version` \(try #require(version)) |"))
  }
}
