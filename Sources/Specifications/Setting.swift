/// One of the things that a request may say, as a command's option, a key of a file, or a control
/// of a page: what it is called, what it means, and how its value is written.
public struct Setting<Root: Sendable, Value: Sendable>: Sendable {
  /// "gradient-tolerance", as options and keys are called.
  public let name: String
  /// A sentence.
  public let help: String
  /// What stands for a value in a help text; the name unless given.
  public let placeholder: String?
  /// The values, where they are a closed set; empty otherwise.
  public let choices: [String]
  /// What the values are, for schemas and tables.
  public let values: SettingValues
  /// What holds where nothing is said, where a word tells it.
  public let fallback: String?
  /// Whether values may begin with a minus, which elsewhere begins an option.
  public let mayBeginWithMinus: Bool
  let path: WritableKeyPath<Root, Value?> & Sendable
  /// - Throws: what was expected, without name and text, which stand beside it.
  public let read: @Sendable (String) throws(SpecificationError) -> Value
  private let spelling: @Sendable (Value) -> String

  private init(
    _ name: String, _ path: WritableKeyPath<Root, Value?> & Sendable, placeholder: String?,
    choices: [String] = [], values: SettingValues = .text, fallback: String?,
    mayBeginWithMinus: Bool, help: String,
    read: @escaping @Sendable (String) throws(SpecificationError) -> Value,
    spelling: @escaping @Sendable (Value) -> String
  ) {
    (self.name, self.path, self.placeholder) = (name, path, placeholder)
    (self.choices, self.fallback, self.help) = (choices, fallback, help)
    self.values = values
    self.mayBeginWithMinus = mayBeginWithMinus
    (self.read, self.spelling) = (read, spelling)
  }
}

extension Setting where Value: Spelled {
  /// - Parameters:
  ///   - path: where a request holds the value; nil there says nothing.
  ///   - fallback: what holds where nothing is said.
  ///   - placeholder: what stands for a value in a help text; the name unless given.
  ///   - help: a sentence.
  public init(
    _ name: String, _ path: WritableKeyPath<Root, Value?> & Sendable, fallback: Value? = nil,
    placeholder: String? = nil, mayBeginWithMinus: Bool = false, _ help: String
  ) {
    self.init(
      name, path, placeholder: placeholder, fallback: fallback?.spelling,
      mayBeginWithMinus: mayBeginWithMinus, help: help,
      read: { text throws(SpecificationError) in try Value(spelling: text) },
      spelling: \.spelling)
  }
}

extension Setting where Value == String {
  /// The same for words, which are not empty.
  public init(
    words name: String, _ path: WritableKeyPath<Root, Value?> & Sendable, _ help: String
  ) {
    self.init(
      name, path, placeholder: nil, fallback: nil, mayBeginWithMinus: false, help: help,
      read: { text throws(SpecificationError) in
        guard !text.isBlank else { throw SpecificationError("expected a word or more") }
        return text
      },
      spelling: \.spelling)
  }
}

extension String {
  /// Whether there is nothing to be read.
  public var isBlank: Bool { allSatisfy(\.isWhitespace) }
}

extension Setting where Value: Choice {
  /// The same for a value of a closed set, whose names are its `choices`.
  public init(
    _ name: String, _ path: WritableKeyPath<Root, Value?> & Sendable, fallback: Value? = nil,
    placeholder: String? = nil, _ help: String
  ) {
    self.init(
      name, path, placeholder: placeholder, choices: Value.choices,
      values: Value.hasNoOthers ? .choice(Value.choices) : .text, fallback: fallback?.spelling,
      mayBeginWithMinus: false, help: help,
      read: { text throws(SpecificationError) in try Value(spelling: text) },
      spelling: \.spelling)
  }
}

extension Setting where Value: RangedNumber {
  /// The same for a number within a range, which may begin with a minus.
  public init(
    _ name: String, _ path: WritableKeyPath<Root, Value?> & Sendable, _ range: NumberRange<Value>,
    fallback: Value? = nil, placeholder: String? = nil, _ help: String
  ) {
    self.init(
      name, path, placeholder: placeholder, values: range.values, fallback: fallback?.digits,
      mayBeginWithMinus: true, help: help,
      read: { text throws(SpecificationError) in try range.read(text) }, spelling: \.digits)
  }
}

