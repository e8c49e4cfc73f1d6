import Experiments
import Objectives
import Optimizers
import Rendering
import Testing

@testable import Races
@testable import Scenes

/// Small pictures of every layout, theme, palette and overlay, and of races that go wrong.
@Suite(.serialized) struct GoldenPictureTests {
  private struct Race {
    let name: String
    var function = "beale"
    var optimizers = "momentum:lr=0.002,adam:lr=0.05"
    var steps = 30
    var size = (640, 360)
    /// Where each optimizer starts, if it starts many times.
    var starts: String?
    var change: @Sendable (inout RaceStyle) -> Void = { _ in }
  }

  private static let looks: [Race] =
    RaceStyle.Layout.allCases.map { layout in
      Race(name: "layout-\(layout.rawValue)") { $0.layout = layout }
    }
    + ThemeColors.all.map { colors in
      Race(name: "theme-\(colors.name)") { $0.contours.colors = colors }
    }
    + ColorRamp.all.map { ramp in
      Race(name: "palette-\(ramp.name)", steps: 5) { $0.contours.ramp = ramp }
    } + [
      Race(name: "square", size: (480, 480)),
      Race(name: "tall", size: (360, 640)),
      Race(name: "tall-grid", optimizers: "sgd,momentum:lr=0.002,adam:lr=0.05", size: (400, 640)) {
        $0.layout = .grid
      },
      Race(name: "large") { $0.scale = 1.2 },
      Race(name: "equal", function: "three-hump-camel") { style in
        style.aspect = .equal
        style.window = .fixed(Window(x: -3...3, y: -1...1))
      },
      Race(name: "fill") { $0.aspect = .fill },
      Race(name: "dark-grid", steps: 20) {
        $0.layout = .grid
        $0.contours.colors = .dark
      },
      Race(
        name: "grid-with-charts", optimizers: "sgd,momentum:lr=0.002,adam:lr=0.05,bfgs", steps: 20
      ) {
        $0.layout = .grid
        $0.overlays = [.rate]
      },
      Race(name: "fit") { $0.window = .fit },
      Race(name: "title") { style in
        style.titleSlide = TitleSlide.Words(title: "A race", subtitle: "in the valley")
      },
    ]

  private static let overlays = RaceOverlay.all.map { overlay in
    Race(
      name: "overlay-\(overlay.name)", function: "rosenbrock",
      optimizers: "momentum:lr=0.0005,adam:lr=0.1,bfgs,trust-exact,cg", steps: 8
    ) { $0.overlays = [overlay] }
  }

  private static let clouds = [
    Race(name: "cloud", optimizers: "adam:lr=0.05,bfgs", starts: "grid:4x4"),
    Race(name: "crowd", function: "himmelblau", optimizers: "sgd:lr=0.01", starts: "grid:9x9"),
    Race(name: "cloud-grid", optimizers: "adam:lr=0.05,bfgs", starts: "grid:4x4") {
      $0.layout = .grid
      $0.overlays = [.rate]
    },
    Race(name: "cloud-overlays", optimizers: "adam:lr=0.05,bfgs", starts: "grid:3x3") {
      $0.overlays = [.step, .tails]
    },
    Race(name: "cloud-figure", optimizers: "adam:lr=0.05,bfgs", starts: "grid:4x4") {
      $0.layout = .figure
    },
  ]

  private static let troubles = [
    Race(name: "diverging", optimizers: "sgd:lr=1,adam:lr=0.1"),
    Race(name: "undefined", function: "log(x)+sqrt(y)", optimizers: "sgd:lr=0.5"),
    Race(name: "flat", function: "0*x+0*y+3", optimizers: "sgd,bfgs"),
    Race(name: "unbounded", function: "x-y^2", optimizers: "sgd:lr=0.1,momentum"),
    Race(name: "one-step", optimizers: "newton,sgd:lr=0.01", steps: 1),
    Race(name: "no-step", optimizers: "sgd", steps: 0),
    Race(name: "many-variables", function: "rosenbrock:n=6", optimizers: "bfgs,adam:lr=0.1"),
    Race(name: "one-variable", function: "x^4-3*x^2+x", optimizers: "adam:lr=0.1"),
    Race(name: "one-variable-near", function: "x^4-3*x^2+x", optimizers: "momentum:lr=0.01") {
      $0.window = .strip(-2...2)
      $0.overlays = [.gradient, .momentum]
    },
    Race(name: "small", function: "easom", optimizers: "adam:lr=0.1,newton"),
    Race(name: "saddle", function: "saddle", optimizers: "sgd:lr=0.1,newton"),
  ]

  @Test(arguments: (looks + overlays + clouds + troubles).map(\.name))
  func picturesAreKept(name: String) throws {
    let races = Self.looks + Self.overlays + Self.clouds + Self.troubles
    let race = try #require(races.first { $0.name == name })
    var style = RaceStyle()
    style.size = PixelSize(width: race.size.0, height: race.size.1)
    style.frameLimit = 30
    race.change(&style)
    let film = try film(race, style)
    let frame = style.titleSlide == nil ? film.frameCount - 4 : 0
    try GoldenPicture.check(film.picture(ofFrame: frame), name)
  }

  private func film(_ race: Race, _ style: RaceStyle) throws -> RaceFilm {
    let function = try FunctionName.function(race.function)
    var plan = Plan(budget: Budget(steps: race.steps))
    plan.isDetailed = style.overlays.contains(where: \.needsDetail)
    let runs = try RunVariants(starts: race.starts.map { try StartRule(spelling: $0) }).runs(
      of: function, from: function.start, plan: plan)
    let entrants = try OptimizerCatalogue.list(race.optimizers).map { settings in
      try runs.map { try descend(function, with: settings, from: $0.start, plan: $0.plan) }
    }
    let recording = RaceRecording(
      function: function, clock: .steps, budget: "\(race.steps) steps",
      entrants: entrants)
    return RaceFilm(
      groups: entrants, on: try Landscape(recording, on: .automatic), style: style,
      measuring: CairoTextMeasuring())
  }

  @Test(arguments: ["himmelblau", "easom", "bbob-f7"])
  func contourFiguresAreKept(name: String) throws {
    let function = try FunctionName.function(name)
    let figure = ContourFigure(function, measuring: CairoTextMeasuring())
    try GoldenPicture.check(figure.picture, "figure-\(name)")
  }

  @Test func theVersionIsKept() throws {
    try GoldenPicture.keepVersion()
    #expect(!GoldenPicture.keptVersion.isEmpty)
  }
}
