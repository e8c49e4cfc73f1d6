import Scenes
import Testing

struct ColorVisionTests {
  /// Pairs of Sharma, Wu and Dalal 2005, table 1.
  @Test(arguments: [
    (CIELab(l: 50, a: 2.6772, b: -79.7751), CIELab(l: 50, a: 0, b: -82.7485), 2.0425),
    (CIELab(l: 50, a: 2.5, b: 0), CIELab(l: 73, a: 25, b: -18), 27.1492),
    (
      CIELab(l: 60.2574, a: -34.0099, b: 36.2677), CIELab(l: 60.4626, a: -34.1751, b: 39.4387),
      1.2644
    ),
    (CIELab(l: 2.0776, a: 0.0795, b: -1.1350), CIELab(l: 0.9033, a: -0.0636, b: -0.5514), 0.9082),
  ])
  func differencesAreThePublishedOnes(a: CIELab, b: CIELab, difference: Double) {
    #expect(abs(a.difference(b) - difference) < 1e-4)
  }

  @Test(arguments: ThemeColors.all, ColorVision.allCases)
  func trailsAreToldApart(colors: ThemeColors, vision: ColorVision) {
    let seen = colors.trails.map(vision.lab)
    for i in seen.indices {
      for j in 0..<i {
        #expect(
          seen[i].difference(seen[j]) >= 20, "\(colors.name): \(colors.trails[i]), \(j), \(vision)")
      }
    }
  }

  @Test(arguments: ThemeColors.all)
  func textIsReadable(colors: ThemeColors) {
    let paper = ColorVision.normal.lab(colors.paper).l
    for text in [colors.ink, colors.muted] {
      #expect(abs(ColorVision.normal.lab(text).l - paper) >= 50)
    }
  }
}
