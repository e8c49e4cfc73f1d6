import Foundation
import JSON
import LinearAlgebra
import Specifications
import Testing

@testable import Rendering
@testable import Scenes

@Suite struct PlayerTests {
  /// Where the browser's tests, Tests/PageTests, want pages to be written.
  private static let pages = ProcessInfo.processInfo.environment["PLAYER_PAGES"]

  @Test func fiveEntrantsOverTwoThousandStepsTakeLessThanTwoMegabytes() throws {
    let html = try PlayerSamples.valley(resolution: PlayerSamples.fine).html()
    #expect(html.utf8.count < 2_000_000)
  }

  @Test func longRacesAreThinned() throws {
    let html = try PlayerSamples.valley(steps: 40_000).html()
    #expect(html.utf8.count < 2_000_000)
  }

  /// Four arrows and more an entry, or many trial points.
  @Test(arguments: [
    ["momentum:lr=0.0003", "adam:lr=0.01", "nesterov:lr=0.0003", "heavy-ball:lr=0.0003", "newton"],
    Array(repeating: "steepest-descent", count: 5),
  ])
  func overlaysTakeLessThanTwoMegabytes(entrants: [String]) throws {
    let html = try PlayerSamples.knowing(
      "rosenbrock", entrants, steps: 2000, resolution: PlayerSamples.fine
    ).html()
    #expect(html.contains("\"overlay\":"))
    #expect(html.utf8.count < 2_000_000)
  }

