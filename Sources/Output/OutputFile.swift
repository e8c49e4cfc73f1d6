import Foundation

/// A single file that appears whole or not at all.
public enum OutputFile {
  /// Throws where a file could not be written, or something other than a file of the same content
  /// is in the place.
  ///
  /// - Parameter folder: a folder that will be there by then.
  public static func requireFree(
    _ path: String, for bytes: [UInt8], besides folder: String
  ) throws(OutputError) {
    let place = Files.place(path)
    if try isThere(bytes, at: place) { return }
    let parent = place.deletingLastPathComponent()
    let coming = Files.place(folder)
    if Files.isFolder(parent) == nil, (coming.path + "/").hasPrefix(parent.path + "/") { return }
    try withDraft([], of: place) { _ in }
  }

  /// Whether a file of the content is in the place; throws where something else is.
  private static func isThere(_ bytes: [UInt8], at place: URL) throws(OutputError) -> Bool {
    guard Files.isFolder(place) != nil else { return false }
    guard FileManager.default.contents(atPath: place.path) == Data(bytes) else {
      throw .exists(place.path)
    }
    return true
  }

  /// Makes the folder in which a file is to be, and those above it, where they are not there.
  public static func makeFolder(for path: String) throws(OutputError) {
    try Files.makeFolder(Files.place(path).deletingLastPathComponent())
  }

  /// The path from the root that a path means from here.
  public static func fullPath(_ path: String) -> String { Files.place(path).path }

  /// Writes a file beside its place and moves it there, over one that is there.
  public static func replace(_ bytes: [UInt8], at path: String) throws(OutputError) {
    let place = Files.place(path)
    try withDraft(bytes, of: place) { draft throws(OutputError) in
      try Files.rename(draft, to: place)
    }
  }

  /// Writes a file beside its place and moves it there. A file of the same content may be in its
  /// place already; any other is left alone, and that is an error.
  public static func write(_ bytes: [UInt8], to path: String) throws(OutputError) {
    guard try !isThere(bytes, at: Files.place(path)) else { return }
    try replace(bytes, at: path)
  }

  /// A hidden file beside a place with what is to be there, which is gone afterwards.
  private static func withDraft(
    _ bytes: [UInt8], of place: URL, _ body: (URL) throws(OutputError) -> Void
  ) throws(OutputError) {
    let mark = UUID().uuidString.prefix(8).lowercased()
    let draft = place.deletingLastPathComponent()
      .appendingPathComponent(".\(place.lastPathComponent).partial-\(mark)")
    let (file, work) = try begun(draft, for: place)
    defer {
      unlink(draft.path)
      UnfinishedWork.end(work)
    }
    try Files.write(bytes, to: file, for: place)
    try body(draft)
  }

  /// The draft, open, and what it is known by while it is unfinished.
  private static func begun(
    _ draft: URL, for place: URL
  ) throws(OutputError) -> (UnsafeMutablePointer<FILE>, work: Int) {
    UnfinishedWork.hold()
    defer { UnfinishedWork.letGo() }
    guard let file = fopen(draft.path, "wbx") else {
      throw .system("write", place.path, code: errno)
    }
    return (file, UnfinishedWork.begin { unlink(draft.path) })
  }
}
