import Foundation

/// File operations whose errors are `OutputError`s.
enum Files {
  /// Whether a folder is at the place; nil if nothing is. A link leads on, unless it is broken.
  static func isFolder(_ place: URL) -> Bool? {
    var status = stat()
    if stat(place.path, &status) == 0 { return status.st_mode & S_IFMT == S_IFDIR }
    return lstat(place.path, &status) == 0 ? false : nil
  }

  /// Makes a folder and those above it; an error names the place, or another it stands for.
  static func makeFolder(_ place: URL, for shown: URL? = nil) throws(OutputError) {
    if mkdir(place.path, 0o777) == 0 { return }
    if errno == ENOENT, place.pathComponents.count > 1 {
      try makeFolder(place.deletingLastPathComponent())
      if mkdir(place.path, 0o777) == 0 { return }
    }
    let code = errno
    guard code == EEXIST, isFolder(place) == true else {
      throw .system("make the folder", (shown ?? place).path, code: code)
    }
  }

  /// Writes a file; an error names the place, or another it stands for.
  static func write(_ bytes: [UInt8], to place: URL, for shown: URL? = nil) throws(OutputError) {
    let path = (shown ?? place).path
    guard let file = fopen(place.path, "wb") else { throw .system("write", path, code: errno) }
    let isComplete = fwrite(bytes, 1, bytes.count, file) == bytes.count
    let code = errno
    let isClosed = fclose(file) == 0
    guard isComplete else { throw .system("write", path, code: code) }
    guard isClosed else { throw .system("write", path, code: errno) }
  }

  /// Moves a file, replacing one that is there, or a folder, in a single step.
  static func rename(_ place: URL, to target: URL) throws(OutputError) {
    guard Foundation.rename(place.path, target.path) == 0 else {
      throw .system("write", target.path, code: errno)
    }
  }

  /// Removes a file, if it is there, and the folders between it and `base` that are then empty.
  static func remove(_ name: String, from base: URL) throws(OutputError) {
    let place = base.appendingPathComponent(name)
    guard unlink(place.path) == 0 || errno == ENOENT || errno == ENOTDIR else {
      throw .system("remove", place.path, code: errno)
    }
    var parts = name.split(separator: "/").dropLast()
    while !parts.isEmpty {
      guard rmdir(base.appendingPathComponent(parts.joined(separator: "/")).path) == 0 else {
        return
      }
      parts.removeLast()
    }
  }
}
