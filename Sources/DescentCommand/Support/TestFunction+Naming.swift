import Objectives

extension TestFunction {
  /// A name for folders, made of the specification: `quadratic-condition-20`,
  /// `noisy-rosenbrock-sigma-5`. Where it cannot tell all, as of an expression without its signs, a
  /// checksum stands behind it, so that no two functions share a folder.
  var folderName: String {
    let text = specification.description
    let pieces = text.split { !Self.isKept($0) }
    let joined = pieces.joined(separator: "-")
    guard joined.count > 48 || text.contains(where: { !Self.isTold($0) }) else { return joined }
    return ([String(joined.prefix(40))] + [Self.checksum(text)]).filter { !$0.isEmpty }
      .joined(separator: "-")
  }

  private static func isKept(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "-.".contains(character))
  }

  /// Whether the name tells a character, itself or by the hyphen of a specification's grammar.
  private static func isTold(_ character: Character) -> Bool {
    isKept(character) || ":=,()".contains(character)
  }

  /// FNV-1a, 32 bits.
  private static func checksum(_ text: String) -> String {
    let hash = text.utf8.reduce(0x811c_9dc5 as UInt32) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
    return String(hash, radix: 36)
  }
}
