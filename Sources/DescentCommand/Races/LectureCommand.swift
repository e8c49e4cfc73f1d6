import ArgumentParser
import DescentKit

struct LectureCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "lecture",
      abstract: "Make the lecture on optimization: figures, films, and every claim measured.",
      discussion: """
        Writes a folder for each chapter and film, index.html, summary.md and slides.tex. What is
        there already, made in the same way, is kept.
          descent lecture
          descent lecture momentum animation
        """)
  }

  @Argument(
    help: "Chapters; all of them unless given.", completion: .list(ChapterCatalogue.current.names))
  var chapters: [String] = []

  @Flag(help: "List the chapters instead of making them.")
  var list = false

  @Option(RunSettings.seed) var seed: UInt64?

  @OptionGroup var race: RaceOptions

  @Option(help: "Folder to write into.")
  var output = "output/lecture"

  func run() async throws {
    if list { return print(Self.table) }
    let maker = LectureMaker(
      drawing: race.request, seed: seed ?? 0, version: DescentVersion.current,
      reporter: Console())
    let records = try await maker.make(chapters, into: output)
    print(Self.table(of: records))
    print(TerminalText.line("\(output): index.html, summary.md, slides.tex"))
    let wrong = records.flatMap(\.claims).filter { $0.verdict != $0.expectedVerdict }
    for claim in wrong {
      StandardError.warn("'\(claim.name)' is not as expected: \(claim.measured.text)")
    }
  }
}

extension LectureCommand {
  /// What there is to be made.
  static var table: String {
    var table = TextTable(["chapter", "title", "shows"])
    for chapter in ChapterCatalogue.current.entries {
      table.add([chapter.card.name, chapter.card.title, chapter.card.summary])
    }
    return table.text
  }

  /// Every claim of some chapters with what was found.
  static func table(of records: [ChapterRecord]) -> String {
    var table = TextTable(["chapter", "claim", "expected", "measured", "verdict"])
    for record in records {
      for claim in record.claims {
        table.add([
          record.name, claim.name, claim.theory.text, claim.measured.text,
          claim.verdict.rawValue,
        ])
      }
    }
    return table.text
  }
}
