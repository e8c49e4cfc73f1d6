/// The arguments as the parser should see them.
enum Arguments {
  /// What the program was called with, without its name.
  @TaskLocal static var given: [String] = []

  /// An expression that begins with a minus, as -x^2, would be taken for an option; a space before
  /// it makes it a value. A race's file is read, and what it says stands before what else is given.
  static func prepared(_ arguments: some Sequence<String>) throws -> [String] {
    let all = arguments.map { isExpression($0) ? " " + $0 : $0 }
    try requireOnce(all)
    try requireValues(all)
    guard let path = racePath(in: all) else { return all }
    return ["race"] + (try RaceFile(at: path).arguments(beside: Array(all.dropFirst())))
      + all.dropFirst()
  }

  /// What went wrong, with file and line where it is about what a race's file says.
  static func located(_ error: any Error, in arguments: some Sequence<String>) -> any Error {
    let all = Array(arguments)
    guard let path = racePath(in: all), let file = try? RaceFile(at: path) else { return error }
    return file.located(error, beside: Array(all.dropFirst()))
  }

  /// Options with their values, as of a command whose options all take one; what is none names a
  /// function.
  static func pairs(_ arguments: [String]) -> [(key: String, value: String)] {
    var result: [(key: String, value: String)] = []
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      guard let (name, value) = option(argument) else {
        result.append(("functions", argument))
        continue
      }
      result.append((name, value ?? rest.popFirst() ?? ""))
    }
    return result
  }

  /// Options that may be given several times.
  private static let repeatable = RaceOptions.repeatable + ["at"]

  /// Throws where an option is given again, whose first value would not be looked at.
  private static func requireOnce(_ arguments: [String]) throws {
    var known: Set<String> = []
    for (name, _) in arguments.prefix(while: { $0 != "--" }).compactMap(option)
    where !repeatable.contains(name) && !known.insert(name).inserted {
      throw Failure(.usage, "--\(name) is given more than once; expected one")
    }
  }

  /// Throws where the value of an option is empty. Where nothing follows an equals sign the parser
  /// would take the next argument.
  private static func requireValues(_ arguments: [String]) throws {
    let options = arguments.prefix { $0 != "--" }
    for (argument, next) in zip(options, options.dropFirst() + ["--"]) {
      guard let (name, value) = option(argument), name != "file" else { continue }
      guard value != "" else {
        throw Failure(.usage, "--\(name)= has no value; expected one after the equals sign")
      }
      guard value != nil || !next.isEmpty else {
        throw Failure(.usage, "--\(name) '' is empty; expected a value")
      }
    }
  }

  /// The path of a race's file.
  private static func racePath(in arguments: [String]) -> String? {
    guard arguments.first == "race" else { return nil }
    let path = pairs(Array(arguments.dropFirst())).last { $0.key == "file" }?.value
    // Where the option ends the line the parser says that its value is missing.
    return path == "" && arguments.last == "--file" ? nil : path
  }

  /// The name of an option, and its value where an equals sign joins them.
  private static func option(_ argument: String) -> (name: String, value: String?)? {
    guard argument.hasPrefix("--") else { return nil }
    let parts = argument.dropFirst(2).split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    return (String(parts[0]), parts.count == 2 ? String(parts[1]) : nil)
  }

  private static func isExpression(_ argument: String) -> Bool {
    argument.hasPrefix("-") && !argument.hasPrefix("--")
      && argument.contains { "^*/()[".contains($0) }
  }
}
