import Foundation

/// A single file that appears whole or not at all.
public enum OutputFile {
  /// Writes a file beside its place and moves it there. A file of the same content may be in its
  /// place already; any other is left alone, and that is an error.
  public static func write(_ bytes: [UInt8], to path: String) throws(OutputError) {
    let place = URL(fileURLWithPath: path).standardizedFileURL
    if Files.isFolder(place) != nil {
      guard FileManager.default.contents(atPath: place.path) == Data(bytes) else {
        throw .exists(place.path)
      }
      return
    }
    let mark = UUID().uuidString.prefix(8).lowercased()
    let draft = place.deletingLastPathComponent()
      .appendingPathComponent(".\(place.lastPathComponent).partial-\(mark)")
    defer { unlink(draft.path) }
    try Files.write(bytes, to: draft, for: place)
    try Files.rename(draft, to: place)
  }
}
