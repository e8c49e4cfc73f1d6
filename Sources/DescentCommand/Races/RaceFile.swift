import Foundation

/// A race as a YAML file: what the options say, under their names, line by line.
///
///     functions: [beale, himmelblau]
///     optimizers:
///       - sgd:lr=0.002
///       - {optimizer: "adam:lr=0.05", label: Adam, color: "#0072B2"}
///     steps: 300
///
/// A file is read as the command-line arguments that it stands for, so that it can say whatever they
/// can, and no more.
struct RaceFile {
  /// What the file says, as arguments of `descent race`.
  let arguments: [String]
  /// Where the file says so: the first line of each option.
  let lines: [String: Int]
  let path: String

  /// Reads a file.
  ///
  /// - Throws: `Failure` with code 66 where there is none, 65 where it says what cannot be said; the
  ///   message names the line.
  init(at path: String) throws {
    let data = try InputFile.read(path, expected: "a YAML file with a race")
    guard let text = String(bytes: data, encoding: .utf8) else {
      throw Failure(.badData, "\(path): the file is not UTF-8 text")
    }
    try self.init(text, path: path)
  }

  /// Reads the text of a file, named in messages by its path.
  init(_ text: String, path: String) throws {
    self.path = path
    var reader = RaceFileReader(path: path)
    try reader.read(text)
    arguments = reader.arguments
    lines = reader.lines
  }
}
