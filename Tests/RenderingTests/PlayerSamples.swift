import Experiments
import Objectives
import Optimizers
import Scenes

/// Races for the player.
enum PlayerSamples {
  /// For pages that nobody looks at.
  static let coarse = PixelSize(width: 99, height: 90)
  static let fine = PixelSize(width: 990, height: 900)

  /// Five entrants over 2,000 steps of Rosenbrock's function; one diverges, one needs several values
  /// a step.
  static func valley(
    title: String = "rosenbrock", steps: Int = 2000, resolution: PixelSize = coarse
  ) throws -> RacePage {
    let entrants = ["sgd:lr=0.001", "momentum:lr=0.001", "adam:lr=0.05", "sgd:lr=0.02", "bfgs"]
    var style = RaceStyle()
    style.notes = ["budget \(steps) steps"]
    return try page(
      "rosenbrock", entrants, steps: steps, title: title, style: style, saddles: [[0, 0]],
      resolution: resolution)
  }

  /// Few steps in the dark, the least value unknown, counted in gradients.
  static func dark(resolution: PixelSize = coarse) throws -> RacePage {
    var style = RaceStyle()
    style.contours.colors = .dark
    style.clock = .gradients
    return try page(
      "himmelblau", ["sgd:lr=0.01", "nesterov:lr=0.005", "rmsprop:lr=0.1"], steps: 60,
      title: "himmelblau", style: style, knowsMinimum: false,
      resolution: resolution)
  }

  private static func page(
    _ function: String, _ entrants: [String], steps: Int, title: String, style: RaceStyle,
    saddles: [[Double]] = [], knowsMinimum: Bool = true,
    resolution: PixelSize
  ) throws -> RacePage {
    let function = try FunctionCatalogue.function(function)
    let trajectories = try entrants.map { entrant in
      try descend(function, with: OptimizerCatalogue.settings(entrant), steps: steps)
    }
    let ground = RaceGround(
      title: title, objective: { x, y in function.value(at: [x, y]) }, x: function.domain[0],
      y: function.domain[1], minimizers: function.minimizers.map { Array($0) }, saddles: saddles,
      minimum: knowsMinimum ? function.minimum : nil)
    return RacePage(trajectories, on: ground, style: style, resolution: resolution)
  }
}
