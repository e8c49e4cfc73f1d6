import RealModule
import Scenes
import Specifications

@testable import Experiments

/// Every character is 0.6 em wide.
struct FixedWidthMeasuring: TextMeasuring {
  func width(of text: String, in style: TextStyle) -> Double {
    Double(text.count) * style.size * 0.6
  }
}

/// Races on (1 − x)² + 100 (y − x²)².
enum Fixture {
  static func valley(_ x: Double, _ y: Double) -> Double {
    (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x)
  }

  /// A trajectory through some points, one a step.
  static func trajectory(
    _ points: [(Double, Double)], title: String = "Descent", optimizer: String = "descent:lr=0.1",
    outcome: Outcome = Outcome(.budgetSpent, "steps"), minimum: Double? = 0
  ) -> Trajectory {
    var trajectory = Trajectory(
      function: Specification(name: "valley"), dimension: 2,
      optimizer: (try? Specification(parsing: optimizer)) ?? Specification(name: optimizer),
      title: title, seed: 0,
      minimum: minimum, evaluationPointName: nil)
    for (k, point) in points.enumerated() {
      var counts = Counts()
      counts[.values] = 2 * k
      counts[.gradients] = k
      trajectory.steps.append(k)
      trajectory.coordinates += [point.0, point.1]
      trajectory.values.append(valley(point.0, point.1))
      trajectory.gradientNorms.append(1)
      trajectory.learningRates.append(0.1)
      trajectory.cumulated.append(counts)
      trajectory.seconds.append(1e-6 * Double(k))
    }
    trajectory.outcome = outcome
    trajectory.counts = trajectory.cumulated.last ?? Counts()
    return trajectory
  }

  /// Along the valley, slowing down, with a wobble.
  static func converging(_ count: Int, wobble: Double, title: String) -> Trajectory {
    let points = (0...count).map { k -> (Double, Double) in
      let rest = Double.exp(-6 * Double(k) / Double(count))
      let x = 1 - 2.2 * rest
      let swing = wobble * rest * Double.cos(Double(k) * 0.7)
      return (x, x * x + swing - 0.44 * rest * rest * rest)
    }
    return trajectory(
      points, title: title, optimizer: "descent:lr=0.001,momentum=0.9,nesterov=true",
      outcome: Outcome(.converged, "gradient norm <= 1e-08"))
  }

  /// Doubles at each step until numbers overflow, and beyond.
  static func diverging() -> Trajectory {
    var points: [(Double, Double)] = []
    var x = -1.2
    for k in 0..<40 {
      points.append((x, k.isMultiple(of: 2) ? 1 + x / 8 : 1 - x / 8))
      x *= k < 6 ? -1.2 : -1e20
    }
    points.append((.nan, .infinity))
    return trajectory(
      points, title: "Too fast", optimizer: "descent:lr=10", outcome: Outcome(.diverged, "f"))
  }

  /// Circles the minimum for a while, then swings ever wider.
  static func diverging(
    after count: Int, outcome: Outcome = Outcome(.diverged, "f")
  ) -> Trajectory {
    let calm = (0..<count).map { k in
      (1 + 0.3 * Double.cos(Double(k)), 1 + 0.3 * Double.sin(Double(k)))
    }
    let wild = (0..<60).map { k in
      (1 + Double.exp(Double(k)) * (k.isMultiple(of: 2) ? 1 : -1), 1 + Double.exp(Double(k)))
    }
    return trajectory(
      [(-1.2, 1)] + calm + wild, title: "Late", optimizer: "descent:lr=2", outcome: outcome)
  }

  /// Leaves the window and does not come back.
  static func leaving() -> Trajectory {
    let points = (0...50).map { k -> (Double, Double) in
      (-1.2 + 0.1 * Double(k), 1 + 0.08 * Double(k))
    }
    return trajectory(points, title: "Wanderer", optimizer: "wander")
  }

  static var field: [Trajectory] {
    [
      converging(400, wobble: 0.4, title: "Gradient descent"),
      converging(150, wobble: 0.1, title: "Adam"), diverging(), leaving(),
    ]
  }

  static func film(
    _ trajectories: [Trajectory] = field, size: PixelSize = PixelSize(width: 640, height: 360),
    clock: RaceClock = .steps, minimum: Double? = 0, frameLimit: Int = 60
  ) -> RaceFilm {
    var style = RaceStyle()
    style.size = size
    style.clock = clock
    style.frameLimit = frameLimit
    return film(trajectories, style: style, minimum: minimum)
  }

  static func film(
    _ trajectories: [Trajectory] = field, style: RaceStyle, minimum: Double? = 0
  ) -> RaceFilm {
    RaceFilm(
      trajectories, on: landscape(minimum: minimum), style: style,
      measuring: FixedWidthMeasuring())
  }

  /// The race of the field at several moments on one page.
  static func sheet(style: RaceStyle) -> Picture {
    RaceFilm.sheet(
      groups: field.map { [$0] }, on: landscape(minimum: 0), style: style,
      measuring: FixedWidthMeasuring())
  }

  private static func landscape(minimum: Double?) -> Landscape {
    Landscape(
      title: "valley", objective: valley, x: -2...2, y: -1...3, minimizers: [[1, 1]],
      saddles: [[0, 0]], minimum: minimum)
  }
}
