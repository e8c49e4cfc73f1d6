import DescentKit

/// The arguments as the parser should see them.
enum Arguments {
  /// Those that the program was called with, its name not among them.
  @TaskLocal static var given: [String] = []

  /// Arguments without some options and what they are given.
  ///
  /// - Parameters:
  ///   - options: the names of options with a value.
  ///   - flags: those of options without.
  static func without(
    _ options: Set<String>, flags: Set<String>, in arguments: some Sequence<String>
  ) -> [String] {
    var rest = Array(arguments)[...]
    var kept: [String] = []
    while let argument = rest.popFirst() {
      // Two dashes end the options.
      if argument == "--" { return kept + [argument] + rest }
      guard let (name, value) = option(argument), options.union(flags).contains(name) else {
        kept.append(argument)
        continue
      }
      if value == nil, options.contains(name) { _ = rest.popFirst() }
    }
    return kept
  }

  /// An expression that begins with a minus, as -x^2, would be taken for an option; a space before
  /// it makes it a value.
  static func prepared(_ arguments: some Sequence<String>) throws -> [String] {
    let all = arguments.map { isExpression($0) ? " " + $0 : $0 }
    try requireOnce(all)
    try requireValues(all)
    return all
  }

  /// Options that may be given several times; a run has one optimizer.
  private static func repeatable(in command: String?) -> Set<String> {
    let lists = Set(RaceSettings.all.filter(\.isList).map(\.name)).union(["overlay", "at", "over"])
    return command == "run" ? lists : lists.union(["optimizer"])
  }

  /// Throws where an option is given again, whose first value would not be looked at.
  private static func requireOnce(_ arguments: [String]) throws {
    let repeatable = repeatable(in: arguments.first)
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
      guard let (name, value) = option(argument) else { continue }
      guard value != "" else {
        throw Failure(.usage, "--\(name)= has no value; expected one after the equals sign")
      }
      guard value != nil || !next.isEmpty else {
        throw Failure(.usage, "--\(name) '' is empty; expected a value")
      }
    }
  }

  /// The name of an option, and its value where an equals sign joins them.
  private static func option(_ argument: String) -> (name: String, value: String?)? {
    guard argument.hasPrefix("--") else { return nil }
    let parts = argument.dropFirst(2).split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    return (String(parts[0]), parts.count == 2 ? String(parts[1]) : nil)
  }

  /// By a sign that no option has, or because it is one: -x+y, but neither -h nor -2.
  private static func isExpression(_ argument: String) -> Bool {
    guard argument.hasPrefix("-"), !argument.hasPrefix("--") else { return false }
    return argument.contains { "^*/()[".contains($0) }
      || NumberText.parse(argument) == nil
        && (try? FunctionCatalogue.function(argument)) != nil
  }
}
