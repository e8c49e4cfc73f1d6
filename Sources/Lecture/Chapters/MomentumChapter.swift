import Contours
import Experiments
import LinearAlgebra
import Races
import Scenes
import Statistics

/// Momentum: how fast it gets, what it makes of the condition number, that it overshoots.
struct MomentumChapter: Chapter {
  static let card = ChapterCard(
    name: "momentum", title: "Momentum",
    summary: "m ← αm − εg, θ ← θ + m: past gradients add up, up to 1/(1 − α) times the speed of "
      + "gradient descent.")

  let parts: [ChapterPart]

  init(_ setting: ChapterSetting) throws {
    parts = [try Self.topSpeed(), try Self.conditions(), try Self.overshooting()]
  }

  // MARK: Speed

  private static func topSpeed() throws -> ChapterPart {
    let (rate, alpha, steps) = (0.01, 0.9, 200)
    let slow = try LectureRace.run("x", "sgd:lr=\(rate)", steps: steps).speeds
    let fast = try LectureRace.run("x", "momentum:lr=\(rate),alpha=\(alpha)", steps: steps).speeds
    let most = 1 / (1 - alpha)
    let figure = LectureFigure.plot(
      "top-speed",
      caption: "‖Δθ‖ of each step under a constant gradient, as multiples of gradient descent's.",
      [
        PlotLine("gradient descent", numbered(slow.map { $0 / slow[0] }), method: "sgd"),
        PlotLine("Momentum", numbered(fast.map { $0 / slow[0] }), method: "momentum"),
      ],
      guides: [PlotGuide("1/(1 − α) = 10", .level(most))], x: .init("step", range: 0...100),
      y: .init("speed ‖Δθ‖ / ε‖g‖"), title: "Momentum gets ten times as fast")
    return ChapterPart(
      "Ten times as fast",
      text: [
        "On a slope that never changes, gradient descent takes the same step again and again. "
          + "Momentum adds a share α of the step before to each: εg (1 + α + α² + …) = εg/(1 − α)."
      ], figures: [figure],
      claims: [
        Claim(
          "top-speed",
          "With α = 0.9 momentum multiplies the top speed by 10 relative to gradient descent.",
          quantity: "‖Δθ‖ of step \(steps) over gradient descent's, on f = x",
          theory: .near(
            most, within: most * 1e-9,
            "1/(1 − α); after 200 steps a share α²⁰⁰ = 7e-10 of it is missing"),
          measured: Measurement(fast[steps - 1] / slow[steps - 1]))
      ])
  }

  /// Steps are numbered from 1.
  private static func numbered(_ speeds: [Double]) -> [PlanePoint] {
    speeds.enumerated().map { PlanePoint(Double($0 + 1), $1) }
  }

  // MARK: Condition numbers

  private static let conditionNumbers = [10.0, 30, 100, 300, 1000, 3000, 10_000]
  private static let share = 1e-10

