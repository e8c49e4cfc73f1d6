import Foundation

/// File operations whose errors are `OutputError`s.
enum Files {
  /// Whether a folder is at the place; nil if nothing is. A link leads on, unless it is broken.
  static func isFolder(_ place: URL) -> Bool? {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder) {
      return isFolder.boolValue
    }
    let attributes = try? FileManager.default.attributesOfItem(atPath: place.path)
    return attributes == nil ? nil : false
  }

  /// Makes a folder and those above it.
  static func makeFolder(_ place: URL) throws(OutputError) {
    do {
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    } catch {
      throw .failed("make the folder", place.path, error)
    }
  }

  static func write(_ bytes: [UInt8], to place: URL) throws(OutputError) {
    do {
      try Data(bytes).write(to: place)
    } catch {
      throw .failed("write", place.path, error)
    }
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
