import Specifications

/// The starts of a study as a person writes them: standard, 10x, random:20, or several of them with
/// commas between.
public struct StudyStarts: Hashable, Sendable, Spelled {
  /// Each once.
  public let starts: [StudyStart]
  private let words: [String]

  /// - Throws: what was expected, where a word names no starts.
  public init(spelling text: String) throws(SpecificationError) {
    words = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    var starts: [StudyStart] = []
    var known: Set<StudyStart> = []
    for word in words {
      starts += try Self.starts(word).filter { known.insert($0).inserted }
    }
    self.starts = starts
  }

  public var spelling: String { words.joined(separator: ",") }

  /// The most starts that are drawn.
  private static let most = 1_000_000

  private static func starts(_ word: String) throws(SpecificationError) -> [StudyStart] {
    switch word {
    case StudyStart.standard.spelling: return [.standard]
    case StudyStart.tenfold.spelling: return [.tenfold]
    default:
      let parts = word.split(separator: ":", maxSplits: 1).map(String.init)
      guard parts.count == 2, parts[0] == "random",
        let count: Int = NumberText.parseWhole(parts[1]), (1...most).contains(count)
      else {
        throw .hint(
          for: parts.first ?? "", among: ["standard", "10x", "random"],
          expected: "standard, 10x or random:20")
      }
      return (1...count).map { .random($0) }
    }
  }
}
