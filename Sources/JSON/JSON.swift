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
  public static func numbers(_ values: some Sequence<Double>) -> JSON {
    .array(values.map(JSON.number))
  }

  /// An array of strings.
  public static func strings(_ values: some Sequence<String>) -> JSON {
    .array(values.map(JSON.string))
  }

  /// An array of whole numbers.
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
  public var description: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .boolean(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .unsigned(let value): text += String(value)
    case .number(let value):
      let digits = NumberText.short(value)
      text += value.isFinite ? digits : "\"\(digits)\""
    case .string(let value): Self.write(value, to: &text)
    case .array(let values):
      text += "["
      for (i, value) in values.enumerated() {
        if i > 0 { text += "," }
        value.write(to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (i, member) in members.enumerated() {
        if i > 0 { text += "," }
        Self.write(member.key, to: &text)
        text += ":"
        member.value.write(to: &text)
      }
      text += "}"
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

  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      case let control where control.value < 0x20:
        let hex = String(control.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
