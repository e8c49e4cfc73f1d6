import Specifications

/// A race as a YAML file: what a `RaceRequest` says, key by key.
///
///     functions: [beale, himmelblau]
///     optimizers:
///       - sgd:lr=0.002
///       - {optimizer: "adam:lr=0.05", label: Adam, color: "#0072B2"}
///     steps: 300
public struct RaceFile: Sendable {
  /// The version of the keys and of what they mean, which files may tell as `schema`: new keys may
  /// come without a new one.
  public static let schema = 1

  /// What the file says; what it leaves out is nil.
  public let request: RaceRequest
  /// The line of each key.
  let lines: [String: Int]
  let path: String

  /// Reads the text of a file, named in messages by its path.
  ///
  /// - Throws: `RequestFileError`, which names the line, where it says what cannot be said.
  public init(_ text: String, path: String) throws(RequestFileError) {
    var reader = RaceFileReader(path: path)
    try reader.read(text)
    (request, lines, self.path) = (reader.request, reader.lines, path)
  }

  /// What is wrong with a setting, with file and line where the file says it and `given`, which is
  /// said beside it, does not take its place.
  public func located(_ error: SettingError, beside given: RaceRequest) -> any Error {
    guard request.keys(beside: given).contains(error.setting), let line = lines[error.setting]
    else { return error }
    return RequestFileError("\(path):\(line): \(error)")
  }
}
