import Foundation
import Testing

@testable import Lecture

/// The chapters that take little, with a seed that is not the pictures'. `.ci/run` measures all of
/// them with the pictures' seed, and those with chance in them with another.
struct ChapterTests {
  private static let short = ["momentum", "adagrad", "rmsprop", "adam", "second-derivatives"]

  @Test(arguments: short)
  func claimsAreAsExpected(name: String) async throws {
    let chapter = try #require(ChapterCatalogue.standard[name])
    let claims = try await chapter.init(ChapterSetting(seed: 1000)).claims
    #expect(!claims.isEmpty)
    for claim in claims {
      #expect(
        claim.verdict == claim.expectedVerdict,
        "\(claim.name): \(claim.measured.text), expected \(claim.theory.text)")
    }
    #expect(Set(claims.map(\.name)).count == claims.count)
  }

  /// docs/lecture.md lists the chapters as they are, in their order.
  @Test func documentsListThem() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "docs/lecture.md"), encoding: .utf8)
    let rows = ChapterCatalogue.standard.entries.map { chapter in
      "| `\(chapter.card.name)` | \(chapter.card.title) | \(chapter.card.summary) |"
    }
    #expect(text.contains(rows.joined(separator: "\n")))
  }

  @Test func cardsAreComplete() {
    for chapter in ChapterCatalogue.standard.entries {
      let card = chapter.card
      #expect(card.summary.hasSuffix("."))
      #expect(!card.title.isEmpty)
      #expect(card.name.allSatisfy { $0.isLowercase || $0 == "-" })
    }
  }
}
