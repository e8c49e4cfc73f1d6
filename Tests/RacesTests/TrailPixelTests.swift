import Experiments
import Objectives
import Optimizers
import Races
import Testing

@testable import Rendering
@testable import Scenes

/// What a film's frames uncover piece by piece looks as if every trail had been drawn in one stroke.
struct TrailPixelTests {
  @Test(arguments: ["light", "dark"]) func framesHaveWholeStrokes(theme: String) throws {
    let function = try FunctionName.function("rosenbrock")
    // They run down the same valley, one upon the other.
    let rivals = "sgd:lr=0.001,momentum:lr=0.0002,adam:lr=0.01,adagrad:lr=0.1"
    let trajectories = try OptimizerCatalogue.list(rivals).map {
      try descend(function, with: $0, plan: Plan(budget: Budget(steps: 120)))
    }
    var style = RaceStyle()
    (style.size, style.frameLimit) = (PixelSize(width: 640, height: 360), 60)
    style.contours.colors = try #require(ThemeColors.all.first { $0.name == theme })
    let film = RaceFilm(
      trajectories, on: Landscape(function), style: style, measuring: CairoTextMeasuring())
    let frame = try ReferenceRenderer().surface(of: film, frame: film.frameCount - 1).samples()
    let whole = try CairoSurface.painted(film.poster).samples()
    let differences = zip(frame, whole).map { abs(Int($0) - Int($1)) }
    // Where a line crosses itself its edges are laid over one another in another order.
    #expect(differences.count { $0 > 8 } <= 12, "\(differences.count { $0 > 8 })")
    #expect(differences.allSatisfy { $0 <= 64 }, "\(differences.max() ?? 0)")
  }
}
