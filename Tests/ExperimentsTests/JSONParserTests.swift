import Testing

@testable import Experiments

@Suite struct JSONParserTests {
  @Test(arguments: [
    ("null", JSON.null), ("[]", .array([])), ("{}", .object([])), ("-0", .integer(0)),
    (" [1, -2.5e3,\n1e-08] ", .array([.integer(1), .number(-2500), .number(1e-8)])),
    ("18446744073709551615", .unsigned(.max)), ("1e400", .number(.infinity)),
    ("36893488147419103232", .number(0x1p65)),
    ("{\"a\":{\"b\":[null]}}", .members(["a": .members(["b": .array([.null])])])),
    ("\"\\u00e9\\n\\\"\\\\ \\ud83d\\ude00é\"", .string("é\n\"\\ 😀é")),
  ])
  func isRead(_ text: String, _ value: JSON) throws {
    #expect(try JSON(parsing: Array(text.utf8)) == value)
  }

  @Test(arguments: [
    ("", "line 1, column 1: the text ends; expected a value"),
    ("[1,\n 2", "line 2, column 3: the text ends; expected ',' or ']'"),
    ("[1 2]", "line 1, column 4: '2' stands here; expected ',' or ']'"),
    ("{1:2}", "line 1, column 2: '1' stands here; expected a name in quotes"),
    ("{\"a\" 2}", "expected ':'"), ("01", "'1' stands here; expected the end"),
    ("1.", "expected a digit"), ("-", "expected a digit"), ("nul", "expected null"),
    ("nan", "expected null"), ("\"a", "expected the end of a string"),
    ("\"\\x\"", "expected an escape"), ("\"\\ud800\"", "expected a pair of surrogates"),
    ("\"\\u12g4\"", "expected four hexadecimal digits"), ("[1,]", "expected a value"),
    (String(repeating: "[", count: 100_000), "line 1, column 65"),
  ])
  func errorsNameThePlace(_ text: String, _ message: String) {
    let error = #expect(throws: JSONError.self) { try JSON(parsing: Array(text.utf8)) }
    #expect(error?.description.contains(message) == true, "\(String(describing: error))")
  }

  /// What is written is read, and written again the same.
  @Test func theOwnTextIsRead() throws {
    let value = JSON.members([
      "texts": .strings(["", "\t\u{1}\"\\/é😀"]),
      "numbers": .numbers([0.1, -0.0, 5, 1e300, .leastNonzeroMagnitude, .nan, -.infinity]),
      "integers": .integers([.min, .max]), "seed": .unsigned(.max), "none": .null,
    ])
    let text = value.description
    #expect(try JSON(parsing: Array(text.utf8)).description == text)
  }
}
