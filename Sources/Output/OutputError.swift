import Foundation

/// Why files could not be put where they belong: one line that names the path and what to do.
public struct OutputError: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String

  /// - Parameter description: one line that names the path and what to do.
  public init(_ description: String) {
    self.description = description
  }

  static func foreign(_ path: String) -> Self {
    Self("'\(path)' was not written by Descent; move it away or choose another output")
  }

  static func changed(_ path: String) -> Self {
    Self("'\(path)' is not as Descent wrote it; move it away or choose another output")
  }

  static func exists(_ path: String) -> Self {
    Self("'\(path)' is there already with other content; move it away or choose another name")
  }

  static func busy(_ path: String) -> Self {
    Self("'\(path)' is being written by another run; wait for it or choose another output")
  }

  static func withdrawn(_ path: String) -> Self {
    Self("'\(path)' is given up already; nothing more can be written")
  }

  static func twice(_ path: String) -> Self {
    Self("'\(path)' is written twice; choose another name")
  }

  static func notAFolder(_ path: String) -> Self {
    Self("'\(path)' is not a folder; choose another output")
  }

  static func badName(_ name: String) -> Self {
    Self("'\(name)' does not name a file within the output folder; choose another name")
  }

  /// A system call failed; `code` is its errno.
  static func system(_ action: String, _ path: String, code: Int32) -> Self {
    let reason = String(cString: strerror(code))
    let advice = code == ENOSPC ? "free some space" : "check the folder or choose another output"
    return Self("cannot \(action) '\(path)': \(reason); \(advice)")
  }
}
