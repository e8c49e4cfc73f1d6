/// A text with places for other texts: `{{name}}`.
public struct PageTemplate {
  private let template: String

  /// A template in UTF-8.
  public init(_ bytes: [UInt8]) {
    template = Self.text(bytes)
  }

  package static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// The template with every place filled; a name without a text leaves nothing behind. What is
  /// filled in is not looked at again.
  public func filled(with texts: [String: String]) -> String {
    var pieces = template.split(separator: "{{", omittingEmptySubsequences: false)[...]
    var result = String(pieces.popFirst() ?? "")
    for piece in pieces {
      let halves = piece.split(separator: "}}", maxSplits: 1, omittingEmptySubsequences: false)
      result += texts[String(halves[0])] ?? ""
      result += halves.dropFirst().joined()
    }
    return result
  }
}
