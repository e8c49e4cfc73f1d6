import Foundation
import Testing

/// `docs/site/scipy.json`, of which the documentation site makes its table: what scipy's methods
/// are called here, as `ScipyIterateTests` runs them.
///
/// `DESCENT_KEEP_DIALECTS=1 swift test --filter ScipyFile` writes it anew.
@Suite struct ScipyFile {
  @Test func theFileHasTheTable() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../docs/site/scipy.json")
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    let bytes = try encoder.encode(ScipyIterateTests.presets)
    if ProcessInfo.processInfo.environment["DESCENT_KEEP_DIALECTS"] == "1" {
      try bytes.write(to: file)
    }
    #expect(try Data(contentsOf: file) == bytes)
  }
}
