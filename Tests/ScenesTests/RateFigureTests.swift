import Testing

@testable import Scenes

struct RateFigureTests {
  private func picture(_ rates: [Double], note: String? = nil) -> Picture {
    RateFigure(
      rates: rates, title: "power(0.1,r=20)", note: note, measuring: FixedWidthMeasuring()
    ).picture
  }

  private func lines(_ picture: Picture) -> [[Point]] {
    picture.marks.flatMap { $0.polylines(colored: EntrantStyle(index: 0).color) }
  }

  @Test(arguments: [
    [0.1], [0, 0, 0], [0.95, 0.85, 0.95], (0..<5000).map { 0.1 / Double(1 + $0) }, [.nan, 0.1], [],
  ])
  func everythingLiesInThePicture(_ rates: [Double]) {
    let picture = picture(rates, note: "a note")
    #expect(picture.marks.flatMap(\.points).allSatisfy(picture.size.rect.contains))
    #expect(picture.marks.compactMap(\.string).contains("power(0.1,r=20)"))
    #expect(picture.marks.compactMap(\.string).contains("a note"))
  }

  @Test func ratesAreLevelFromStepToStep() throws {
    let line = try #require(lines(picture([0.1, 0.1, 0.05, 0.2])).first)
    #expect(line.count == 8)
    for i in stride(from: 0, to: 8, by: 2) { #expect(line[i].y == line[i + 1].y) }
    for i in stride(from: 1, to: 7, by: 2) { #expect(line[i].x == line[i + 1].x) }
  }

  @Test func longSchedulesAreThinned() throws {
    let jagged = (0..<100_000).map { $0.isMultiple(of: 2) ? 0.1 : 0.2 }
    let line = try #require(lines(picture(jagged)).first)
    #expect(line.count <= 4 * 720)
    #expect(Set(line.map(\.y)).count == 2)
  }

  @Test func gapsSplitTheLine() {
    #expect(lines(picture([0.1, .nan, 0.2, 0.1])).map(\.count) == [2, 4])
  }
}
