extension JSON {
  /// Reads a JSON text (RFC 8259).
  ///
  /// Whole numbers without point or exponent are integers as far as they fit; others are the nearest
  /// double. Members keep their order. `true` and `false`, which Descent does not write, are refused.
  public init(parsing text: [UInt8]) throws(JSONError) {
    var parser = JSONParser(bytes: text)
    self = try parser.document()
  }
}

/// Reads a text from its first byte to its last.
struct JSONParser {
  let bytes: [UInt8]
  var position = 0
  private var depth = 0

  /// Values within values; more would be no data of ours.
  private static let greatestDepth = 64

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The byte to come; nil at the end.
  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func document() throws(JSONError) -> JSON {
    let value = try value()
    skipSpace()
    guard next == nil else { throw unexpected("the end") }
    return value
  }

  private mutating func value() throws(JSONError) -> JSON {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return try nested { parser throws(JSONError) in try parser.object() }
    case UInt8(ascii: "["): return try nested { parser throws(JSONError) in try parser.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "n"): return try word("null", .null)
    case let byte? where "-0123456789".utf8.contains(byte): return try number()
    default: throw unexpected("a value")
    }
  }

  private mutating func nested(
    _ read: (inout Self) throws(JSONError) -> JSON
  ) throws(JSONError) -> JSON {
    guard depth < Self.greatestDepth else { throw unexpected("fewer values within values") }
    depth += 1
    position += 1
    let value = try read(&self)
    depth -= 1
    return value
  }

  private mutating func object() throws(JSONError) -> JSON {
    var members: [JSON.Member] = []
    if take("}") { return .object(members) }
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw unexpected("a name in quotes") }
      let key = try string()
      guard take(":") else { throw unexpected("':'") }
      members.append(JSON.Member(key, try value()))
    } while take(",")
    guard take("}") else { throw unexpected("',' or '}'") }
    return .object(members)
  }

  private mutating func array() throws(JSONError) -> JSON {
    var values: [JSON] = []
    if take("]") { return .array(values) }
    repeat { values.append(try value()) } while take(",")
    guard take("]") else { throw unexpected("',' or ']'") }
    return .array(values)
  }

  private mutating func word(_ word: String, _ value: JSON) throws(JSONError) -> JSON {
    guard bytes[position...].starts(with: word.utf8) else { throw unexpected(word) }
    position += word.utf8.count
    return value
  }

  /// Whether the byte after white space is this one, which is then passed.
  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || (0x09...0x0D).contains(byte) { position += 1 }
  }

  // MARK: Errors

  /// Here stands something else, or nothing.
  func unexpected(_ wanted: String) -> JSONError {
    let found =
      switch next {
      case nil: "the text ends"
      case let byte? where (0x21...0x7E).contains(byte):
        "'\(Character(Unicode.Scalar(byte)))' stands here"
      case _?: "no JSON stands here"
      }
    let before = bytes[..<position]
    let line = before.count { $0 == 0x0A } + 1
    let start = (before.lastIndex(of: 0x0A) ?? -1) + 1
    return JSONError(
      "line \(line), column \(position - start + 1)", "\(found); expected \(wanted)")
  }
}
