/// The arguments as the parser should see them.
enum Arguments {
  /// An expression that begins with a minus, as -x^2, would be taken for an option; a space before
  /// it makes it a value. A race's file is read, and stands before what else is given.
  static func prepared(_ arguments: some Sequence<String>) throws -> [String] {
    let all = arguments.map { isExpression($0) ? " " + $0 : $0 }
    guard all.first == "race", let path = value(of: "--file", in: all) else { return all }
    return try ["race"] + RaceFile(at: path).arguments + all.dropFirst()
  }

  private static func value(of option: String, in arguments: [String]) -> String? {
    if let joined = arguments.last(where: { $0.hasPrefix(option + "=") }) {
      return String(joined.dropFirst(option.count + 1))
    }
    guard let index = arguments.lastIndex(of: option), index + 1 < arguments.count else {
      return nil
    }
    return arguments[index + 1]
  }

  private static func isExpression(_ argument: String) -> Bool {
    argument.hasPrefix("-") && !argument.hasPrefix("--")
      && argument.contains { "^*/()[".contains($0) }
  }
}
