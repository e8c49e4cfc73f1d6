import Testing

@testable import JSON

@Suite struct JSONReadingTests {
  @Test(arguments: [
    ("null", JSON.null), ("[]", .array([])), ("{}", .object([])),
    (" [1, -2.5,\n1e-08] ", .array([.integer(1), .number(-2.5), .number(1e-8)])),
    ("18446744073709551615", .unsigned(.max)),
    ("{\"a\":{\"b\":[null]}}", .members(["a": .members(["b": .array([.null])])])),
    ("\"\\u00e9\\n\\\"\\\\ \\ud83d\\ude00é\"", .string("é\n\"\\ 😀é")),
  ])
  func isRead(_ text: String, _ value: JSON) throws {
    #expect(try JSON(parsing: Array(text.utf8)) == value)
  }

  @Test(arguments: [
    "", "[1,\n 2", "[1 2]", "{1:2}", "{\"a\" 2}", "01", "1.", "-", "nul", "nan", "\"a", "\"\\x\"",
    "\"\\u12g4\"", String(repeating: "[", count: 100_000),
  ])
  func otherTextsAreErrors(_ text: String) {
    let error = #expect(throws: JSONError.self) { try JSON(parsing: Array(text.utf8)) }
    #expect(error?.reason.isEmpty == false)
  }

  /// What is written is read, and written again the same.
  @Test func theOwnTextIsRead() throws {
    let value = JSON.members([
      "integers": .integers([.min, .max]), "none": .null,
      "numbers": .numbers([0.1, 5.5, 1e300, .leastNonzeroMagnitude, .nan, -.infinity]),
      "seed": .unsigned(.max), "texts": .strings(["", "\t\u{1}\"\\/é😀"]),
    ])
    let text = value.description
    #expect(try JSON(parsing: Array(text.utf8)).description == text)
  }
}

/// Where a text goes wrong, and how large it may be.
@Suite struct JSONPlaceTests {
  @Test(arguments: [
    ("", "line 1, column 1"), ("[1,\n 2", "line 2, column 3"), ("[1 2]", "line 1, column 4"),
    ("{\"a\" 2}", "line 1, column 6"), ("[1,\n\n  1.]", "line 3, column 3"),
    ("[\"a\n\"]", "line 1, column 4"), ("[1]]", "line 1, column 4"), ("[1,]", "line 1, column 4"),
    ("[1e400]", "line 1, column 2"), ("[tru]", "line 1, column 2"),
    ("\"\\ud83d\\u0041\"", "line 1, column 14"), ("\"\\ude00\"", "line 1, column 8"),
  ])
  func isNamed(_ text: String, _ place: String) {
    let error = #expect(throws: JSONError.self) { try JSON(parsing: Array(text.utf8)) }
    #expect(error?.place == place)
  }

  @Test func truthsAreReadAndWritten() throws {
    let value = try JSON(parsing: Array("[true, false]".utf8))
    #expect(value == .array([.boolean(true), .boolean(false)]) && "\(value)" == "[true,false]")
    #expect(try JSONReader(value).elements()[0].boolean())
    #expect(throws: JSONError("", "expected true or false")) {
      try JSONReader(.integer(1)).boolean()
    }
  }

  @Test(arguments: [
    ("5.0", JSON.integer(5)), ("1e3", .integer(1000)), ("-0", .number(-0.0)),
    ("-0.0", .number(-0.0)), ("18446744073709551616", .number(18_446_744_073_709_551_616)),
    ("-9223372036854775808", .integer(.min)), ("4.9E-324", .number(.leastNonzeroMagnitude)),
  ])
  func numbersAreReadAsWhatTheyAre(_ text: String, _ value: JSON) throws {
    #expect(try JSON(parsing: Array(text.utf8)) == value)
  }

  @Test func textThatIsNoUTF8IsAnError() {
    #expect(throws: JSONError.self) { try JSON(parsing: [0x22, 0xC3, 0x28, 0x22]) }
  }

  @Test func objectsKeepTheirOrder() throws {
    let text = "{\"b\":1,\"a\":[{\"d\":2,\"c\":3}]}"
    #expect(try JSON(parsing: Array(text.utf8)).description == text)
  }

  @Test func nestingHasALimit() throws {
    let deepest = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
    #expect(try JSON(parsing: Array(deepest.utf8)).description == deepest)
    #expect(throws: JSONError.self) { try JSON(parsing: Array("[\(deepest)]".utf8)) }
  }

  /// Whatever the number of values, each is looked at once.
  @Test func manyEmptyArraysAreRead() throws {
    let text = Array("[\(Array(repeating: "[]", count: 100_000).joined(separator: ","))]".utf8)
    #expect(try JSON(parsing: text) == .array(Array(repeating: .array([]), count: 100_000)))
  }
}
