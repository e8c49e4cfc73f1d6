import ArgumentParser
import Specifications

/// A value of a closed set, named on the command line; a name that is none is told the nearest.
protocol Choice: Sendable {
  /// The names, or those of them that stand for the others.
  static var choices: [String] { get }

  /// What the value is called.
  var choice: String { get }

  /// - Throws: what is wrong with the name, without repeating it.
  init(choosing name: String) throws(SpecificationError)
}

extension Choice {
  /// What help says beside the words of an option.
  fileprivate static func help(_ help: ArgumentHelp, default value: Self?) -> ArgumentHelp {
    var help = help
    let usual = value.map { "; default: \($0.choice)" } ?? ""
    help.abstract += " (values: \(choices.joined(separator: ", "))\(usual))"
    return help
  }

  @Sendable fileprivate static func read(_ name: String) throws -> Self {
    try Self(choosing: name)
  }
}

extension Choice where Self: CaseIterable & RawRepresentable, RawValue == String {
  static var choices: [String] { allCases.map(\.rawValue) }

  var choice: String { rawValue }

  init(choosing name: String) throws(SpecificationError) {
    guard let value = Self(rawValue: name) else { throw .hint(for: name, among: Self.choices) }
    self = value
  }
}

/// A choice among all values there are, by their names.
protocol NamedChoice: Choice {
  static var all: [Self] { get }
  var name: String { get }
}

extension NamedChoice {
  static var choices: [String] { all.map(\.name) }

  var choice: String { name }

  init(choosing name: String) throws(SpecificationError) {
    guard let value = Self.all.first(where: { $0.name == name }) else {
      throw .hint(for: name, among: Self.choices)
    }
    self = value
  }
}

// MARK: - As options and arguments

extension Option where Value: Choice {
  init(wrappedValue: Value, name: NameSpecification = .long, help: ArgumentHelp) {
    self.init(
      wrappedValue: wrappedValue, name: name, help: Value.help(help, default: wrappedValue),
      completion: .list(Value.choices), transform: Value.read)
  }
}

extension Option {
  init<Wrapped: Choice>(name: NameSpecification = .long, help: ArgumentHelp)
  where Value == Wrapped? {
    self.init(
      name: name, help: Wrapped.help(help, default: nil), completion: .list(Wrapped.choices),
      transform: Wrapped.read)
  }
}

extension Argument where Value: Choice {
  init(wrappedValue: Value, help: ArgumentHelp) {
    self.init(
      wrappedValue: wrappedValue, help: Value.help(help, default: wrappedValue),
      completion: .list(Value.choices), transform: Value.read)
  }
}
