import ArgumentParser
import DescentKit

/// What a shell offers where a specification is being typed: names, after a colon the settings that
/// are not there yet, after an equals sign the values of those that have few.
struct SpecificationCompletion: Sendable {
  /// Names and other names, in the order of lists.
  let names: @Sendable () -> [String]
  /// The parameters of a name; nil where there is none of that name.
  let parameters: @Sendable (String) -> [ParameterDescription]?

  static let functions = SpecificationCompletion(
    names: { FunctionCatalogue.names },
    parameters: { FunctionCatalogue.current[$0]?.parameterTable })

  static let optimizers = SpecificationCompletion(
    names: { OptimizerCatalogue.names + OptimizerCatalogue.aliases.keys.sorted() },
    parameters: { OptimizerCatalogue.type(named: $0)?.parameterTable })

  /// Functions, and the suites of them.
  static let problems = SpecificationCompletion(
    names: { FunctionCatalogue.names + SuiteCatalogue.current.names },
    parameters: functions.parameters)

  /// Everything that `show` knows.
  static let subjects = SpecificationCompletion(
    names: {
      FunctionCatalogue.names + optimizers.names() + ScheduleCatalogue.names
        + LineSearchCatalogue.names + DataCatalogue.names
    },
    parameters: { functions.parameters($0) ?? optimizers.parameters($0) })

  var kind: CompletionKind {
    .custom { _, _, word in candidates(after: Self.value(in: word)) }
  }

  /// What a word gives an option: fish hands over `--optimizer=adam` whole, and wants what may stand
  /// behind the equals sign.
  static func value(in word: String) -> String {
    guard word.hasPrefix("--"), let equals = word.firstIndex(of: "=") else { return word }
    return String(word[word.index(after: equals)...])
  }

  /// The texts that may stand in the place of what has been typed. In a list the last specification
  /// is completed, and another may begin.
  func candidates(after text: String) -> [String] {
    let pieces = text.split(separator: ",", omittingEmptySubsequences: false)
    let last = pieces.last ?? ""
    let isInside = text.filter { $0 == "(" }.count > text.filter { $0 == ")" }.count
    // Within parentheses the text before the last one opened stays.
    if isInside, let open = text.lastIndex(of: "(") {
      let head = String(text[...open])
      return candidates(after: String(text[text.index(after: open)...])).map { head + $0 }
    }
    let before = String(text.dropLast(last.count))
    if let colon = last.firstIndex(of: ":") {
      let name = String(last[..<colon])
      let head = before + name + ":"
      return settings(of: name, besides: [], String(last[last.index(after: colon)...]))
        .map { head + $0 }
    }
    let more = Self.open(pieces.dropLast()).map { name, given in
      settings(of: name, besides: given, String(last))
    }
    return ((more ?? []) + names().filter { $0.hasPrefix(last) }).map { before + $0 }
  }

  /// `key=` for each that is not given, or `key=value` where the key is there.
  private func settings(of name: String, besides given: Set<String>, _ text: String) -> [String] {
    let table = parameters(name) ?? []
    guard let equals = text.firstIndex(of: "=") else {
      return table.filter { !given.contains($0.name) && $0.name.hasPrefix(text) }
        .map { $0.name + "=" }
    }
    let (key, value) = (text[..<equals], text[text.index(after: equals)...])
    return (table.first { $0.name == key }?.choices ?? []).filter { $0.hasPrefix(value) }
      .map { key + "=" + $0 }
  }

  /// The last specification of a list that has settings, to which another may be added, and what it
  /// has.
  private static func open(
    _ pieces: some Collection<Substring>
  ) -> (name: String, given: Set<String>)? {
    var open: (name: String, given: Set<String>)?
    for piece in pieces {
      if let colon = piece.firstIndex(of: ":") {
        open = (String(piece[..<colon]), [key(piece[piece.index(after: colon)...])])
      } else if piece.contains("=") {
        open?.given.insert(key(piece))
      } else {
        open = nil
      }
    }
    return open
  }

  private static func key(_ setting: Substring) -> String {
    String(setting.prefix { $0 != "=" })
  }
}
