import ArgumentParser
import DescentKit

// What requests may say, as options.

extension Option {
  init<Root, Wrapped>(_ setting: Setting<Root, Wrapped>) where Value == Wrapped? {
    self.init(
      name: .customLong(setting.name), parsing: setting.parsing, help: setting.argumentHelp,
      completion: setting.completion, transform: setting.read)
  }

  /// Lists that may be given several times.
  init<Root, Element>(_ setting: Setting<Root, [Element]>) where Value == [[Element]] {
    self.init(
      wrappedValue: [], name: .customLong(setting.name), help: setting.argumentHelp,
      completion: setting.completion, transform: setting.read)
  }

  init<Root, Element>(_ setting: ListSetting<Root, Element>) where Value == [Element] {
    self.init(
      wrappedValue: [], name: .customLong(setting.name),
      help: ArgumentHelp(stringLiteral: setting.help),
      transform: { try Element(spelling: $0) })
  }
}

extension Setting {
  fileprivate var parsing: SingleValueParsingStrategy { mayBeginWithMinus ? .unconditional : .next }

  fileprivate var completion: CompletionKind? { choices.isEmpty ? nil : .list(choices) }

  /// With the values, where they are a closed set, and the usual one.
  fileprivate var argumentHelp: ArgumentHelp {
    let notes = [
      choices.isEmpty ? nil : "values: \(choices.joined(separator: ", "))",
      fallback.map { "default: \($0)" },
    ].compactMap { $0 }
    let tail = notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))"
    var argumentHelp = ArgumentHelp(stringLiteral: help + tail)
    argumentHelp.valueName = placeholder
    return argumentHelp
  }
}

// MARK: - Closed sets that belong to one command

extension Choice {
  fileprivate static func help(_ help: ArgumentHelp, default value: Self?) -> ArgumentHelp {
    var help = help
    let usual = value.map { "; default: \($0.spelling)" } ?? ""
    help.abstract += " (values: \(choices.joined(separator: ", "))\(usual))"
    return help
  }

  @Sendable fileprivate static func read(_ name: String) throws -> Self {
    try Self(spelling: name)
  }
}

extension Option where Value: Choice {
  init(wrappedValue: Value, name: NameSpecification = .long, help: ArgumentHelp) {
    self.init(
      wrappedValue: wrappedValue, name: name, help: Value.help(help, default: wrappedValue),
      completion: .list(Value.choices), transform: Value.read)
  }
}

extension Option {
  init<Chosen: Choice>(
    name: NameSpecification = .long, help: ArgumentHelp
  ) where Value == Chosen? {
    self.init(
      name: name, help: Chosen.help(help, default: nil), completion: .list(Chosen.choices),
      transform: Chosen.read)
  }
}

extension Argument where Value: Choice {
  init(wrappedValue: Value, help: ArgumentHelp) {
    self.init(
      wrappedValue: wrappedValue, help: Value.help(help, default: wrappedValue),
      completion: .list(Value.choices), transform: Value.read)
  }
}

extension Argument {
  init<Chosen: Choice>(help: ArgumentHelp) where Value == Chosen? {
    self.init(
      help: Chosen.help(help, default: nil), completion: .list(Chosen.choices),
      transform: Chosen.read)
  }
}

// MARK: - Numbers that belong to one command

// A value that begins with a minus is a number too, to be told that it is out of range.

extension Option where Value: RangedNumber {
  init(
    wrappedValue: Value, name: NameSpecification = .long, help: ArgumentHelp,
    range: NumberRange<Value>
  ) {
    var help = help
    help.abstract += " (default: \(wrappedValue.digits))"
    self.init(
      wrappedValue: wrappedValue, name: name, parsing: .unconditional, help: help,
      transform: range.read)
  }
}

extension Option {
  init<Number: RangedNumber>(
    name: NameSpecification = .long, help: ArgumentHelp, range: NumberRange<Number>
  ) where Value == Number? {
    self.init(name: name, parsing: .unconditional, help: help, transform: range.read)
  }
}
