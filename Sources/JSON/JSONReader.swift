/// A JSON value that knows its place, so that errors can name it.
public struct JSONReader: Sendable {
  /// The value at this place.
  public let value: JSON
  /// "trajectories[2].x"; empty for the whole.
  public let place: String

  /// - Parameter place: where the value stands in a larger one; empty for the whole.
  public init(_ value: JSON, place: String = "") {
    self.value = value
    self.place = place
  }

  /// An error at this place, for what is wrong with a value of the right type.
  public func error(_ reason: String) -> JSONError { JSONError(place, reason) }

  // MARK: Parts

  /// The member of an object.
  ///
  /// - Throws: where the value is no object, or has no such key.
  public func member(_ key: String) throws(JSONError) -> JSONReader {
    guard let member = try find(key) else { throw error("'\(key)' is missing") }
    return member
  }

  /// The member of an object; nil where it is missing or null.
  ///
  /// - Throws: where the value is no object.
  public func optional(_ key: String) throws(JSONError) -> JSONReader? {
    guard let member = try find(key), member.value != .null else { return nil }
    return member
  }

  /// The elements of an array.
  ///
  /// - Throws: where the value is no array.
  public func elements() throws(JSONError) -> Elements {
    guard case .array(let values) = value else { throw error("expected an array") }
    return Elements(values: values, place: place)
  }

  /// The elements of an array, whose places are told when they are asked for.
  public struct Elements: RandomAccessCollection, Sendable {
    let values: [JSON]
    let place: String

    public var startIndex: Int { 0 }
    public var endIndex: Int { values.count }

    /// The element at i, from 0, which knows its place: "x[2]".
    public subscript(i: Int) -> JSONReader { JSONReader(values[i], place: "\(place)[\(i)]") }
  }

  private func find(_ key: String) throws(JSONError) -> JSONReader? {
    guard case .object(let members) = value else { throw error("expected an object") }
    return members.first { $0.key == key }.map {
      JSONReader($0.value, place: place.isEmpty ? key : "\(place).\(key)")
    }
  }

  // MARK: Scalars

  /// Throws where the value is no string.
  public func string() throws(JSONError) -> String {
    guard case .string(let text) = value else { throw error("expected a string") }
    return text
  }

  /// One of the names that a type lists.
  ///
  /// - Throws: where the value is no string, or none of the names, which are told.
  public func choice<Choice: RawRepresentable<String> & CaseIterable>() throws(JSONError)
    -> Choice
  {
    let name = try string()
    guard let choice = Choice(rawValue: name) else {
      let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw error("'\(name)' is unknown; expected one of: \(names)")
    }
    return choice
  }

  /// Throws where the value is neither true nor false.
  public func boolean() throws(JSONError) -> Bool {
    guard case .boolean(let value) = value else { throw error("expected true or false") }
    return value
  }

  /// Throws where the value is no whole number, or one beyond `Int`.
  public func integer() throws(JSONError) -> Int {
    guard case .integer(let number) = value else { throw error("expected a whole number") }
    return number
  }

  /// A whole number from 0 to 2⁶⁴ − 1, as seeds are; throws where the value is none.
  public func unsigned() throws(JSONError) -> UInt64 {
    switch value {
    case .integer(let number) where number >= 0: return UInt64(number)
    case .unsigned(let number): return number
    default: throw error("expected a whole number from 0")
    }
  }

  /// Any number; "nan", "inf" and "-inf" stand for those that are not finite. Throws for all else.
  public func number() throws(JSONError) -> Double {
    guard let number = Self.number(value) else { throw error("expected a number") }
    return number
  }

  // MARK: Lists

  /// An array of numbers, each as `number` reads it. Throws the place of the first that is none.
  public func numbers() throws(JSONError) -> [Double] {
    try list("a number", Self.number)
  }

  /// An array of whole numbers. Throws the place of the first that is none.
  public func integers() throws(JSONError) -> [Int] {
    try list("a whole number") { if case .integer(let number) = $0 { number } else { nil } }
  }

  private func list<Element>(
    _ noun: String, _ convert: (JSON) -> Element?
  ) throws(JSONError) -> [Element] {
    guard case .array(let values) = value else { throw error("expected an array") }
    var list: [Element] = []
    list.reserveCapacity(values.count)
    for (i, value) in values.enumerated() {
      guard let element = convert(value) else {
        throw JSONError("\(place)[\(i)]", "expected \(noun)")
      }
      list.append(element)
    }
    return list
  }

  /// Numbers that are not finite are strings.
  private static func number(_ value: JSON) -> Double? {
    switch value {
    case .number(let number): number
    case .integer(let number): Double(number)
    case .unsigned(let number): Double(number)
    case .string("nan"): .nan
    case .string("inf"): .infinity
    case .string("-inf"): -.infinity
    default: nil
    }
  }
}
