import DescentKit
import Testing

/// What is asked for and shows nothing is told.
struct EmptyOverlayTests {
  private func film(_ optimizers: String, _ overlays: [RaceOverlay]) throws -> RaceFilm {
    let function = try FunctionCatalogue.function("booth")
    let plan = Plan(budget: Budget(steps: 5), isDetailed: true)
    let runs = try OptimizerCatalogue.list(optimizers).map {
      try descend(function, with: $0, plan: plan)
    }
    var style = RaceStyle()
    style.overlays = Set(overlays)
    return RaceFilm(
      runs, on: Landscape(function), style: style, measuring: CairoTextMeasuring())
  }

  @Test func overlaysThatNobodyHasAreTold() throws {
    #expect(try film("sgd,bfgs", [.momentum, .step]).emptyOverlays == ["momentum"])
    #expect(try film("sgd,momentum", [.momentum, .step, .gradient]).emptyOverlays == [])
    #expect(try film("sgd", []).emptyOverlays == [])
  }
}
