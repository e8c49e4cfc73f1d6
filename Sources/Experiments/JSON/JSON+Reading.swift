import Foundation

extension JSON {
  /// Reads a JSON text. Members of objects come in the order of their keys.
  public init(parsing text: [UInt8]) throws(JSONError) {
    do {
      self = try JSONDecoder().decode(JSON.self, from: Data(text))
    } catch {
      throw JSONError("", "the text is not valid JSON")
    }
  }
}

extension JSON: Decodable {
  /// Numbers that are whole are integers.
  public init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let number = try? value.decode(Int.self), number != 0 || !Self.isNegative(value) {
      self = .integer(number)
    } else if let number = try? value.decode(UInt64.self), number > 0 {
      self = .unsigned(number)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .string(text)
    } else if let values = try? value.decode([JSON].self) {
      self = .array(values)
    } else {
      let members = try value.decode([String: JSON].self)
      self = .object(members.sorted { $0.key < $1.key }.map { Member($0.key, $0.value) })
    }
  }

  /// Whether a zero is −0, which no integer is.
  private static func isNegative(_ value: any SingleValueDecodingContainer) -> Bool {
    (try? value.decode(Double.self))?.sign == .minus
  }
}
