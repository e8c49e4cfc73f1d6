import Foundation

/// Standard output and standard error of this process, as files that are read after each call.
struct CapturedStreams {
  private let outputPath: String
  private let errorPath: String

  /// From here on nothing comes out of the process by them, and nothing into it by standard input.
  init(in scratch: Scratch) throws {
    outputPath = try scratch.write([], as: "stdout")
    errorPath = try scratch.write([], as: "stderr")
    for (path, stream) in [
      ("/dev/null", STDIN_FILENO), (outputPath, STDOUT_FILENO), (errorPath, STDERR_FILENO),
    ] {
      let file = open(path, O_RDWR | O_APPEND)
      dup2(file, stream)
      close(file)
    }
  }

  /// Forgets what the calls before have written.
  func begin() {
    for stream in [STDOUT_FILENO, STDERR_FILENO] { ftruncate(stream, 0) }
  }

  /// What was printed.
  var output: String {
    fflush(nil)
    return Self.text(of: outputPath)
  }

  /// What was said on standard error.
  var error: String { Self.text(of: errorPath) }

  private static func text(of path: String) -> String {
    String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
  }
}
