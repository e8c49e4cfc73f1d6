import Experiments
import Objectives
import Optimizers
import Scenes
import Testing

@testable import Rendering

@Suite struct RaceOverlayTests {
  /// With every overlay, what is redrawn from frame to frame gives what a whole redraw gives.
  @Test func overlaysAreRedrawnWhereTheyChange() throws {
    let function = Himmelblau()
    let plan = Plan(budget: Budget(steps: 12), isDetailed: true)
    let trajectories = try [
      "momentum:lr=0.003", "adam:lr=0.1", "newton", "bfgs", "trust-exact", "cg",
    ]
    .map {
      try descend(
        function, with: OptimizerCatalogue.settings($0), from: [0.5, 0.2], plan: plan)
    }
    var style = RaceStyle()
    style.size = PixelSize(width: 640, height: 360)
    style.overlays = Set(RaceOverlay.all)
    let landscape = Landscape(
      title: "himmelblau", objective: { function.value(at: [$0, $1]) }, x: -5...5, y: -5...5,
      minimum: 0)
    let film = RaceFilm(
      trajectories, on: landscape, style: style, measuring: CairoTextMeasuring())
    var canvas = try FilmCanvas(film)
    for index in 0..<film.frameCount {
      _ = try canvas.show(index)
      let reference = try ReferenceRenderer().surface(of: film, frame: index)
      #expect(Difference(canvas.frame, reference).greatest == 0)
    }
  }
}
