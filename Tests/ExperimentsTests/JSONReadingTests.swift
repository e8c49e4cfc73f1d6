import Testing

@testable import Experiments

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