  private static func conditions() throws -> ChapterPart {
    let slow = try conditionNumbers.map { kappa in
      try stepsNeeded(kappa, "sgd:lr=\(2 / (1 + kappa))", most: 40 * kappa)
    }
    let fast = try conditionNumbers.map { kappa in
      let root = kappa.squareRoot()
      let alpha = (root - 1) / (root + 1)
      let rate = 4 / ((1 + root) * (1 + root))
      return try stepsNeeded(
        kappa, "momentum:lr=\(rate),alpha=\(alpha * alpha)", most: 100 * root)
    }
    func line(_ label: String, _ steps: [Double], _ method: String) -> PlotLine {
      PlotLine(
        label, zip(conditionNumbers, steps).map { PlanePoint($0, $1) }, kind: .joined,
        method: method)
    }
    let figure = LectureFigure.plot(
      "condition",
      caption: "Steps until the excess is 10⁻¹⁰ of that at the start, each method with its best "
        + "rate, over the condition number κ.",
      [line("gradient descent", slow, "sgd"), line("Momentum", fast, "momentum")],
      guides: [
        .power("∝ κ", 1, through: PlanePoint(10, 1.5 * slow[0]), over: 10...10_000),
        .power("∝ √κ", 0.5, through: PlanePoint(10, fast[0] / 1.5), over: 10...10_000),
      ], x: .init("condition number κ", isLogarithmic: true),
      y: .init("steps to 10⁻¹⁰", isLogarithmic: true),
      title: "Momentum takes √κ steps where gradient descent takes κ")
    return ChapterPart(
      "The square root of the condition number",
      text: [
        "On an elongated bowl gradient descent may be as fast as its steepest direction lets it: "
          + "the number of steps grows with κ, the ratio of the largest to the smallest curvature. "
          + "With momentum it grows with √κ (B. T. Polyak, 1964)."
      ], figures: [figure],
      claims: [
        Claim(
          "sgd-condition", "Gradient descent needs a number of steps in proportion to κ.",
          quantity: "slope of log steps over log κ, κ from 10 to 10⁴, ε = 2/(λ₁ + λ₂)",
          theory: .near(
            1, within: 0.005,
            "steps are ln(10¹⁰)/(2 ln((κ + 1)/(κ − 1))), which is κ ln(10¹⁰)/4 but for a share "
              + "1/(3κ²), and whole"),
          measured: Measurement(FittedLine(logarithmic: conditionNumbers, slow).slope)),
        Claim(
          "momentum-condition", "Momentum needs a number of steps in proportion to √κ.",
          quantity: "the same with Polyak's ε = 4/(√λ₁ + √λ₂)² and α = ((√κ − 1)/(√κ + 1))²",
          theory: .near(
            0.5, within: 0.05,
            "both roots coincide, so the excess falls as (kρᵏ)²: the factor k adds "
              + "ln k/k of a slope, some 0.03 here"),
          measured: Measurement(FittedLine(logarithmic: conditionNumbers, fast).slope)),
      ])
  }

  /// Steps until the excess is a share of that at the start; NaN where it is not reached.
  private static func stepsNeeded(
    _ kappa: Double, _ optimizer: String, most: Double
  ) throws -> Double {
    let name = "quadratic:condition=\(kappa)"
    let begin = try LectureRace.run(name, optimizer, from: [1, 1], steps: 0)
    let run = try LectureRace.run(
      name, optimizer, from: [1, 1], steps: Int(most),
      stopRules: StopRules(targetExcess: (begin.excess(0) ?? .nan) * share),
      cadence: .logarithmic)
    guard run.outcome.kind == .converged, let steps = run.steps.last else { return .nan }
    return Double(steps)
  }

  // MARK: Overshooting

  private static func overshooting() throws -> ChapterPart {
    let recordings = try LectureRace.record(
      "quadratic:condition=20", "sgd:lr=0.01,momentum:lr=0.01,alpha=0.9", from: [-1.8, 1],
      steps: 200, isDetailed: true)
    let crossings = recordings[0].trajectories.map(\.crossings)
    var drawing = DrawingRequest()
    drawing.overlays = [.momentum]
    drawing.labels = ["Gradient descent", "Momentum"].map { .init($0) }
    return ChapterPart(
      "It overshoots",
      text: [
        "A ball that rolls does not stop at the bottom. Momentum goes past the minimum and comes "
          + "back; gradient descent, with a rate this small, never crosses it."
      ],
      films: [
        LectureFilm(
          "overshoot",
          caption: "The arrow is the momentum m: it still points onwards where the gradient has "
            + "turned.", recordings, drawing)
      ],
      claims: [
        Claim(
          "overshoot", "Momentum overshoots the minimum.",
          quantity: "how often a coordinate changes its sign in 200 steps on the bowl, "
            + "κ = 20, ε = 0.01, α = 0.9",
          theory: .atLeast(
            1, "both directions swing where ε λ > (1 − √α)² = 0.0026, which both do"),
          measured: Measurement(Double(crossings[1]))),
        Claim(
          "no-overshoot", "Gradient descent with the same rate does not.",
          quantity: "the same without momentum",
          theory: .near(0, within: 0, "1 − ελ is above 0 in both directions"),
          measured: Measurement(Double(crossings[0]))),
      ])
  }
}

extension Trajectory {
  /// How often coordinates change their sign.
  var crossings: Int {
    (1..<count).reduce(0) { sum, i in
      sum + zip(point(i - 1), point(i)).count { $0 * $1 < 0 }
    }
  }
}
