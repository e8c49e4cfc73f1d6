import Foundation
import Synchronization

/// Where progress, warnings and errors go. What cannot be written is no reason to end.
enum StandardError {
  private static let warnings = Mutex<[String]>([])

  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Writes text as it is, as progress needs; everything else is said or warned of.
  static func write(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// One line about what happened.
  static func say(_ message: String) {
    write("descent: \(TerminalText.line(message))\n")
  }

  /// What should be known of results; said beside them, once, and not at all where an error takes
  /// their place.
  static func warn(_ message: String) {
    warnings.withLock { if !$0.contains(message) { $0.append(message) } }
  }

  /// Begins anew, as each call of the program does.
  static func forgetWarnings() { warnings.withLock { $0 = [] } }

  /// Says what there was to be warned of.
  static func sayWarnings() {
    let messages = warnings.withLock { messages in
      defer { messages = [] }
      return messages
    }
    messages.forEach(say)
  }
}
