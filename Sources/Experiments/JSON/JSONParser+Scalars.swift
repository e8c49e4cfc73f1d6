extension JSONParser {
  // MARK: Numbers

  mutating func number() throws(JSONError) -> JSON {
    let start = position
    pass("-")
    if !pass("0") { try digits() }
    var isWhole = true
    if pass(".") {
      isWhole = false
      try digits()
    }
    if pass("e") || pass("E") {
      isWhole = false
      if !pass("+") { pass("-") }
      try digits()
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isWhole, let integer = Int(text) { return .integer(integer) }
    if isWhole, let unsigned = UInt64(text) { return .unsigned(unsigned) }
    guard let number = Double(text) else { throw unexpected("a number") }
    return .number(number)
  }

  /// One or more.
  private mutating func digits() throws(JSONError) {
    let start = position
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    guard position > start else { throw unexpected("a digit") }
  }

  @discardableResult
  private mutating func pass(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  // MARK: Strings

  mutating func string() throws(JSONError) -> String {
    position += 1
    var units: [UInt8] = []
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return String(decoding: units, as: UTF8.self)
      case UInt8(ascii: "\\"): units += Array(String(try escaped()).utf8)
      case ..<0x20: throw unexpected("no control character in a string")
      default:
        units.append(byte)
        position += 1
      }
    }
    throw unexpected("the end of a string")
  }

  private mutating func escaped() throws(JSONError) -> Unicode.Scalar {
    position += 1
    let names: [Unicode.Scalar: Unicode.Scalar] = [
      "\"": "\"", "\\": "\\", "/": "/", "b": "\u{8}", "f": "\u{C}", "n": "\n", "r": "\r",
      "t": "\t",
    ]
    if pass("u") { return try codePoint() }
    guard let byte = next, let meant = names[Unicode.Scalar(byte)] else {
      throw unexpected("an escape")
    }
    position += 1
    return meant
  }

  /// Four hexadecimal digits, or a pair of surrogates with an escape between.
  private mutating func codePoint() throws(JSONError) -> Unicode.Scalar {
    let unit = try hexadecimal()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard (0xD800..<0xDC00).contains(unit), pass("\\"), pass("u") else {
      throw unexpected("a pair of surrogates")
    }
    let low = try hexadecimal()
    guard (0xDC00..<0xE000).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    else { throw unexpected("a pair of surrogates") }
    return scalar
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw unexpected("four hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }
}
