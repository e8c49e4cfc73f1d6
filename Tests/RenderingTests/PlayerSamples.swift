import Experiments
import Objectives
import Optimizers
import Scenes

/// Races for the player.
enum PlayerSamples {
  /// For pages that nobody looks at.
  static let coarse = PixelSize(width: 99, height: 90)
  static let fine = PixelSize(width: 990, height: 900)

  /// Five entrants over 2,000 steps of Rosenbrock's function; one diverges, one needs several
  /// values a step.
  static func valley(
    title: String = "rosenbrock", steps: Int = 2000, notes: [(Double, String)] = [],
    resolution: PixelSize = coarse
  ) throws -> RacePage {
    let entrants = ["sgd:lr=0.001", "momentum:lr=0.001", "adam:lr=0.05", "sgd:lr=0.02", "bfgs"]
    var style = RaceStyle()
    style.notes = ["budget \(steps) steps"]
    style.timedNotes = notes.map { TimedNote(at: $0, $1) }
    let function = try FunctionCatalogue.function("rosenbrock")
    var landscape = landscape(function, title: title)
    landscape.saddles = [[0, 0]]
    landscape.localMinima = [[-1.5, 2.5]]
    return try page(function, entrants, steps: steps, on: landscape, style: style, resolution)
  }

  /// Few steps in the dark with arrows, the least value unknown, counted in gradients.
  static func dark(resolution: PixelSize = coarse) throws -> RacePage {
    var style = RaceStyle()
    style.contours.colors = .dark
    style.clock = .gradients
    style.overlays = [.gradient, .momentum, .step]
    let entrants = ["sgd:lr=0.01", "nesterov:lr=0.005", "rmsprop:lr=0.1"]
    let function = try FunctionCatalogue.function("himmelblau")
    var landscape = landscape(function, title: "himmelblau")
    landscape.minimum = nil
    return try page(function, entrants, steps: 60, on: landscape, style: style, resolution)
  }

  /// For a projector, with arrows.
  static func hall(resolution: PixelSize = coarse) throws -> RacePage {
    var style = RaceStyle()
    style.contours.colors = .projector
    style.overlays = [.momentum]
    let entrants = ["sgd:lr=0.01", "momentum:lr=0.005", "rmsprop:lr=0.05", "adam:lr=0.1"]
    let function = try FunctionCatalogue.function("beale")
    return try page(
      function, entrants, steps: 60, on: landscape(function, title: "beale"), style: style,
      resolution)
  }

  /// A function of one variable; a gradient costs two values.
  static func graph(resolution: PixelSize = coarse) throws -> RacePage {
    var weights = RaceClock.Weights()
    weights[.gradients] = 2
    var style = RaceStyle()
    style.clock = RaceClock(.evaluations, weights: weights)
    let function = try FunctionCatalogue.function("rastrigin:n=1")
    var landscape = Landscape(
      title: "rastrigin:n=1", objective: { _, y in y }, x: function.domain[0], y: -2...42,
      minimizers: [[0, 0]], minimum: 0)
    landscape.plane = .graph
    landscape.curve = { function.value(at: [$0]) }
    return try page(
      function, ["sgd:lr=0.001", "momentum:lr=0.001", "bfgs"], steps: 40, on: landscape,
      style: style,
      resolution)
  }

  /// What optimizers know, in the six kinds of strokes and the two of curves.
  static func knowing(
    _ name: String = "himmelblau",
    _ entrants: [String] = ["momentum:lr=0.003", "adam:lr=0.1", "newton", "trust-exact", "cg"],
    layout: RaceStyle.Layout = .standard,
    overlays: Set<RaceOverlay> = Set(RaceOverlay.all), steps: Int = 25,
    resolution: PixelSize = coarse
  ) throws -> RacePage {
    var style = RaceStyle()
    style.overlays = overlays
    style.layout = layout
    let function = try FunctionCatalogue.function(name)
    let start = name == "himmelblau" ? [0.5, 0.2] : nil
    return try page(
      function, entrants, from: start, steps: steps, on: landscape(function, title: name),
      style: style, resolution)
  }

