import Foundation

/// The hidden folder in which one process at a time prepares what is to be in a target: within the
/// target where that is there, so that files need not change disks, else beside it.
///
/// It is ours while we hold the lock on a file in it. The system lets go of the lock of a process
/// that ends, however it ends, and the next one clears away what was left.
final class StagingRoom: Sendable {
  static let innerName = ".descent.partial"
  private static let lockName = "descent.lock"

  /// Where the files of the target gather.
  let files: URL
  let isInside: Bool
  private let place: URL
  private let lock: Int32
  /// Folders above the room that were not there before, the innermost first.
  private let newParents: [URL]

  /// Takes hold of the room for a target, made on demand with the folders above it.
  ///
  /// - Throws: where another process writes into the target, or the room cannot be made.
  convenience init(for target: URL) throws(OutputError) {
    let isInside = Files.kind(of: target) == .folder
    try self.init(for: target, inside: isInside)
    // A process that was ahead of us may have made the target meanwhile.
    guard (Files.kind(of: target) == .folder) == isInside else { throw .busy(target.path) }
  }

  init(for target: URL, inside isInside: Bool) throws(OutputError) {
    let parent = isInside ? target : target.deletingLastPathComponent()
    let name = isInside ? Self.innerName : ".\(target.lastPathComponent).partial"
    let place = parent.appendingPathComponent(name, isDirectory: true)
    newParents = Self.missingFolders(from: parent)
    lock = try Self.lock(place, for: target)
    self.place = place
    self.isInside = isInside
    files = place.appendingPathComponent("files", isDirectory: true)
    clear()
    // What could not be cleared away would come into the target.
    guard mkdir(files.path, 0o777) == 0 else {
      throw .system("clear the folder", place.path, code: errno)
    }
  }

  deinit {
    clear()
    // The lock's file goes while it is held, lest another's is taken away.
    unlink(place.appendingPathComponent(Self.lockName).path)
    rmdir(place.path)
    close(lock)
    for folder in newParents { rmdir(folder.path) }
  }

  /// A place within the room, for what does not come into the target.
  func scratch(_ name: String) -> URL { place.appendingPathComponent(name) }

  /// Removes all but the lock. Others may be adding a last file each.
  private func clear() {
    for _ in 0..<1000 {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
      let rest = names.filter { $0 != Self.lockName }
      guard !rest.isEmpty else { return }
      for name in rest { try? FileManager.default.removeItem(at: scratch(name)) }
    }
  }

  private static func missingFolders(from parent: URL) -> [URL] {
    let parents = sequence(first: parent) {
      $0.pathComponents.count > 1 ? $0.deletingLastPathComponent() : nil
    }
    return Array(parents.prefix { Files.kind(of: $0) == .nothing })
  }

  /// The open file whose lock is held. The room may be removed by its owner while we enter it.
  private static func lock(_ place: URL, for target: URL) throws(OutputError) -> Int32 {
    let path = place.appendingPathComponent(lockName).path
    for _ in 0..<1000 {
      try Files.makeFolder(place, for: target)
      try requireOwn(place)
      let file = open(path, O_CREAT | O_RDWR | O_NOFOLLOW | O_CLOEXEC, 0o666)
      if file < 0, errno == ENOENT { continue }
      guard file >= 0 else { throw .system("write", target.path, code: errno) }
      if flock(file, LOCK_EX | LOCK_NB) != 0 {
        let code = errno
        close(file)
        throw code == EWOULDBLOCK
          ? .busy(target.path) : .system("lock the folder", target.path, code: code)
      }
      if Files.isOpen(file, at: path) { return file }
      close(file)
    }
    throw .busy(target.path)
  }

  /// Throws where something of this name is not a room of ours.
  private static func requireOwn(_ place: URL) throws(OutputError) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
    guard Files.kind(of: place) != .folder || names.isEmpty || names.contains(lockName) else {
      throw .foreign(place.path)
    }
    guard [.folder, .nothing].contains(Files.kind(of: place)) else { throw .foreign(place.path) }
  }
}
