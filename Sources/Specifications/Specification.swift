/// A parsed spec string: `name(argument,key=value):key=value,key=value`.
///
/// Functions, optimizers and schedules are all named this way. Values stay text here, with
/// balanced parentheses, so that a value may itself be a specification: in
/// `sgd:lr=power(0.1,r=20)` the value of `lr` is `power(0.1,r=20)`.
public struct Specification: Hashable, Sendable {
  /// One entry of a list in a specification; positional where `key` is nil.
  public struct Entry: Hashable, Sendable {
    /// The parameter; nil where its place in the list tells it.
    public let key: String?
    /// As written, with balanced parentheses.
    public let value: String

    /// A value, for a parameter or, where `key` is nil, for a place.
    public init(key: String?, value: String) {
      self.key = key
      self.value = value
    }
  }

  /// What is called so: a function, an optimizer, a schedule.
  public let name: String
  /// What stands in parentheses after the name.
  public let arguments: [Entry]
  /// What stands after the colon. Every entry has a key.
  public let settings: [Entry]

  /// - Parameters:
  ///   - arguments: what stands in parentheses after the name.
  ///   - settings: what stands after the colon, each with a key.
  public init(name: String, arguments: [Entry] = [], settings: [Entry] = []) {
    self.name = name
    self.arguments = arguments
    self.settings = settings
  }

  /// Parses `text`. Throws where parentheses do not balance, a name is missing, or an entry after
  /// the colon is not `key=value`.
  public init(parsing text: String) throws(SpecificationError) {
    let source = Substring(text.trimmingSpaces())
    try Self.requireBalance(source)
    let parts = source.split(separator: ":", outside: true, maxSplits: 1)
    var head = parts.first ?? ""
    var arguments: [Entry] = []
    if head.last == ")", let open = head.firstIndex(of: "(") {
      let inside = head[head.index(after: open)...].dropLast()
      arguments = inside.isEmpty ? [] : inside.split(separator: ",", outside: true).map(Entry.init)
      head = head[..<open]
    }
    let name = head.trimmingSpaces()
    try Self.requireName(name, in: text)
    var settings: [Entry] = []
    if parts.count == 2, !parts[1].trimmingSpaces().isEmpty {
      for piece in parts[1].split(separator: ",", outside: true) {
        let entry = Entry(piece)
        try Self.requirePoint(after: settings.last?.description, piece)
        guard let key = entry.key, !key.isEmpty, !entry.value.isEmpty else {
          throw SpecificationError("'\(piece)' in '\(text)' is not of the form key=value")
        }
        settings.append(entry)
      }
    }
    self.init(name: name, arguments: arguments, settings: settings)
  }

  /// Splits a comma-separated list of specifications.
  ///
  /// A comma inside parentheses never splits. Elsewhere a piece of the form `key=value` belongs to
  /// the specification before it, and anything else begins a new one:
  /// `sgd:lr=0.1,momentum:lr=0.1,alpha=0.9,bfgs` is three.
  ///
  /// - Throws: where an entry is empty or does not parse, or a setting has no name before it.
  public static func list(parsing text: String) throws(SpecificationError) -> [Specification] {
    try requireBalance(Substring(text))
    // The pieces of each specification: joined at the end, not one by one, so that the work grows
    // as the text does.
    var entries: [[String]] = []
    for piece in Substring(text).split(separator: ",", outside: true) {
      let piece = piece.trimmingSpaces()
      guard !piece.isEmpty else {
        throw SpecificationError("'\(text)' has an empty entry; expected name:key=value,name,...")
      }
      if Entry(Substring(piece)).key.map(isKey) ?? false {
        guard let name = entries.last?.first else {
          throw SpecificationError("'\(piece)' has no name before it; expected name:\(piece)")
        }
        guard name.contains(":") else {
          throw SpecificationError(
            "'\(piece)' follows '\(name)' without a colon; expected \(name):\(piece)")
        }
        entries[entries.count - 1].append(piece)
      } else {
        try requirePoint(after: entries.last?.last, piece)
        entries.append([piece])
      }
    }
    var result: [Specification] = []
    for pieces in entries {
      result.append(try Specification(parsing: pieces.joined(separator: ",")))
    }
    return result
  }