/// What the values of a setting are.
public enum SettingValues: Hashable, Sendable {
  /// Numbers from `low` to `high`, both among them, in digits.
  case number(isWhole: Bool, low: String, high: String)
  /// These and no others.
  case choice([String])
  /// What the setting's own rules take.
  case text
}

// MARK: - In a request

/// A setting whatever its values are.
public protocol AnySetting<Root>: Sendable {
  /// The request.
  associatedtype Root: Sendable
  /// The key in files, and the option without its dashes.
  var name: String { get }
  /// A sentence on what the value says.
  var help: String { get }
  /// What the values are.
  var values: SettingValues { get }
  /// What holds where nothing is said, where a word tells it.
  var fallback: String? { get }

  /// Makes the request say what a text writes.
  func read(_ text: String, into request: inout Root) throws(SpecificationError)

  /// How the value in a request is written; nil where it says nothing.
  func spelling(in request: Root) -> String?

  /// Makes a request say what another says.
  func copy(from other: Root, into request: inout Root)

  /// Whether the values are given one by one.
  var isList: Bool { get }

  /// How each value in a request is written, where they are given one by one; nil where it says
  /// nothing.
  func items(in request: Root) -> [String]?
}

extension AnySetting {
  /// Texts, unless told.
  public var values: SettingValues { .text }

  /// No word tells it, unless told.
  public var fallback: String? { nil }

  /// One value, unless told.
  public var isList: Bool { false }

  /// The value alone.
  public func items(in request: Root) -> [String]? { spelling(in: request).map { [$0] } }
}

extension Setting: AnySetting {
  public func read(_ text: String, into request: inout Root) throws(SpecificationError) {
    request[keyPath: path] = try read(text)
  }

  public func spelling(in request: Root) -> String? {
    request[keyPath: path].map(spelling)
  }

  public func copy(from other: Root, into request: inout Root) {
    request[keyPath: path] = other[keyPath: path]
  }
}

/// A setting whose values are given one by one, as the nth for the nth of something.
public struct ListSetting<Root: Sendable, Element: Spelled>: AnySetting {
  public let name: String
  /// A sentence on what the values say.
  public let help: String
  let path: WritableKeyPath<Root, [Element]?> & Sendable

  /// - Parameters:
  ///   - path: where a request holds the values, in their order; nil there says nothing.
  ///   - help: a sentence.
  public init(
    _ name: String, _ path: WritableKeyPath<Root, [Element]?> & Sendable, _ help: String
  ) {
    (self.name, self.path, self.help) = (name, path, help)
  }

  /// Adds a value.
  ///
  /// - Throws: what was expected, as `Element` does.
  public func read(_ text: String, into request: inout Root) throws(SpecificationError) {
    request[keyPath: path] = (request[keyPath: path] ?? []) + [try Element(spelling: text)]
  }

  public func spelling(in request: Root) -> String? {
    items(in: request)?.joined(separator: ",")
  }

  public var isList: Bool { true }

  public func items(in request: Root) -> [String]? {
    request[keyPath: path]?.map(\.spelling)
  }

  public func copy(from other: Root, into request: inout Root) {
    request[keyPath: path] = other[keyPath: path]
  }
}

/// A setting of a part of a request.
public struct PartSetting<Whole: Sendable, Part: Sendable>: AnySetting {
  /// The request, of which the part holds the value.
  public typealias Root = Whole
  let setting: any AnySetting<Part>
  let part: WritableKeyPath<Whole, Part> & Sendable

  /// - Parameter part: where the whole request holds the part that the setting is of.
  public init(
    _ setting: any AnySetting<Part>, of part: WritableKeyPath<Whole, Part> & Sendable
  ) {
    (self.setting, self.part) = (setting, part)
  }

  public var name: String { setting.name }
  public var help: String { setting.help }
  public var values: SettingValues { setting.values }
  public var fallback: String? { setting.fallback }

  public func read(_ text: String, into request: inout Whole) throws(SpecificationError) {
    try setting.read(text, into: &request[keyPath: part])
  }

  public func spelling(in request: Whole) -> String? {
    setting.spelling(in: request[keyPath: part])
  }

  public var isList: Bool { setting.isList }

  public func items(in request: Whole) -> [String]? {
    setting.items(in: request[keyPath: part])
  }

  public func copy(from other: Whole, into request: inout Whole) {
    setting.copy(from: other[keyPath: part], into: &request[keyPath: part])
  }
}