  /// Runs with 25 seeds each; gradients are noisy, and one rate is so large that runs break off.
  static func cloud(steps: Int = 60, resolution: PixelSize = coarse) throws -> RacePage {
    let function = try FunctionCatalogue.function("noisy(rosenbrock,sigma=5)")
    let groups = try ["sgd:lr=0.002", "adam:lr=0.05", "momentum:lr=0.004"].map { optimizer in
      try (0..<25).map { seed in
        try descend(
          function, with: OptimizerCatalogue.settings(optimizer),
          plan: Plan(budget: Budget(steps: steps), seed: UInt64(seed)))
      }
    }
    var style = RaceStyle()
    style.notes = ["25 runs each: medians and quartiles"]
    return RacePage(
      groups: groups, on: landscape(function, title: "noisy(rosenbrock,sigma=5)"), style: style,
      resolution: resolution)
  }

  /// Runs with 12 seeds each on a map of their own, with what the optimizers know.
  static func seeds(steps: Int = 40, resolution: PixelSize = coarse) throws -> RacePage {
    let function = try FunctionCatalogue.function("noisy(himmelblau,sigma=8)")
    let groups = try ["momentum:lr=0.003", "adam:lr=0.1", "sgd:lr=0.01"].map { optimizer in
      try (0..<12).map { seed in
        let plan = Plan(budget: Budget(steps: steps), seed: UInt64(seed), isDetailed: true)
        return try descend(
          function, with: OptimizerCatalogue.settings(optimizer), from: [0.5, 0.2], plan: plan)
      }
    }
    var style = RaceStyle()
    style.layout = .grid
    style.overlays = [.tails, .gradient, .scale, .rate]
    return RacePage(
      groups: groups, on: landscape(function, title: "noisy(himmelblau,sigma=8)"), style: style,
      resolution: resolution)
  }

  /// Runs from a square of starts in the dark, counted in gradients.
  static func crowd(
    side: Int = 20, steps: Int = 60, resolution: PixelSize = coarse
  ) throws -> RacePage {
    let function = try FunctionCatalogue.function("himmelblau")
    let places = (0..<side).map { 10 * (Double($0) + 0.5) / Double(side) - 5 }
    let starts = places.flatMap { y in places.map { [$0, y] } }
    let groups = try ["sgd:lr=0.01", "adam:lr=0.1", "bfgs"].map { optimizer in
      try starts.map { start in
        try descend(
          function, with: OptimizerCatalogue.settings(optimizer), from: start,
          plan: Plan(budget: Budget(steps: steps)))
      }
    }
    var style = RaceStyle()
    style.contours.colors = .dark
    style.clock = .gradients
    return RacePage(
      groups: groups, on: landscape(function, title: "himmelblau"), style: style,
      resolution: resolution)
  }

  /// x² + 4y² with levels at squares, whose isolines are ellipses with half axes 1, 2, 3 and so on
  /// across; one entrant stays in a corner.
  static func bowl(resolution: PixelSize = coarse) throws -> RacePage {
    let function = try FunctionCatalogue.function("x^2+4*y^2")
    let landscape = Landscape(
      title: "bowl", objective: { x, y in x * x + 4 * y * y }, x: -8...8, y: -4...4, minimum: 0)
    var style = RaceStyle()
    style.window = .domain
    style.contours.levels = .fixed((1...8).map { Double($0 * $0) })
    return try page(
      function, ["sgd:lr=1e-6"], from: [7.9, -3.9], steps: 3, on: landscape, style: style,
      resolution)
  }

  private static func landscape(_ function: any TestFunction, title: String) -> Landscape {
    Landscape(
      title: title, objective: { x, y in function.value(at: [x, y]) }, x: function.domain[0],
      y: function.domain[1], minimizers: function.minimizers.map { Array($0) },
      minimum: function.minimum)
  }

  private static func page(
    _ function: any TestFunction, _ entrants: [String], from start: [Double]? = nil, steps: Int,
    on landscape: Landscape, style: RaceStyle, _ resolution: PixelSize
  ) throws -> RacePage {
    let plan = Plan(
      budget: Budget(steps: steps), isDetailed: style.overlays.contains(where: \.needsDetail))
    let trajectories = try entrants.map { entrant in
      try descend(function, with: OptimizerCatalogue.settings(entrant), from: start, plan: plan)
    }
    return RacePage(trajectories, on: landscape, style: style, resolution: resolution)
  }
}
