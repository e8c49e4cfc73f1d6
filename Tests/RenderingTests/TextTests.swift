import Rendering
import Scenes
import Testing

@Suite struct TextTests {
  let measuring = CairoTextMeasuring()
  let style = TextStyle(size: 10, color: Color(0))

  @Test func widthsAreProportionalToTheSize() {
    var large = style
    large.size = 30
    let width = measuring.width(of: "Rosenbrock", in: style)
    #expect(width > 30 && width < 90)
    #expect(abs(measuring.width(of: "Rosenbrock", in: large) - 3 * width) < 0.5)
  }

  @Test func widthsAdd() {
    let whole = measuring.width(of: "Adam 0.01", in: style)
    let parts = ["Adam", " ", "0.01"].map { measuring.width(of: $0, in: style) }
    #expect(abs(whole - parts.reduce(0, +)) < 0.5)
    #expect(measuring.width(of: "", in: style) == 0)
  }

  /// A private character is in no font.
  @Test func glyphsThatAreMissingAreTold() {
    #expect(measuring.missingGlyphs(in: "Adam −1.2 ε√s ‖∇f‖ ★ é") == [])
    #expect(
      measuring.missingGlyphs(in: "a\u{F0F0F}b\u{F0F0E}\u{F0F0F}") == ["\u{F0F0F}", "\u{F0F0E}"])
  }

  @Test func monospacedLettersAreEquallyWide() {
    var mono = style
    mono.family = .mono
    #expect(measuring.width(of: "iii", in: mono) == measuring.width(of: "MMM", in: mono))
  }

  @Test func anyThreadMayMeasure() async {
    let expected = measuring.width(of: "f(x)", in: style)
    await withTaskGroup(of: Double.self) { group in
      for _ in 0..<50 {
        group.addTask { [measuring, style] in measuring.width(of: "f(x)", in: style) }
      }
      for await width in group { #expect(width == expected) }
    }
  }
}
