/// Reads a JSON text (RFC 8259) in one pass, without looking back.
///
/// - Complexity: O(`text.count`), and as many levels of calls as arrays and objects nest.
struct JSONParser {
  /// Arrays and objects nest no deeper.
  private static let largestDepth = 512

  private let text: [UInt8]
  private var position = 0
  private var depth = 0

  init(_ text: [UInt8]) {
    self.text = text
  }

  /// The value that is the whole text.
  mutating func whole() throws(JSONError) -> JSON {
    let value = try value()
    guard peek() == nil else { throw error("expected the end of the text") }
    return value
  }

  // MARK: Values

  private mutating func value() throws(JSONError) -> JSON {
    switch peek() {
    case "[": .array(try array())
    case "{": .object(try object())
    case "\"": .string(try string())
    case "n": try word("null", .null)
    case "t": try word("true", .boolean(true))
    case "f": try word("false", .boolean(false))
    case let first? where first == "-" || ("0"..."9").contains(first): try number()
    default: throw unexpected
    }
  }

  private mutating func array() throws(JSONError) -> [JSON] {
    var values: [JSON] = []
    try parts(until: "]") { parser throws(JSONError) in values.append(try parser.value()) }
    return values
  }

  private mutating func object() throws(JSONError) -> [JSON.Member] {
    var members: [JSON.Member] = []
    try parts(until: "}") { parser throws(JSONError) in
      guard parser.peek() == "\"" else { throw parser.error("expected a key in quotes") }
      let key = try parser.string()
      guard parser.skip(":") else { throw parser.error("expected ':'") }
      members.append(JSON.Member(key, try parser.value()))
    }
    return members
  }

  /// What stands between the bracket here and the one that closes it, with commas between.
  private mutating func parts(
    until end: Unicode.Scalar, _ read: (inout Self) throws(JSONError) -> Void
  ) throws(JSONError) {
    guard depth < Self.largestDepth else {
      throw error("nests more than \(Self.largestDepth) deep")
    }
    depth += 1
    position += 1
    if !skip(end) {
      repeat { try read(&self) } while skip(",")
      guard skip(end) else { throw error("expected ',' or '\(end)'") }
    }
    depth -= 1
  }

  private mutating func word(_ word: String, _ value: JSON) throws(JSONError) -> JSON {
    guard text[position...].starts(with: word.utf8) else {
      throw unexpected
    }
    position += word.utf8.count
    return value
  }

  // MARK: Numbers

  /// Numbers that are whole are integers, but for −0.
  private mutating func number() throws(JSONError) -> JSON {
    let start = position
    let isNegative = take("-")
    let isZero = take("0")
    var isNumber = isZero || takeDigits()
    if take(".") { isNumber = takeDigits() && isNumber }
    if take("e") || take("E") {
      _ = take("+") || take("-")
      isNumber = takeDigits() && isNumber
    }
    let digits = String(decoding: text[start..<position], as: UTF8.self)
    guard isNumber, let number = Double(digits), number.isFinite else {
      position = start
      throw error("expected a number of double precision")
    }
    if number == 0, isNegative { return .number(number) }
    if let integer = Int(digits) ?? Int(exactly: number) { return .integer(integer) }
    return UInt64(digits).map(JSON.unsigned) ?? .number(number)
  }

  private mutating func takeDigits() -> Bool {
    let start = position
    while position < text.count, (0x30...0x39).contains(text[position]) { position += 1 }
    return position > start
  }

  // MARK: Strings

  private mutating func string() throws(JSONError) -> String {
    position += 1
    var bytes: [UInt8] = []
    while position < text.count, text[position] >= 0x20 {
      let plain = text[position...].prefix { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }
      bytes += plain
      position += plain.count
      if take("\"") {
        guard let string = String(validating: bytes, as: UTF8.self) else {
          throw error("expected text in UTF-8")
        }
        return string
      }
      if take("\\") { bytes += UTF8.encode(try escaped()).map(Array.init) ?? [] }
    }
    throw error("expected '\"' at the end of a string")
  }

  /// The character of what follows a backslash.
  private mutating func escaped() throws(JSONError) -> Unicode.Scalar {
    for (letter, scalar) in Self.escapes where take(letter) { return scalar }
    guard take("u") else { throw error("expected one of \"\\/bfnrtu after '\\'") }
    let first = try unit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    // Characters beyond the first 65,536 are two units.
    guard UTF16.isLeadSurrogate(first), take("\\"), take("u") else {
      throw error("expected a pair of surrogates")
    }
    let second = try unit()
    guard UTF16.isTrailSurrogate(second) else { throw error("expected a pair of surrogates") }
    return UTF16.decode(UTF16.EncodedScalar([first, second]))
  }

  private static let escapes: KeyValuePairs<Unicode.Scalar, Unicode.Scalar> = [
    "\"": "\"", "\\": "\\", "/": "/", "b": "\u{8}", "f": "\u{C}", "n": "\n", "r": "\r", "t": "\t",
  ]

  /// Four hexadecimal digits.
  private mutating func unit() throws(JSONError) -> UInt16 {
    let digits = text[position...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }),
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw error("expected four hexadecimal digits") }
    position += 4
    return unit
  }

  // MARK: Characters

  /// The next character that is no space; nil at the end.
  private mutating func peek() -> Unicode.Scalar? {
    while position < text.count {
      switch text[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      case let byte: return Unicode.Scalar(byte)
      }
    }
    return nil
  }

  /// Whether `character` is next, spaces left out; if so it is passed.
  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    peek() == character && take(character)
  }

  /// Whether `character` stands here; if so it is passed.
  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard position < text.count, text[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private var unexpected: JSONError {
    error("expected null, true, false, a number, a string, an array or an object")
  }

  private func error(_ reason: String) -> JSONError {
    let before = text[..<position]
    let line = before.count { $0 == 0x0A } + 1
    let column = position - (before.lastIndex(of: 0x0A) ?? -1)
    return JSONError("line \(line), column \(column)", reason)
  }
}
