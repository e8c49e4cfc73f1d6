import Foundation

/// The list of the files in a folder that Descent wrote, and may therefore replace.
struct OutputManifest: Codable, Hashable, Sendable {
  static let fileName = "descent.json"

  /// Paths relative to the folder, sorted.
  let files: [String]

  init(files: Set<String>) {
    self.files = files.sorted()
  }

  /// The manifest of a folder; nil if there is none.
  init?(of folder: URL) throws(OutputError) {
    let place = folder.appendingPathComponent(Self.fileName)
    guard FileManager.default.fileExists(atPath: place.path) else { return nil }
    guard let data = try? Data(contentsOf: place),
      let manifest = try? JSONDecoder().decode(Self.self, from: data),
      manifest.files.allSatisfy(Self.isName)
    else { throw .foreign(place.path) }
    self = manifest
  }

  /// The bytes of the file; the same list gives the same bytes.
  func encoded() throws(OutputError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
    } catch {
      throw OutputError("cannot list the files in '\(Self.fileName)': \(error)")
    }
  }

  /// Whether a path names a file below the folder, other than the manifest.
  static func isName(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { !["", ".", ".."].contains($0) && !$0.contains("\0") }
    return isPlain && name != fileName
  }
}
