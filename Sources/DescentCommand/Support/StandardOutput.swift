import Foundation

/// What is printed.
enum StandardOutput {
  /// Throws where something that was printed could not be written.
  static func finish() throws {
    guard fflush(nil) == 0 else {
      throw Failure(
        .cannotWrite,
        "cannot write to standard output: \(String(cString: strerror(errno)))")
    }
  }
}
