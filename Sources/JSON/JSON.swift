import Specifications

/// A JSON value whose objects keep their order, so that the same results give the same bytes.
///
/// Numbers are written with the shortest digits that give back the same double; those that are
/// not finite are the strings "nan", "inf" and "-inf".
public enum JSON: Hashable, Sendable {
  /// Nothing.
  case null
  /// true or false.
  case boolean(Bool)
  /// A whole number. Readers make these of all numbers that are whole and fit, but for −0.
  case integer(Int)
  /// A whole number that may be beyond `Int`, as a seed.
  case unsigned(UInt64)
  /// Written with the shortest digits that give it back.
  case number(Double)
  /// A text; what JSON does not take as it is, is escaped when it is written.
  case string(String)
  /// Values in order.
  case array([JSON])
  /// In the order in which they are written. Of a key that stands twice readers take the first.
  case object([Member])

  /// A key of an object with its value.
  public struct Member: Hashable, Sendable {
    /// The name of the member.
    public let key: String
    /// Its value.
    public let value: JSON

    /// A member of an object.
    public init(_ key: String, _ value: JSON) {
      self.key = key
      self.value = value
    }
  }

  /// An object whose members keep the order of the literal.
  public static func members(_ members: KeyValuePairs<String, JSON>) -> JSON {
    .object(members.map { Member($0.key, $0.value) })
  }

  /// An array; numbers that are not finite are written as strings.
  @inlinable
  public static func numbers(_ values: some Sequence<Double>) -> JSON {
    .array(values.map(JSON.number))
  }

  /// An array of strings.
  @inlinable
  public static func strings(_ values: some Sequence<String>) -> JSON {
    .array(values.map(JSON.string))
  }

  /// An array of whole numbers.
  @inlinable
  public static func integers(_ values: some Sequence<Int>) -> JSON {
    .array(values.map(JSON.integer))
  }

  /// A value, or null for nil.
  public static func optional<Value>(_ value: Value?, _ make: (Value) -> JSON) -> JSON {
    value.map(make) ?? .null
  }
}

extension JSON: CustomStringConvertible {
  /// One line, without spaces.
  public var description: String { String(decoding: bytes, as: UTF8.self) }

  /// The same in UTF-8.
  public var bytes: [UInt8] {
    var text: [UInt8] = []
    write(to: &text)
    return text
  }

  private func write(to text: inout [UInt8]) {
    switch self {
    case .null: text += "null".utf8
    case .boolean(let value): text += (value ? "true" : "false").utf8
    case .integer(let value) where 0...9 ~= value: text.append(UInt8(ascii: "0") + UInt8(value))
    case .integer(let value): text += String(value).utf8
    case .unsigned(let value): text += String(value).utf8
    case .number(let value) where value.isFinite: NumberText.append(value, to: &text)
    case .number(let value): text += "\"\(NumberText.short(value))\"".utf8
    case .string(let value): Self.write(value, to: &text)
    case .array(let values):
      text.append(UInt8(ascii: "["))
      for i in values.indices {
        if i > 0 { text.append(UInt8(ascii: ",")) }
        values[i].write(to: &text)
      }
      text.append(UInt8(ascii: "]"))
    case .object(let members):
      text.append(UInt8(ascii: "{"))
      for (i, member) in members.enumerated() {
        if i > 0 { text.append(UInt8(ascii: ",")) }
        Self.write(member.key, to: &text)
        text.append(UInt8(ascii: ":"))
        member.value.write(to: &text)
      }
      text.append(UInt8(ascii: "}"))
    }
  }

  /// Over several lines, two spaces a level; what holds plain values alone stays on one line.
  public var indented: String { indented("") }

  private func indented(_ margin: String) -> String {
    let inner = margin + "  "
    func lines(_ parts: [String], _ open: String, _ close: String) -> String {
      open + "\n" + parts.map { inner + $0 }.joined(separator: ",\n") + "\n" + margin + close
    }
    switch self {
    case .array(let values) where values.contains(where: \.isNested):
      return lines(values.map { $0.indented(inner) }, "[", "]")
    case .object(let members) where members.count > 1 || members.contains(where: \.value.isNested):
      let parts = members.map { "\(JSON.string($0.key)): \($0.value.indented(inner))" }
      return lines(parts, "{", "}")
    case .object(let members):
      let parts = members.map { "\(JSON.string($0.key)): \($0.value)" }
      return "{" + parts.joined() + "}"
    case .array(let values): return "[" + values.map(\.description).joined(separator: ", ") + "]"
    default: return description
    }
  }

  private var isNested: Bool {
    switch self {
    case .array(let values): !values.isEmpty
    case .object(let members): !members.isEmpty
    default: false
    }
  }

  private static func write(_ string: String, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "\""))
    // What has to be escaped is one byte in UTF-8, and part of nothing longer.
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""): text += "\\\"".utf8
      case UInt8(ascii: "\\"): text += "\\\\".utf8
      case UInt8(ascii: "\n"): text += "\\n".utf8
      case UInt8(ascii: "\t"): text += "\\t".utf8
      case 0..<0x20:
        let hex = String(byte, radix: 16)
        text += "\\u\(String(repeating: "0", count: 4 - hex.count))\(hex)".utf8
      default: text.append(byte)
      }
    }
    text.append(UInt8(ascii: "\""))
  }
}
