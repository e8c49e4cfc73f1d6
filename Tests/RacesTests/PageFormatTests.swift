import Experiments
import Objectives
import Optimizers
import Rendering
import Testing

@testable import Races
@testable import Scenes

/// Pages and presentations made of a race: sheets, figures, the frame for beamer.
struct PageFormatTests {
  private static let sizes = [(1280, 720), (1024, 768), (1000, 1000), (800, 1150)].map {
    PixelSize(width: $0.0, height: $0.1)
  }

  private func race(_ steps: Int = 60) throws -> ([[Trajectory]], Landscape) {
    let function = try FunctionName.function("himmelblau")
    let rivals = try OptimizerCatalogue.list("sgd:lr=0.01,momentum:lr=0.005,adam:lr=0.1,newton")
    let runs = try rivals.map {
      [try descend(function, with: $0, plan: Plan(budget: Budget(steps: steps)))]
    }
    return (runs, Landscape(function))
  }

  /// Six maps, each with its moment, which take a quarter of the page at least.
  @Test(arguments: sizes) func sheetsShowSixMoments(size: PixelSize) throws {
    let (groups, landscape) = try race()
    var style = RaceStyle()
    style.size = size
    let sheet = RaceFilm.sheet(
      groups: groups, on: landscape, style: style, measuring: CairoTextMeasuring())
    let rasters = sheet.marks.compactMap { mark -> Raster? in
      if case .raster(let raster, _) = mark { raster } else { nil }
    }
    #expect(rasters.count == 6)
    let covered = rasters.reduce(0) { $0 + $1.width * $1.height }
    #expect(Double(covered) > 0.25 * Double(size.width * size.height), "\(covered)")
    let texts = sheet.marks.flatMap(\.texts)
    for step in [0, 2, 9, 21, 38, 60] {
      #expect(texts.contains { $0.text == "step \(step) of 60" }, "\(step)")
    }
    for name in ["SGD", "Momentum", "Adam", "Newton"] {
      #expect(texts.count { $0.text == name } == 1)
    }
    for (i, text) in texts.enumerated() {
      let box = text.box(CairoTextMeasuring())
      #expect(size.rect.contains(box) && text.style.size >= 8, "\(text.text)")
      #expect(!texts[..<i].contains { $0.box(CairoTextMeasuring()).intersects(box) })
    }
  }

  @Test func shortRacesHaveFewMoments() throws {
    let (groups, landscape) = try race(2)
    let sheet = RaceFilm.sheet(groups: groups, on: landscape, measuring: CairoTextMeasuring())
    #expect(sheet.marks.flatMap(\.texts).count { $0.text.hasPrefix("step ") } == 3)
  }

  /// The map takes three eighths of a figure's shorter side at least, however large the text that
  /// is let through.
  @Test(arguments: sizes, [1, 1.5, 2, 3]) func figuresKeepTheirMap(
    size: PixelSize, scale: Double
  ) throws {
    let (groups, landscape) = try race()
    var style = RaceStyle()
    (style.size, style.layout, style.scale, style.paperWidth) = (size, .figure, scale, 120)
    guard (try? style.requireRoom(for: groups.count)) != nil else { return }
    let film = RaceFilm(
      groups: groups, on: landscape, style: style, measuring: CairoTextMeasuring())
    let sides = film.background.marks.compactMap { mark -> Int? in
      if case .raster(let raster, _) = mark { min(raster.width, raster.height) } else { nil }
    }
    let side = try #require(sides.first)
    #expect(Double(side) >= 0.375 * Double(min(size.width, size.height)), "\(side)")
  }

  /// About sixty pictures, the last of them the end, and none of the title.
  @Test(arguments: [(300, 25), (300, 0), (90, 7), (61, 5), (40, 3), (1000, 83), (1, 0)])
  func presentationsHaveAboutSixtyPictures(frameCount: Int, titleFrameCount: Int) throws {
    let animation = LaTeXAnimation(
      frameCount: frameCount, titleFrameCount: titleFrameCount, framesPerSecond: 25)
    let shown = Array(Swift.stride(from: animation.first, to: frameCount, by: animation.stride))
    #expect(shown.last == frameCount - 1)
    #expect(animation.first >= titleFrameCount)
    #expect(shown.count <= 90)
    #expect(shown.count >= min(45, frameCount - titleFrameCount))
    let text = animation.text
    #expect(text.contains("\\begin{frame}") && text.contains("\\end{frame}"))
    #expect(text.contains("every=\(animation.stride),"))
    #expect(text.contains("{\\racefolder frame-}"))
    #expect(text.contains("\\providecommand{\\racefolder}{}"))
  }

  /// Frames a second of a film with every so many of its frames: 25/5, 1/150, 1/7, 25/2.
  @Test(arguments: [
    (300, 25, "5"), (9000, 1, "0.0067"), (420, 1, "0.14"), (120, 25, "12.50"),
  ])
  func presentationsAreAsFastAsTheFilm(frameCount: Int, rate: Int, text: String) {
    let animation = LaTeXAnimation(
      frameCount: frameCount, titleFrameCount: 0, framesPerSecond: rate)
    #expect(animation.text.contains("keepaspectratio]{\(text)}{"))
  }
}
