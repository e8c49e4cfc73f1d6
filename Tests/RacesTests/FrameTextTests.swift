import Experiments
import Objectives
import Optimizers
import Races
import Rendering
import Testing

@testable import Scenes

/// No text leaves the page, lies on another or has a word that is cut, in any frame that differs
/// from others in its texts' places.
struct FrameTextTests {
  private static let names = FunctionCatalogue.names.filter { name in
    // Losses over data take too long for a map each.
    guard let function = try? FunctionName.function(name), function.finiteSum == nil else {
      return false
    }
    return function.dimension == 2
  }

  /// Small type on a small page has the least room.
  @Test(arguments: names)
  func textsKeepApart(name: String) throws {
    try check(Race(name), PixelSize(width: 640, height: 360), .standard)
  }

  static let pages = [(1280, 720), (600, 600), (480, 800), (1000, 480), (1080, 1350)].map {
    PixelSize(width: $0.0, height: $0.1)
  }

  @Test(arguments: ["rosenbrock", "mgh-3", "easom"], RaceStyle.Layout.allCases)
  func textsKeepApartOnEveryPage(name: String, layout: RaceStyle.Layout) throws {
    let race = try Race(name)
    for size in Self.pages { try check(race, size, layout) }
  }

  /// What else may stand on a page.
  struct Variant: Sendable, CustomTestStringConvertible {
    let name: String
    var function = "rosenbrock"
    var optimizers = "sgd:lr=0.001,adam:lr=0.1"
    /// Each optimizer starts at so many points.
    var starts = 1
    var change: @Sendable (inout RaceStyle) -> Void = { _ in }

    var testDescription: String { name }
  }

  static let variants = [
    Variant(name: "rates") { $0.overlays = [.rate] },
    Variant(name: "all overlays") { $0.overlays = Set(RaceOverlay.all) },
    Variant(name: "large") { $0.scale = 1.5 },
    Variant(name: "largest") { $0.scale = RaceStyle.largestScale(for: $0.size) },
    Variant(name: "small") { $0.scale = 0.5 },
    Variant(name: "equal units", function: "mgh-3") { $0.aspect = .equal },
    Variant(name: "fit") { $0.window = .fit },
    Variant(
      name: "title",
      change: {
        $0.titleSlide = TitleSlide.Words(
          title: "A title of more words than there is room for on a page of the usual width",
          subtitle: "rosenbrock · start (−1.2, 1) · 300 steps")
      }),
    Variant(
      name: "nine", optimizers: "sgd,momentum,nesterov,adagrad,rmsprop,adam,adadelta,newton,bfgs"),
    Variant(
      name: "seventeen", optimizers: Array(repeating: "sgd", count: 17).joined(separator: ",")),
    Variant(name: "one variable", function: "x^4-x"),
    Variant(name: "ten variables", function: "rosenbrock:n=10"),
    Variant(name: "cloud", starts: 9),
    Variant(
      name: "long", function: "100*(y-x^2)^2+(1-x)^2+0*sin(x)*cos(y)*exp(-x^2-y^2)*sqrt(x^2)"),
  ]

  @Test(arguments: variants) func textsKeepApart(in variant: Variant) throws {
    let function = try FunctionName.function(variant.function)
    let rivals = try OptimizerCatalogue.list(variant.optimizers)
    let plan = Plan(budget: Budget(steps: 40), isDetailed: true)
    let groups = try rivals.map { rival in
      try (0..<variant.starts).map { i in
        let start = function.start.map { $0 + 0.1 * Double(i) }
        return try descend(function, with: rival, from: start, plan: plan)
      }
    }
    let recording = RaceRecording(
      function: function, clock: .steps, budget: "40 steps", entrants: groups)
    let landscape = Self.coarse(try Landscape(recording, on: .automatic))
    for size in Self.pages {
      for layout in RaceStyle.Layout.allCases {
        var style = RaceStyle()
        (style.size, style.layout, style.frameLimit) = (size, layout, 24)
        if layout == .figure { style.paperWidth = 120 }
        style.contours.isVector = true
        variant.change(&style)
        let film = RaceFilm(
          groups: groups, on: landscape, style: style, measuring: CairoTextMeasuring())
        try check(film, "\(variant.name), \(size.width)x\(size.height), \(layout.rawValue)")
      }
    }
  }

  /// Four methods on a function.
  private struct Race {
    let name: String
    let trajectories: [Trajectory]
    let landscape: Landscape

    init(_ name: String) throws {
      self.name = name
      let function = try FunctionName.function(name)
      let rivals = try OptimizerCatalogue.list("sgd:lr=0.01,adam:lr=0.1,bfgs,momentum:lr=0.001")
      trajectories = try rivals.map {
        try descend(function, with: $0, plan: Plan(budget: Budget(steps: 40)))
      }
      landscape = FrameTextTests.coarse(Landscape(function))
    }
  }

  private func check(_ race: Race, _ size: PixelSize, _ layout: RaceStyle.Layout) throws {
    var style = RaceStyle()
    (style.size, style.layout, style.frameLimit) = (size, layout, 24)
    // Lines between the bands are no texts, and to paint them takes longest.
    style.contours.isVector = true
    let film = RaceFilm(
      race.trajectories, on: race.landscape, style: style, measuring: CairoTextMeasuring())
    try check(film, "\(race.name), \(size.width)x\(size.height), \(layout.rawValue)")
  }

  /// The landscape in 40 x 40 plates: texts depend on its heights, not on its shape, and pixels are
  /// many.
  private static func coarse(_ landscape: Landscape) -> Landscape {
    let columns = Scale(landscape.x, from: 0, to: 40)
    let rows = Scale(landscape.y, from: 0, to: 40)
    let heights = (0..<1600).map {
      landscape.objective(
        columns.value(at: Double($0 % 40) + 0.5), rows.value(at: Double($0 / 40) + 0.5))
    }
    var result = landscape
    // Without the scales, which take as long as most functions.
    let (across, up) = (Self.plates(landscape.x), Self.plates(landscape.y))
    result.objective = { x, y in
      let column = min(max(x * across.slope + across.offset, 0), 39)
      let row = min(max(y * up.slope + up.offset, 0), 39)
      return heights[Int(row) * 40 + Int(column)]
    }
    return result
  }

  /// The number of a plate as a linear function of where it lies.
  private static func plates(_ range: ClosedRange<Double>) -> (slope: Double, offset: Double) {
    let slope = 40 / (range.upperBound - range.lowerBound)
    return (slope, -range.lowerBound * slope)
  }

  private func check(_ film: RaceFilm, _ place: String) throws {
    let page = film.size.rect
    for frame in [0, film.frameCount / 2, film.frameCount - 1] {
      let marks = film.background.marks + film.overlay(ofFrame: frame).flatMap(\.marks)
      // A title slide covers what is below it.
      let cover = marks.lastIndex { $0.covers(page) } ?? 0
      let texts = marks[cover...].flatMap(\.texts)
      for (i, text) in texts.enumerated() {
        let box = text.box(CairoTextMeasuring())
        #expect(page.contains(box), "\(place): '\(text.text)' leaves the page")
        #expect(!text.hasCutWord, "\(place): '\(text.text)' is cut")
        for other in texts[..<i] where other.box(CairoTextMeasuring()).intersects(box) {
          Issue.record("\(place), frame \(frame): '\(text.text)' lies on '\(other.text)'")
        }
      }
    }
  }
}
