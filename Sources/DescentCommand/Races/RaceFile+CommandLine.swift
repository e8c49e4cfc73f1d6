/// A file and what the command line says beside it.
extension RaceFile {
  /// The arguments that stay beside those of the command line: what is said there takes the place
  /// of what the file says. With functions go their starts, with optimizers their labels and
  /// colours.
  func arguments(beside given: [String]) -> [String] {
    let replaced = Self.keys(replacedBy: given)
    return arguments.filter { argument in
      Arguments.pairs([argument]).allSatisfy { !replaced.contains($0.key) }
    }
  }

  /// An error as of bad data, with file and line, where it begins with an option that the file gives;
  /// else as it is.
  func located(_ error: any Error, beside given: [String]) -> any Error {
    let (code, message) = Failure.describe(error)
    guard code == Failure.Code.usage.rawValue, message.hasPrefix("--") else { return error }
    let words = message.dropFirst(2)
    let key = String(words.prefix { $0.isLetter || $0 == "-" })
    guard let line = lines[key], !Self.keys(replacedBy: given).contains(key) else { return error }
    return Failure(.badData, "\(path):\(line): \(words.replacing("'--", with: "'"))")
  }

  private static func keys(replacedBy given: [String]) -> Set<String> {
    let companions = [
      "functions": ["start"], "optimizer": ["label", "color"], "start": ["starts"],
      "starts": ["start"],
    ]
    return Set(Arguments.pairs(given).flatMap { [$0.key] + (companions[$0.key] ?? []) })
  }
}
