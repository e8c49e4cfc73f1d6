import Foundation

/// The hidden places beside a target in which processes prepare what is to be there, file or folder:
/// `.TARGET.partial-PROCESS-MARK`.
struct StagingName {
  private let parent: URL
  private let prefix: String

  init(of target: URL) {
    parent = target.deletingLastPathComponent()
    prefix = ".\(target.lastPathComponent).partial-"
  }

  /// A place where nothing is yet.
  var fresh: URL {
    let process = ProcessInfo.processInfo.processIdentifier
    let mark = UUID().uuidString.prefix(8).lowercased()
    return parent.appendingPathComponent("\(prefix)\(process)-\(mark)")
  }

  /// What a process that was killed has left behind.
  func removeThoseOfDeadProcesses() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []
    for name in names where name.hasPrefix(prefix) {
      let parts = name.dropFirst(prefix.count).split(separator: "-")
      guard parts.count == 2, let process = pid_t(parts[0]), process > 0 else { continue }
      guard kill(process, 0) != 0, errno == ESRCH else { continue }
      try? FileManager.default.removeItem(at: parent.appendingPathComponent(name))
    }
  }
}
