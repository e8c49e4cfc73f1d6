import ArgumentParser
import CZlib
import DescentKit
import Foundation
import Testing

@testable import DescentCommand
@testable import Rendering

/// Every format of one small race, file by file, held by hashes. The files were looked at when the
/// hashes were kept; other versions of cairo and zlib write other bytes, and are not asked.
///
/// `DESCENT_KEEP_PICTURES=1 swift test --filter FormatGoldenTests` keeps today's hashes instead.
@Suite(.serialized) struct FormatGoldenTests {
  private static let place = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/pictures/formats.txt")
  private static let isKeeping =
    ProcessInfo.processInfo.environment["DESCENT_KEEP_PICTURES"] == "1"

  /// What the bytes depend on.
  private static let versions =
    "cairo \(CairoSurface.libraryVersion), zlib \(String(cString: zlibVersion()))"

  /// A line with the versions, then a line for each file: hash and name.
  private static let kept: [String] = {
    let text = (try? String(contentsOf: place, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map(String.init)
  }()

  /// FNV-1a with 64 bits.
  private static func hash(_ bytes: [UInt8]) -> String {
    let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private static let still = ["--format", "svg,pdf,sheet,tex,html,gif,apng"]

  @Test(.enabled(if: isKeeping || kept.first == versions))
  func filesAreKept() async throws {
    let path = NSTemporaryDirectory() + "descent-formats-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let race = try #require(
      try Descent.parseAsRoot(
        [
          "race", "beale", "--optimizer", "momentum:lr=0.002,adam:lr=0.05,newton", "--steps", "12",
          "--size", "480x360", "--title", "none", "--width", "85", "--output", path,
        ] + Self.still) as? Race)
    try await race.run()
    let lines = try FileManager.default.contentsOfDirectory(atPath: path).sorted().map { name in
      let data = try Data(contentsOf: URL(filePath: path).appending(path: name))
      return Self.hash(Array(data)) + " " + name
    }
    #expect(lines.count > 60)
    if Self.isKeeping {
      let text = ([Self.versions] + lines).joined(separator: "\n") + "\n"
      return try Data(text.utf8).write(to: Self.place)
    }
    let kept = Set(Self.kept.dropFirst())
    let changed = lines.filter { !kept.contains($0) }
    #expect(changed == [])
    #expect(lines.count == kept.count)
  }

  @Test func hashesAreKept() {
    #expect(Self.isKeeping || Self.kept.contains { $0.hasSuffix(" race.gif") })
  }
}
