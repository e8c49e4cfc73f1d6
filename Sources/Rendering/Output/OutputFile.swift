import Foundation

/// A single file that appears whole or not at all.
public enum OutputFile {
  /// Throws where something other than a file of the same content is in the place.
  public static func requireFree(_ path: String, for bytes: [UInt8]) throws(OutputError) {
    let place = URL(fileURLWithPath: path).standardizedFileURL
    guard Files.isFolder(place) != nil else { return }
    guard FileManager.default.contents(atPath: place.path) == Data(bytes) else {
      throw .exists(place.path)
    }
  }

  /// Writes a file beside its place and moves it there. A file of the same content may be in its
  /// place already; any other is left alone, and that is an error.
  public static func write(_ bytes: [UInt8], to path: String) throws(OutputError) {
    try requireFree(path, for: bytes)
    let place = URL(fileURLWithPath: path).standardizedFileURL
    if Files.isFolder(place) != nil { return }
    let mark = UUID().uuidString.prefix(8).lowercased()
    let draft = place.deletingLastPathComponent()
      .appendingPathComponent(".\(place.lastPathComponent).partial-\(mark)")
    defer { unlink(draft.path) }
    try Files.write(bytes, to: draft, for: place)
    try Files.rename(draft, to: place)
  }
}
