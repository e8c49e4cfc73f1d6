import Foundation

/// File operations whose errors are `OutputError`s.
enum Files {
  enum Kind { case nothing, file, folder, other }

  /// What is at the place itself; a link is something other.
  static func kind(of place: URL) -> Kind {
    var status = stat()
    guard lstat(place.path, &status) == 0 else { return .nothing }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// Whether a file that is open is still the one at a path.
  static func isOpen(_ file: Int32, at path: String) -> Bool {
    var (own, other) = (stat(), stat())
    guard fstat(file, &own) == 0, lstat(path, &other) == 0 else { return false }
    return own.st_ino == other.st_ino && own.st_dev == other.st_dev
  }

  /// The place that a path means from here; a tilde is a letter like others.
  static func place(_ path: String, isFolder: Bool = false) -> URL {
    let here = FileManager.default.currentDirectoryPath
    let whole = path.hasPrefix("/") ? path : "\(here)/\(path)"
    return URL(fileURLWithPath: whole, isDirectory: isFolder).standardizedFileURL
  }

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
    guard let file = fopen(place.path, "wb") else {
      throw .system("write", (shown ?? place).path, code: errno)
    }
    try write(bytes, to: file, for: shown ?? place)
  }

  /// Writes a file that is open, and closes it; an error names the place it stands for.
  static func write(
    _ bytes: [UInt8], to file: UnsafeMutablePointer<FILE>, for shown: URL
  ) throws(OutputError) {
    let isComplete = fwrite(bytes, 1, bytes.count, file) == bytes.count
    let code = errno
    let isClosed = fclose(file) == 0
    guard isComplete else { throw .system("write", shown.path, code: code) }
    guard isClosed else { throw .system("write", shown.path, code: errno) }
  }

  /// Moves a file, replacing one that is there, or a folder, in a single step.
  static func rename(_ place: URL, to target: URL) throws(OutputError) {
    guard Foundation.rename(place.path, target.path) == 0 else {
      throw .system("write", target.path, code: errno)
    }
  }

  /// Removes a file, if it is there.
  static func remove(_ place: URL) throws(OutputError) {
    guard unlink(place.path) == 0 || errno == ENOENT else {
      throw .system("remove", place.path, code: errno)
    }
  }
}
