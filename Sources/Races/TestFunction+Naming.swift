import Objectives
import Specifications

extension TestFunction {
  /// A name for folders, made of the specification: `quadratic-condition-20`,
  /// `noisy-rosenbrock-sigma-5`. Where it cannot tell all, as of an expression without its signs, a
  /// checksum stands behind it, so that no two functions share a folder.
  public var folderName: String {
    let text = specification.description
    let joined = text.split { !Self.isKept($0) }.joined(separator: "-")
    guard joined.count > 48 || !isTold(text) else { return joined }
    return [String(joined.prefix(40)), Checksum.text(of: text)].filter { !$0.isEmpty }
      .joined(separator: "-")
  }

  private static func isKept(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "-.".contains(character))
  }

  /// Whether the name tells the text. A hyphen does not tell where parentheses close: they are
  /// clear only around the function of a wrapper, where that has no settings.
  private func isTold(_ text: String) -> Bool {
    let isWrapperOfAName = (self as? any FunctionWrapper).map {
      $0.base.specification.description == type(of: $0.base).card.name
    }
    let signs = isWrapperOfAName == true ? ":=,()" : ":=,"
    return text.allSatisfy { Self.isKept($0) || signs.contains($0) }
  }
}
