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
        let pair = "\(colors.name): \(colors.trails[i]), \(j), \(vision)"
        #expect(seen[i].distance(seen[j]) >= 20, "\(pair)")
        // The methods of lectures are as far apart by the stricter measure.
        #expect(i >= 7 || seen[i].difference(seen[j]) >= 20, "\(pair)")
      }
    }
  }

  /// 21 is the contrast of black to white.
  @Test func contrastIsThatOfWCAG() {
    #expect(abs(Color(0x000000).contrast(to: Color(0xFFFFFF)) - 21) < 1e-12)
    #expect(abs(Color(0x777777).contrast(to: Color(0xFFFFFF)) - 4.48) < 0.005)
  }

  /// The halo parts a trail from a map of any colour; the paper is below a chart.
  @Test(arguments: ThemeColors.all) func trailsStandOut(colors: ThemeColors) {
    #expect(colors.trails.count >= 10)
    for trail in colors.trails {
      for ground in [colors.paper, colors.halo] {
        #expect(trail.contrast(to: ground) >= 3, "\(colors.name): \(trail) on \(ground)")
      }
    }
  }

  /// SGD is blue whatever the theme.
  @Test(arguments: ThemeColors.all) func theFirstIsBlue(colors: ThemeColors) {
    let first = colors.trails[0]
    #expect(Int(first.blue) > 2 * Int(max(first.red, first.green)))
  }

  @Test(arguments: ThemeColors.all)
  func textIsReadable(colors: ThemeColors) {
    let paper = ColorVision.normal.lab(colors.paper).l
    for text in [colors.ink, colors.muted] {
      #expect(abs(ColorVision.normal.lab(text).l - paper) >= 50)
    }
  }
}