  /// Throws where digits follow a value that is a whole number: the comma between them was to be a
  /// decimal one.
  private static func requirePoint(
    after last: String?, _ digits: some StringProtocol
  ) throws(SpecificationError) {
    guard let last, let value = last.split(separator: "=").last, last.contains("="),
      Int(value) != nil, !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber })
    else { return }
    throw SpecificationError(
      "'\(last),\(digits)' has a comma in a number; expected a point, as in \(last).\(digits)")
  }

  /// Throws where what stands before the colon is no name, with the character that a name cannot
  /// have where it begins as one.
  private static func requireName(
    _ head: String, in text: String
  ) throws(SpecificationError) {
    guard !isName(head) else { return }
    let name = String(head.prefix { isName(String($0)) })
    guard head.first?.isLetter == true, let next = head.dropFirst(name.count).first else {
      throw SpecificationError(
        "'\(text)' does not begin with a name; expected name:key=value,key=value")
    }
    throw SpecificationError(
      "'\(text)' has '\(next)' after the name \(name); expected \(name):key=value,key=value")
  }

  private static func requireBalance(_ text: Substring) throws(SpecificationError) {
    var depth = 0
    for character in text {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      guard (0...32).contains(depth) else { break }
    }
    guard depth == 0 else {
      throw SpecificationError(
        "the parentheses of '\(text)' do not balance, or nest more than 32 deep")
    }
  }

  /// This with the arguments and settings of `other` after its own; where both set a key, the
  /// entry of `other` stays. Keys of one `meaning` are one key.
  public func adding(
    _ other: Specification, meaning: (String) -> String = { $0 }
  ) -> Specification {
    let keys = Set((other.arguments + other.settings).compactMap(\.key).map(meaning))
    func kept(_ entry: Entry) -> Bool { entry.key.map { !keys.contains(meaning($0)) } ?? true }
    return Specification(
      name: name, arguments: arguments.filter(kept) + other.arguments,
      settings: settings.filter(kept) + other.settings)
  }

  /// This without the entry of a key, and the value that it had.
  public func removing(_ key: String) -> (rest: Specification, value: String?) {
    let value = (arguments + settings).first { $0.key == key }?.value
    let rest = Specification(
      name: name, arguments: arguments.filter { $0.key != key },
      settings: settings.filter { $0.key != key })
    return (rest, value)
  }

  /// The arguments, where those whose keys are not among `keys` belong to the specification before
  /// them: in `noisy(quadratic:n=5,condition=10,sigma=1)` `condition` is a setting of `quadratic`.
  func arguments(knowing keys: [String]) -> [Entry] {
    var result: [Entry] = []
    for entry in arguments {
      if let key = entry.key, !keys.contains(key), let last = result.last, last.key == nil,
        last.value.contains(":")
      {
        result[result.count - 1] = Entry(key: nil, value: last.value + "," + entry.description)
      } else {
        result.append(entry)
      }
    }
    return result
  }

  /// The text inside another specification: settings stand in parentheses too, so that no comma
  /// can be mistaken for one of the outer list.
  public var nested: String {
    guard Self.isName(name) else { return description }
    return Specification(name: name, arguments: arguments + settings).description
  }

  /// The pieces of a text between separators that stand outside parentheses, spaces trimmed.
  public static func pieces(of text: String, separator: Character) -> [String] {
    Substring(text).split(separator: separator, outside: true).map { $0.trimmingSpaces() }
  }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber || "-_.+".contains($0) }
  }

  fileprivate static func isKey(_ text: String) -> Bool {
    !text.contains(":") && !text.contains("(") && isName(text)
  }
}

extension Specification: CustomStringConvertible {
  public var description: String {
    var text = name
    if !arguments.isEmpty {
      text += "(" + arguments.map(\.description).joined(separator: ",") + ")"
    }
    if !settings.isEmpty {
      text += ":" + settings.map(\.description).joined(separator: ",")
    }
    return text
  }
}

extension Specification.Entry: CustomStringConvertible {
  /// Splits at the first `=` that stands outside parentheses and has a key before it; an entry such
  /// as `adam:lr=0.1` is positional.
  init(_ text: Substring) {
    let parts = text.split(separator: "=", outside: true, maxSplits: 1)
    if parts.count == 2, Specification.isKey(parts[0].trimmingSpaces()) {
      self.init(key: parts[0].trimmingSpaces(), value: parts[1].trimmingSpaces())
    } else {
      self.init(key: nil, value: text.trimmingSpaces())
    }
  }

  public var description: String {
    key.map { "\($0)=\(value)" } ?? value
  }
}

extension StringProtocol {
  func trimmingSpaces() -> String {
    let start = firstIndex { !$0.isWhitespace } ?? endIndex
    let end = lastIndex { !$0.isWhitespace }.map(index(after:)) ?? start
    return String(self[start..<end])
  }
}

extension Substring {
  /// Splits at `separator` where it stands outside parentheses; empty pieces are kept.
  fileprivate func split(
    separator: Character, outside: Bool, maxSplits: Int = .max
  ) -> [Substring] {
    var pieces: [Substring] = []
    var depth = 0
    var start = startIndex
    for position in indices where pieces.count < maxSplits {
      switch self[position] {
      case "(": depth += 1
      case ")": depth -= 1
      case separator where depth == 0:
        pieces.append(self[start..<position])
        start = index(after: position)
      default: break
      }
    }
    return pieces + [self[start...]]
  }
}
