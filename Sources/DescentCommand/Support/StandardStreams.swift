import Foundation

/// Standard input, output and error as a program may be given them: closed, full, or left by their
/// readers.
enum StandardStreams {
  /// To be called before any file is opened.
  ///
  /// A stream that is closed would lend its number to the next file, and messages would go into
  /// that. In its place stands one that cannot be used either, so that errors stay errors. A reader
  /// that leaves is such an error too, not a signal to die of.
  static func configure() {
    for (stream, mode) in [
      (STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY),
    ] where fcntl(stream, F_GETFD) == -1 {
      // The least number that is free is that of the stream.
      _ = open("/dev/null", mode)
    }
    signal(SIGPIPE, SIG_IGN)
  }
}