  /// Short runs, long ones, and more than are drawn; the notes tell what was thinned.
  @Test func cloudsTakeLessThanTwoMegabytes() throws {
    let fine = PlayerSamples.fine
    let pages = [
      (try PlayerSamples.cloud(resolution: fine), 75, nil),
      (
        try PlayerSamples.cloud(steps: 1000, resolution: fine), 75,
        /"thinned: places to [0-9.]+ % of the map, medians at 400 times"/
      ),
      (
        try PlayerSamples.crowd(side: 30, steps: 6, resolution: fine), 1350,
        /"thinned: one run in 2 is drawn"/
      ),
    ]
    for (page, runs, note) in pages {
      let html = try page.html()
      #expect(html.utf8.count < 2_000_000)
      // Each run has a column, and so has each clock of each optimizer.
      #expect(html.components(separatedBy: "\"gradientNorm\":[").count - 1 == runs + 3 * 3)
      if let note { #expect(html.contains(note)) } else { #expect(!html.contains("thinned:")) }
    }
  }

  @Test func samePagesAreSameTexts() throws {
    #expect(try PlayerSamples.dark().html() == PlayerSamples.dark().html())
  }

  @Test func nothingIsFetched() throws {
    let html = try PlayerSamples.valley().html()
    let addresses = html.matches(of: /https?:\/\/[^"'\s]*/).map { String($0.output) }
    // The name of a vocabulary, not an address.
    #expect(addresses == ["http://www.w3.org/2000/svg"])
    #expect(html.contains("default-src 'none'"))
    #expect(!html.contains("@import"))
  }

  @Test func titlesCannotBreakOut() throws {
    let title = "</script></title><b onclick=\"x\">&'\u{0}{{race}}<!--"
    let plain = try PlayerSamples.valley(title: "plain", steps: 3).html()
    let html = try PlayerSamples.valley(title: title, steps: 3).html()
    let escaped = "&lt;/script&gt;&lt;/title&gt;&lt;b onclick=&quot;x&quot;&gt;&amp;&#39;"
    #expect(html.contains("<title>\(escaped)\u{FFFD}{{race}}&lt;!--</title>"))
    for markup in ["</script>", "<!--", "<b "] {
      #expect(count(of: markup, in: html) == count(of: markup, in: plain))
    }
  }

  @Test func everyPlaceOfTheTemplateIsFilled() throws {
    let page = PageTemplate.text(PackageResources.page_html)
    let html = try PlayerSamples.dark().html()
    #expect(page.contains("{{race}}"))
    #expect(!html.contains("{{"))
  }

  @Test(arguments: [
    ("a{{x}}b{{y}}c", "a{{y}}b2c"), ("{{x}}{{x}}", "{{y}}{{y}}"), ("{{none}}!", "!"), ("", ""),
    ("{ {{y}} }", "{ 2 }"),
  ])
  func templatesAreFilledOnce(template: String, text: String) {
    let filled = PageTemplate(Array(template.utf8)).filled(with: ["x": "{{y}}", "y": "2"])
    #expect(filled == text)
  }

  @Test func colorsAreTheThemes() throws {
    let html = try PlayerSamples.dark().html()
    for (name, color) in [("paper", ThemeColors.dark.paper), ("ink", ThemeColors.dark.ink)] {
      #expect(html.contains("--\(name): \(color.css);"))
    }
    #expect(html.contains("<meta name=\"color-scheme\" content=\"dark\">"))
    #expect(html.contains("\"color\":\"\(EntrantStyle(index: 0, in: .dark).color.css)\""))
  }

  @Test(.enabled(if: PlayerTests.pages != nil)) func pagesForABrowser() throws {
    let folder = URL(filePath: try #require(Self.pages))
    let pages = [
      "valley.html": try PlayerSamples.valley(resolution: PlayerSamples.fine),
      "dark.html": try PlayerSamples.dark(resolution: PlayerSamples.fine),
      "hall.html": try PlayerSamples.hall(resolution: PlayerSamples.fine),
      "graph.html": try PlayerSamples.graph(resolution: PlayerSamples.fine),
      "knowing.html": try PlayerSamples.knowing(resolution: PlayerSamples.fine),
      "grid.html": try PlayerSamples.knowing(
        "himmelblau", ["sgd:lr=0.02", "momentum:lr=0.003", "adam:lr=0.1", "newton", "cg"],
        layout: .grid,
        overlays: [.gradient, .momentum, .scale, .model], resolution: PlayerSamples.fine),
      "cloud.html": try PlayerSamples.cloud(resolution: PlayerSamples.fine),
      "seeds.html": try PlayerSamples.seeds(resolution: PlayerSamples.fine),
      "bowl.html": try PlayerSamples.bowl(resolution: PlayerSamples.fine),
      "crowd.html": try PlayerSamples.crowd(resolution: PlayerSamples.fine),
      "said.html": try PlayerSamples.valley(
        steps: 200,
        notes: [(0, "all begin here"), (60, "here momentum overshoots"), (60, "twice")],
        resolution: PlayerSamples.fine),
    ]
    for (name, page) in pages {
      try Data(page.html().utf8).write(to: folder.appending(path: name))
    }
    let numbers = ["numbers": Self.numbers, "shortest": Self.shortest]
    let vectors = PageVectors.files.merging(numbers) { $1 }
    for (name, list) in vectors {
      try Data(list.description.utf8).write(to: folder.appending(path: "\(name).json"))
    }
  }

  private static let sampled: [Double] = {
    let plain = [
      0.58, 0.5801, 5.97, 0.125, 1.005, 9.9995, 99_999.5, 1e6, 1_234_567, 1e-5, 9.9999e-5, 0.25,
      4.712e-11, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 1.0 / 3, 2.5, 1, 10, 100, 1e-4,
      0x1p53, (0x1p53).nextDown, (0x1p53).nextUp,
    ]
    var stream = RandomStream(seed: 11)
    let random = (0..<500).map { _ in
      (stream.uniform() - 0.5) * pow(10, 40 * stream.uniform() - 20)
    }
    return plain + plain.map { -$0 } + random
  }()

  /// Numbers as specifications write them.
  private static var shortest: JSON {
    .array((sampled + [0]).map { .array([.number($0), .string(NumberText.short($0))]) })
  }

  /// Numbers as films write them, which the page has to write the same: value, digits, whether all
  /// digits are kept, and text.
  private static var numbers: JSON {
    .array(
      sampled.flatMap { value in
        (1...6).flatMap { digits in
          [
            (false, NumberLabel.value(value, digits: digits)),
            (true, NumberLabel.changing(value, digits: digits)),
          ].map { keepsZeros, text in
            .array([
              .number(value), .integer(digits), .integer(keepsZeros ? 1 : 0), .string(text),
            ])
          }
        }
      })
  }

  private func count(of text: String, in html: String) -> Int {
    html.components(separatedBy: text).count - 1
  }
}
