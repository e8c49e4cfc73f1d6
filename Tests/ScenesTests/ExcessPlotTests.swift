import Testing

@testable import Scenes

struct ExcessPlotTests {
  @Test(arguments: [true, false], ExcessPlot.Abscissa.allCases)
  func everythingLiesInThePicture(isLogarithmicX: Bool, abscissa: ExcessPlot.Abscissa) {
    let picture = ExcessPlot(
      trajectories: Fixture.field, abscissa: abscissa, isLogarithmicX: isLogarithmicX,
      title: "Valley", measuring: FixedWidthMeasuring()
    ).picture
    #expect(picture.marks.flatMap(\.points).allSatisfy(picture.size.rect.contains))
    let texts = picture.marks.compactMap(\.string)
    #expect(Fixture.field.allSatisfy { texts.contains($0.title) })
  }

  @Test func zeroExcessHasARow() {
    let arriving = Fixture.trajectory([(0, 0), (0.5, 0.25), (1, 1)])
    let plot = ExcessPlot(
      trajectories: [arriving], title: "Valley", measuring: FixedWidthMeasuring())
    let texts = plot.picture.marks.compactMap(\.string)
    // Of the steps' axis, and of the row.
    #expect(texts.count { $0 == "0" } == 2)
  }

  @Test func withoutMinimumTheValueIsPlotted() {
    let unknown = Fixture.trajectory([(0, 0), (0.5, 0.25), (1, 1)], minimum: nil)
    let plot = ExcessPlot(
      trajectories: [unknown], title: "Valley", measuring: FixedWidthMeasuring())
    #expect(plot.picture.marks.compactMap(\.string).contains("f"))
  }
}
