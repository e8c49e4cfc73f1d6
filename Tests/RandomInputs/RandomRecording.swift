import LinearAlgebra

/// Recordings of races with a few of their numbers, words and brackets changed.
package struct RandomRecording {
  private var random: RandomStream

  package init(_ random: RandomStream) {
    self.random = random
  }

  /// `recording` changed; one time in four its bytes, else whole tokens.
  package mutating func changed(_ recording: [UInt8]) -> [UInt8] {
    guard !random.once(in: 4) else { return random.mutated(recording) }
    var tokens = Self.tokens(of: recording)
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let place = Int.random(in: tokens.indices, using: &random)
      tokens[place] = replacement(for: tokens[place])
    }
    return Array(tokens.joined().utf8)
  }

  /// Numbers and words become others; brackets and commas stay most of the time.
  private mutating func replacement(for token: String) -> String {
    if token.first?.isNumber == true || token.hasPrefix("-") {
      return random.pick([
        "1e308", "-1e308", "5e-324", "0", "-1", "1", "1e-300", "\"nan\"", "\"inf\"", "\"-inf\"",
        "9223372036854775807", "1e999", "null", "[]", "0.5", "1e17",
      ])
    }
    if token.first == "\"" {
      return random.pick([token, "\"\"", "\"\\u001b[31m\"", "\"beale\"", "\"steps\"", "7", "null"])
    }
    return random.once(in: 10) ? random.pick(["", "[", "]", "{", "}", ",", ":"]) : token
  }

  /// Numbers, strings and single characters, in order.
  private static func tokens(of bytes: [UInt8]) -> [String] {
    var tokens: [String] = []
    var rest = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)[...]
    while let first = rest.first {
      let end: Int
      switch first {
      case "\"": end = (rest.dropFirst().firstIndex(of: "\"") ?? rest.endIndex - 1) + 1
      case "0"..."9", "-":
        end = rest.firstIndex { !"0123456789.eE+-".contains($0) } ?? rest.endIndex
      default: end = rest.startIndex + 1
      }
      tokens.append(String(String.UnicodeScalarView(rest[..<end])))
      rest = rest[end...]
    }
    return tokens
  }
}

extension String {
  fileprivate func contains(_ scalar: Unicode.Scalar) -> Bool { unicodeScalars.contains(scalar) }
}
