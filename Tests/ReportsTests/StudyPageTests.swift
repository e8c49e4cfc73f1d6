import Experiments
import Foundation
import JSON
import Scenes
import Statistics
import Testing

@testable import Reports

@Suite struct StudyPageTests {
  /// Where the browser's tests, Tests/PageTests, want pages to be written.
  private static let pages = ProcessInfo.processInfo.environment["PLAYER_PAGES"]

  @Test func samePagesAreSameTexts() async throws {
    let runs = try await StudySamples.mixed()
    #expect(StudySamples.page(runs).html == StudySamples.page(runs).html)
  }

  @Test func nothingIsFetchedAndTitlesCannotBreakOut() async throws {
    let runs = Array(try await StudySamples.mixed().prefix(3))
    let html = StudyPage(runs, title: "</script><b onclick=\"x\">{{study}}").html
    #expect(html.contains("<title>&lt;/script&gt;&lt;b onclick=&quot;x&quot;&gt;{{study}}</title>"))
    #expect(html.contains("default-src 'none'"))
    let addresses = html.matches(of: /https?:\/\/[^"'\s]*/).map { String($0.output) }
    #expect(addresses == ["http://www.w3.org/2000/svg"])
  }

  /// Problems and optimizers stand as in the table; a method has its colour of races.
  @Test func studyTellsWhatThereIs() async throws {
    let runs = try await StudySamples.mixed()
    let study = try Self.reader(StudySamples.page(runs))
    let table = StudyTable(runs)
    let names = try study.member("problems").elements().map { try $0.member("name").string() }
    #expect(names == table.problems.map(\.name))
    let optimizers = try study.member("optimizers").elements()
    #expect(try optimizers.map { try $0.member("name").string() } == table.optimizers)
    let queries = try study.member("queries").elements().map { try $0.string() }
    #expect(queries == ["values", "gradients", "hessians", "products", "samples"])
    #expect(try study.member("runs").member("count").integer() == runs.count)
    #expect(try study.optional("thinned") == nil)
    let races = try study.member("problems").elements().compactMap { try $0.optional("race") }
    #expect(try races.map { try $0.string() } == ["races/beale.html"])
    // Of two Adams the first has its own colour, the third of the theme.
    let colors = try optimizers.map { try $0.member("colors").member("dark").string() }
    #expect(colors[1] == ThemeColors.dark.trails[2].css)
    #expect(Set(colors).count == optimizers.count)
  }

  /// Of a large study fewer steps are kept, but times to targets that have a name stay what they
  /// are.
  @Test func thinnedRunsKeepTheirTimes() async throws {
    let runs = try await StudySamples.mixed()
    let entries = PageEntries(runs, columns: 6, limit: 10_000)
    #expect(entries.note?.contains("Thinned") == true)
    let kept = runs.indices.map { entries.kept[$0] ?? [] }
    #expect(kept.reduce(0) { $0 + $1.count } < runs.reduce(0) { $0 + $1.trajectory.count } / 2)
    for (run, entries) in zip(runs, kept) {
      guard let minimum = run.trajectory.minimum else { continue }
      for target in TargetSet.usual.levels {
        func time(_ entries: some Sequence<Int>) -> Int? {
          entries.first { run.trajectory.values[$0] - minimum <= target }
        }
        #expect(time(entries) == time(0..<run.trajectory.count))
      }
    }
  }

  private static func reader(_ page: StudyPage) throws -> JSONReader {
    JSONReader(try JSON(parsing: Array(page.data.study.description.utf8)))
  }

  @Test(.enabled(if: StudyPageTests.pages != nil)) func pagesForABrowser() async throws {
    let folder = URL(filePath: try #require(Self.pages))
    let runs = try await StudySamples.mixed()
    let files = [
      "study.html": StudySamples.page(runs).html,
      "study-thinned.html": StudySamples.page(runs, limit: 1000).html,
      "study-large.html": StudySamples.page(StudySamples.large(runs)).html,
      "study.json": StudyVectors(table: StudyTable(runs)).json.description,
    ]
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
  }
}
