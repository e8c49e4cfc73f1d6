import Foundation
import Output
import Rendering
import Scenes
import Specifications
import Synchronization
import Testing

@testable import Lecture

/// A chapter that counts how often it is measured.
private struct CountedChapter: Chapter {
  static let card = ChapterCard(
    name: "counted", title: "Counted <chapter>", summary: "One & one is two.")
  static let count = Mutex(0)

  let seed: UInt64

  init(_ setting: ChapterSetting) {
    seed = setting.seed
    Self.count.withLock { $0 += 1 }
  }

  var parts: [ChapterPart] {
    [
      ChapterPart(
        "A 100 % part_of it", text: ["x < y."],
        figures: [
          .plot(
            "line", caption: "A line & its end.", [PlotLine("a", [1, 2, 4], method: "sgd")],
            x: .init("k"), y: .init("f"), title: "A line")
        ],
        claims: [
          Claim(
            "two", "1 + 1 > 1 & all that.", quantity: "1 + 1", theory: .near(2, within: 0, "Peano"),
            measured: Measurement(1 + 1)),
          Claim(
            "slip", "1 + 1 = 3.", quantity: "1 + 1", theory: .near(3, within: 0, "a slip"),
            measured: Measurement(1 + 1), correction: "1 + 1 = 2."),
        ])
    ]
  }
}

@Suite(.serialized) struct LectureMakerTests {
  private static func inFolder(_ body: (String) async throws -> Void) async throws {
    let path = NSTemporaryDirectory() + "descent-lecture-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let catalogue = ChapterCatalogue.standard.adding([CountedChapter.self])
    CountedChapter.count.withLock { $0 = 0 }
    try await ChapterCatalogue.$current.withValue(catalogue) { try await body(path) }
  }

  private static func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  private static func count() -> Int { CountedChapter.count.withLock { $0 } }

  /// What was made in the same way is kept; another seed, theme or version is made anew, and so is
  /// what was only half there.
  @Test func whatIsThereIsKept() async throws {
    try await Self.inFolder { path in
      let maker = LectureMaker(version: "1")
      let first = try await maker.make(["counted"], into: path)
      #expect(first.map(\.name) == ["counted"])
      let again = try await maker.make(["counted"], into: path)
      #expect(again == first)
      #expect(Self.count() == 1)
      try await LectureMaker(seed: 1, version: "1").make(["counted"], into: path)
      #expect(Self.count() == 2)
      try await LectureMaker(seed: 1, version: "2").make(["counted"], into: path)
      #expect(Self.count() == 3)
      try FileManager.default.removeItem(atPath: path + "/counted/chapter.json")
      try await LectureMaker(seed: 1, version: "2").make(["counted"], into: path)
      #expect(Self.count() == 4)
      #expect(FileManager.default.fileExists(atPath: path + "/counted/line.png"))
      #expect(FileManager.default.fileExists(atPath: path + "/counted/line.pdf"))
    }
  }

  /// The same seed gives the same bytes.
  @Test func filesAreTheSame() async throws {
    try await Self.inFolder { path in
      for folder in ["a", "b"] {
        try await LectureMaker(version: "1").make(["counted"], into: "\(path)/\(folder)")
      }
      for name in ["index.html", "summary.md", "slides.tex", "counted/chapter.json"] {
        let texts = try ["a", "b"].map { try Self.text("\(path)/\($0)/\(name)") }
        #expect(texts[0] == texts[1])
        #expect(!texts[0].isEmpty)
      }
    }
  }

  /// One seed is told once, several beside their chapters.
  @Test func seedsAreTold() {
    let parts = CountedChapter(ChapterSetting()).parts
    let records = [3, 4].map { ChapterRecord(CountedChapter.card, seed: $0, parts) }
    let one = LectureSummary([records[0], records[0]]).text
    #expect(one.contains("2 fail. Seed 3.\n") && !one.contains("One & one is two. Seed"))
    for text in [LectureSummary(records).text, LecturePage(records).html] {
      #expect(text.contains("is two. Seed 3.") && text.contains("is two. Seed 4."))
      #expect(!text.contains("fail. Seed"))
    }
  }

  @Test func pagesTellEveryClaim() async throws {
    try await Self.inFolder { path in
      let records = try await LectureMaker(version: "1").make(["counted"], into: path)
      let page = try Self.text(path + "/index.html")
      #expect(page.contains("Counted &lt;chapter&gt;"))
      #expect(page.contains("1 + 1 &gt; 1 &amp; all that."))
      #expect(page.contains("counted/line.png"))
      #expect(page.contains("1 + 1 = 2."))
      #expect(!page.contains("{{"))
      let summary = try Self.text(path + "/summary.md")
      #expect(summary.contains("2 claims: 1 holds, 1 fails."))
      let slides = try Self.text(path + "/slides.tex")
      #expect(slides.contains("A 100 \\% part\\_of it"))
      #expect(slides.contains("counted/line.pdf"))
      #expect(slides.contains("\\title{ \(LectureWords.title) }"))
      #expect(slides.contains("\\large{}"))
      for claim in records[0].claims {
        #expect(summary.contains(claim.sentence))
        #expect(slides.contains(TeXText.escaped(claim.sentence)))
      }
    }
  }

  @Test func unknownChaptersAreErrors() async throws {
    try await Self.inFolder { path in
      let error = await #expect(throws: SpecificationError.self) {
        try await LectureMaker(version: "1").make(["counted", "momentun"], into: path)
      }
      #expect(error?.description.contains("momentum") == true)
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }

  /// A file of one's own in the folder is not touched.
  @Test func foreignFilesStay() async throws {
    try await Self.inFolder { path in
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true)
      try "mine".write(toFile: path + "/index.html", atomically: true, encoding: .utf8)
      await #expect(throws: (any Error).self) {
        try await LectureMaker(version: "1").make(["counted"], into: path)
      }
      #expect(try Self.text(path + "/index.html") == "mine")
    }
  }
}

/// Text for LaTeX.
struct TeXTextTests {
  @Test(arguments: [
    ("50 % of θ_0 & #1", "50 \\% of θ\\_0 \\& \\#1"),
    ("a{b}~c^d", "a\\{b\\}\\textasciitilde{}c\\textasciicircum{}d"),
    ("\\x $y$", "\\textbackslash{}x \\$y\\$"),
  ])
  func commandsAreHarmless(text: String, expected: String) {
    #expect(TeXText.escaped(text) == expected)
  }

  /// Every character that chapters use is one that the slides can set: of Latin 1 or T1, declared, or a
  /// letter with a hat.
  @Test func charactersAreDeclared() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let sources = try #require(
      FileManager.default.enumerator(
        at: root.appending(path: "Sources/Lecture/Chapters"), includingPropertiesForKeys: nil))
    var strange: Set<Character> = []
    for case let file as URL in sources where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      // What is escaped of ASCII is ASCII.
      let lines = text.split(separator: "\n").filter { $0.utf8.contains { $0 > 0x7F } }
      for line in lines where !line.contains("//") {
        for character in TeXText.escaped(String(line))
        where !TeXText.declarations.contains(character)
          && !"…–".contains(character)
          && character.unicodeScalars.contains(where: { $0.value > 0xFF })
        {
          strange.insert(character)
        }
      }
    }
    #expect(strange.isEmpty, "\(strange)")
  }
}
