/// A value that a specification can name and configure: a function, an optimizer's settings, a
/// schedule.
///
/// `init()` gives the defaults. Printing with `specification` names only what differs from them,
/// so that a printed specification parses back to an equal value.
public protocol Specified: Sendable {
  /// The name in specifications, lower case with hyphens.
  static var name: String { get }
  /// In the order in which positional arguments go to them, each name once.
  static var parameters: [Parameter<Self>] { get }
  /// The defaults.
  init()
  /// The specification that gives back this value. A requirement, so that a value may print as
  /// something other than its name and parameters.
  var specification: Specification { get }
  /// Checks the parameters against each other and derives what depends on several of them. Called
  /// once, after all are set.
  mutating func resolve() throws(SpecificationError)
}

extension Specified {
  /// Accepts what the parameters accept one by one.
  public mutating func resolve() throws(SpecificationError) {}

  /// The defaults changed by `specification`: positional arguments go to the parameters in their
  /// order of declaration, the others by key.
  ///
  /// - Throws: where a key is unknown or given twice, a value is not accepted, or there are too
  ///   many.
  public init(_ specification: Specification) throws(SpecificationError) {
    self.init()
    try assign(specification)
  }

  /// Changes what `specification` sets, as `init` does; its name does not matter.
  ///
  /// - Throws: as `init` does; what was set until then stays set.
  public mutating func assign(_ specification: Specification) throws(SpecificationError) {
    let parameters = Self.parameters
    var seen: Set<String> = []
    let entries = Self.gathered(specification.arguments(knowing: Self.keys))
    for (index, entry) in (entries + specification.settings).enumerated() {
      let parameter: Parameter<Self>
      if let key = entry.key {
        guard let found = parameters.first(where: { $0.isCalled(key) }) else {
          throw Self.unknownKey(key)
        }
        parameter = found
      } else {
        guard index < parameters.count else {
          throw SpecificationError(
            "\(Self.name) takes at most \(parameters.count) arguments: '\(specification)'")
        }
        parameter = parameters[index]
      }
      guard seen.insert(parameter.name).inserted else {
        throw SpecificationError("\(Self.name): '\(parameter.name)' is given twice")
      }
      if let expected = parameter.assign(&self, entry.value) {
        throw Self.refused(entry.key ?? parameter.name, entry.value, expected)
      }
    }
    try resolve()
  }

  /// Throws where a parameter has a value that no specification could give it, as one set in code
  /// may.
  public func validate() throws(SpecificationError) {
    for parameter in Self.parameters {
      if let expected = parameter.check(self) {
        throw Self.refused(parameter.name, parameter.text(self), expected)
      }
    }
    var copy = self
    try copy.resolve()
  }

  private static func refused(
    _ key: String, _ value: String, _ expected: String
  ) -> SpecificationError {
    SpecificationError("\(name): \(key)=\(value) is not accepted; expected \(expected)")
  }

  /// Every key that specifications may use: the names of the parameters, then their aliases.
  public static var keys: [String] { parameters.map(\.name) + parameters.flatMap(\.aliases) }

  /// The name of the parameter that a key stands for; the key itself where it stands for none.
  public static func parameterName(of key: String) -> String {
    parameters.first { $0.isCalled(key) }?.name ?? key
  }

  /// The name, with the parameters that differ from the defaults.
  public var specification: Specification {
    Specification(name: Self.name, settings: changedSettings)
  }

  /// The specification of a value made of others, which the parameter `key` holds: these first,
  /// without a key, then what else differs from the defaults.
  ///
  /// - Parameter inside: the values inside, as `nested` writes them. Each is written by the caller
  ///   and nowhere else: a second time at every level, the work would double with each.
  public func specification(
    around inside: [String], heldBy key: String = "of"
  ) -> Specification {
    let inside = inside.map { Specification.Entry(key: nil, value: $0) }
    return Specification(name: Self.name, arguments: inside + changedSettings(besides: key))
  }

  /// The parameters that differ from the defaults, in order of declaration.
  public var changedSettings: [Specification.Entry] { changedSettings(besides: nil) }

  /// The same without the parameter `key`, whose text is not made.
  func changedSettings(besides key: String?) -> [Specification.Entry] {
    let defaults = Self()
    return Self.parameters.filter { $0.name != key }.compactMap { parameter in
      let text = parameter.text(self)
      return text == parameter.text(defaults)
        ? nil : Specification.Entry(key: parameter.name, value: text)
    }
  }

  /// Name, symbol, default, range, summary and aliases of each parameter, for lists and tables.
  public static var parameterTable: [ParameterDescription] { Self().parameterTable }

  /// The same with the values that the parameters have here.
  public var parameterTable: [ParameterDescription] {
    let defaults = Self()
    return Self.parameters.map {
      ParameterDescription(
        name: $0.name, symbol: $0.symbol, default: $0.text(defaults), value: $0.text(self),
        range: $0.range, choices: $0.choices, summary: $0.summary, aliases: $0.aliases)
    }
  }

  /// The entries; where a parameter takes all positional ones, as one entry of that parameter.
  private static func gathered(_ entries: [Specification.Entry]) -> [Specification.Entry] {
    guard let name = parameters.first(where: \.takesPositional)?.name else { return entries }
    let elements = entries.filter { $0.key == nil }.map { entry in
      (try? Specification(parsing: entry.value))?.nested ?? entry.value
    }
    guard !elements.isEmpty else { return entries }
    let list = Specification.Entry(key: name, value: elements.joined(separator: "/"))
    return [list] + entries.filter { $0.key != nil }
  }

  private static func unknownKey(_ key: String) -> SpecificationError {
    guard !keys.isEmpty else {
      return SpecificationError("\(name) has no parameters, so '\(key)' is unknown")
    }
    if let meant = KeySynonyms.meant(by: key).first(where: keys.contains) {
      return SpecificationError("unknown parameter of \(name) '\(key)'; did you mean \(meant)?")
    }
    return .unknown("parameter of \(name)", key, among: keys)
  }
}

/// What a list or a table shows of a parameter.
public struct ParameterDescription: Hashable, Sendable {
  /// The key in specifications.
  public let name: String
  /// The symbol of the literature, as `β₁`.
  public let symbol: String
  /// What it is unless given, as a specification writes it.
  public let `default`: String
  /// What it is here, as a specification writes it.
  public let value: String
  /// The values that are accepted: `[0, 1)`, `true or false`.
  public let range: String
  /// The values, where they are a closed set; empty otherwise.
  public let choices: [String]
  /// One line that says what the parameter does.
  public let summary: String
  /// Other keys for it, which no printed specification uses.
  public let aliases: [String]
}
