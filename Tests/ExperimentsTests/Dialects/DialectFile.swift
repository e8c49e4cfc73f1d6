import Foundation
import JSON
import Optimizers
import Specifications
import Testing

/// `docs/site/dialects.json`, of which the documentation site makes its tables: how the optimizers
/// and schedules of other libraries are said here.
///
/// `DESCENT_KEEP_DIALECTS=1 swift test --filter DialectFile` writes it anew.
@Suite struct DialectFile {
  static let file = GoldenFiles.folder.appending(path: "../../docs/site/dialects.json")

  @Test func theFileHasTheTables() throws {
    let json = JSON.members([
      "optimizers": .array(Dialects.all.map(\.json)),
      "schedules": .array(ScheduleDialect.all.map(\.json)),
      "unreached": Self.object(
        Dialects.unreached.merging(Dialects.unreachedBySchedules) { first, _ in first }),
    ])
    let text = json.indented + "\n"
    if ProcessInfo.processInfo.environment["DESCENT_KEEP_DIALECTS"] == "1" {
      try text.write(to: Self.file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: Self.file, encoding: .utf8) == text)
  }

  @Test(arguments: Dialects.all.map(\.example)) func everyRowParses(_ specification: String) throws
  {
    #expect(try !OptimizerCatalogue.settings(specification).specification.description.isEmpty)
  }

  static func object(_ texts: [String: String]) -> JSON {
    .object(texts.sorted { $0.key < $1.key }.map { .init($0.key, .string($0.value)) })
  }
}

extension Dialect {
  /// What is written here for the library's defaults, where the row leaves a place for a value.
  fileprivate var example: String {
    let parts = source.split(separator: "/").map(String.init)
    let defaults = SignatureTests.libraries[parts[0]]?.optimizers[parts[1]] ?? [:]
    var text = ""
    var rest = Substring(ours)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let value = defaults[String(rest[rest.index(after: open)..<close])]
      text += rest[..<open] + (value.map(\.description).flatMap { $0.isEmpty ? nil : $0 } ?? "0.1")
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }

  fileprivate var json: JSON {
    .members([
      "source": .string(source), "when": .strings(when), "here": .string(example),
      "settings": DialectFile.object(keys),
    ])
  }
}

extension ScheduleDialect {
  fileprivate var json: JSON {
    .members([
      "source": .string(source), "given": DialectFile.object(given), "here": .string(rate),
      "momentum": .optional(momentum, JSON.string),
    ])
  }
}
