import Foundation

/// What is read: files, pipes and devices alike, and standard input.
enum InputFile {
  /// The most bytes of one input.
  private static let most = 1 << 30

  /// The bytes of the file at a path.
  ///
  /// - Parameter expected: what it should be, for the error.
  /// - Throws: `Failure` with code 66 where it cannot be read, 65 where there is no end to it.
  static func read(_ path: String, expected: String) throws(Failure) -> Data {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw unreadable("'\(path)'", expected) }
    defer { close(file) }
    return try bytes(of: file, named: "'\(path)'", expected: expected)
  }

  /// The text of the file at a path.
  ///
  /// - Throws: as `read`, and with code 65 where it is no UTF-8 text.
  static func text(_ path: String, expected: String) throws(Failure) -> String {
    let data = try read(path, expected: expected)
    guard let text = String(bytes: data, encoding: .utf8) else {
      throw Failure(.badData, "\(path): the file is not UTF-8 text")
    }
    return text
  }

  static func standardInput(expected: String) throws(Failure) -> Data {
    try bytes(of: STDIN_FILENO, named: "standard input", expected: expected)
  }

  private static func bytes(
    of file: Int32, named name: String, expected: String
  ) throws(Failure) -> Data {
    var data = Data()
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Foundation.read(file, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw unreadable(name, expected) }
      guard count > 0 else { return data }
      guard data.count + count <= most else {
        throw Failure(.badData, "\(name) is longer than \(most) bytes; expected \(expected)")
      }
      data.append(contentsOf: piece[..<count])
    }
  }

  private static func unreadable(_ name: String, _ expected: String) -> Failure {
    let reason = String(cString: strerror(errno))
    return Failure(.missingInput, "cannot read \(name): \(reason); expected \(expected)")
  }
}
