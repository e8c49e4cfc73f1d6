import Contours
import Experiments
import LinearAlgebra
import Objectives
import Races
import Scenes

/// AdaGrad: a rate for each parameter, which only ever falls.
struct AdaGradChapter: Chapter {
  static let card = ChapterCard(
    name: "adagrad", title: "AdaGrad",
    summary: "s ← s + g ⊙ g, θ ← θ − ε g/√s: each parameter has a rate of its own, smaller the "
      + "larger its gradients were.")

  let parts: [ChapterPart]

  init(_ setting: ChapterSetting) throws {
    parts = [try Self.direction(), try Self.rates(), try Self.stops()]
  }

  // MARK: Direction

  private static func direction() throws -> ChapterPart {
    let bowl = "quadratic:condition=20"
    let start: Vector = [-1.8, 1]
    let race = try LectureRace.record(
      bowl, "sgd:lr=0.05,adagrad:lr=0.5", from: start, steps: 60, isDetailed: true)
    let shares = race[0].trajectories.map { run in
      (run.point(1)[0] - start[0]).magnitude / (run.point(1)[1] - start[1]).magnitude
    }
    var drawing = DrawingRequest()
    drawing.overlays = [.scale]
    drawing.labels = ["Gradient descent", "AdaGrad"].map { .init($0) }
    return ChapterPart(
      "More progress in the gentle direction",
      text: [
        "On an elongated bowl the gradient points across the valley, not along it. AdaGrad divides "
          + "each component by the root of all its squares so far, so that the first step is as "
          + "long in each direction."
      ],
      films: [
        LectureFilm(
          "bowl",
          caption:
            "Gradient descent goes down the steep side first and then creeps along the bottom; AdaGrad "
            + "heads for the minimum. The box is as wide and high as ε√s.", race, drawing)
      ],
      claims: [
        Claim(
          "gentle",
          "The net effect is greater progress in the more gently sloped direction.",
          quantity: "length of the first step along the gentle direction over that along the steep "
            + "one, over gradient descent's, on the bowl with κ = 20 from (−1.8, 1)",
          theory: .near(
            20 / 1.8, within: 1e-8,
            "1 for AdaGrad, whose first step is ε sign(g); 1.8/20 for gradient descent; the "
              + "δ = 1e-10 in the denominator"),
          measured: Measurement(shares[1] / shares[0]))
      ])
  }

  // MARK: Rates

  /// ε/√s of each coordinate after each step, from what the method shows of itself.
  ///
  /// - Parameter run: recorded in detail.
  static func rates(of run: Trajectory, rate: Double) -> [Vector] {
    run.details.dropFirst().compactMap { detail in
      for case .scale(let root) in detail.diagnostics { return root.map { rate / $0 } }
      return nil
    }
  }

  private static func rates() throws -> ChapterPart {
    let run = try LectureRace.run(
      "quadratic:condition=20", "adagrad:lr=0.5", from: [-1.8, 1], steps: 100, isDetailed: true)
    let rates = rates(of: run, rate: 0.5)
    let rises = (1..<rates.count).reduce(0) { sum, k in
      sum + (0..<2).count { rates[k][$0] > rates[k - 1][$0] }
    }
    func line(_ label: String, _ j: Int, isDashed: Bool) -> PlotLine {
      PlotLine(
        label, rates.enumerated().map { PlanePoint(Double($0 + 1), $1[j]) }, method: "adagrad",
        isDashed: isDashed)
    }
    return ChapterPart(
      "A rate for each parameter",
      text: [
        "The parameter with the largest derivatives has the smallest rate. The sum in the "
          + "denominator never shrinks: no rate ever rises again."
      ],
      figures: [
        .plot(
          "rates", caption: "ε/√s of both coordinates on the bowl with κ = 20.",
          [line("gentle", 0, isDashed: false), line("steep", 1, isDashed: true)],
          x: .init("step"), y: .init("rate ε/√s", isLogarithmic: true),
          title: "AdaGrad: the steep direction has the smaller rate")
      ],
      claims: [
        Claim(
          "steep-rate",
          "Parameters with the largest partial derivatives have their rate decreased the most.",
          quantity: "rate of the steep coordinate over that of the gentle one after the first step",
          theory: .near(
            1.8 / 20, within: 1e-12, "|g₁|/|g₂| at the start, (−1.8, 1) with curvatures 1 and 20"),
          measured: Measurement(rates[0][1] / rates[0][0])),
        Claim(
          "never-rises", "Its rates only ever fall.",
          quantity: "how often a rate rises in 100 steps",
          theory: .near(0, within: 0, "s is a sum of squares"),
          measured: Measurement(rates.count == 100 ? Double(rises) : .nan)),
      ])
  }

  // MARK: Stopping

  static let stopTarget = 0.1

  /// Steps on the plateau until the excess is a tenth; infinite where it is not met.
  static func plateauSteps(_ optimizer: String) throws -> (run: Trajectory, steps: Double) {
    let run = try LectureRace.run("plateau", optimizer, steps: 1000, isDetailed: true)
    let first = (0..<run.count).first { (run.excess($0) ?? .nan) <= stopTarget }
    return (run, first.map { Double(run.steps[$0]) } ?? .infinity)
  }

  static func plateauChart(
    _ name: String, caption: String, title: String, _ runs: [(String, String, Trajectory)]
  ) -> LectureFigure {
    .plot(
      name, caption: caption,
      runs.map { label, method, run in
        PlotLine(
          label, (0..<run.count).map { PlanePoint(Double(run.steps[$0]), run.excess($0) ?? .nan) },
          method: method)
      }, x: .init("step", range: 0...800),
      y: .init("J(θ) − min J", isLogarithmic: true, range: 1e-6...10), title: title)
  }

  private static func stops() throws -> ChapterPart {
    let slow = try plateauSteps("adagrad:lr=0.3")
    let usual = try plateauSteps("rmsprop:lr=0.03")
    return ChapterPart(
      "It stops too early",
      text: [
        "Behind a steep slope lies a plateau, and behind the plateau the minimum. The squares of "
          + "the slope stay in AdaGrad's sum for ever, so that it crosses the plateau in tiny "
          + "steps and comes through it late. RMSProp, with a tenth of the rate, has forgotten the "
          + "slope; as its rate stays, it ends in a small swing around the minimum."
      ],
      figures: [
        plateauChart(
          "plateau", caption: "Excess error on the plateau, from the slope at (−3.6, 1.5).",
          title: "AdaGrad lingers on the plateau",
          [("AdaGrad", "adagrad", slow.run), ("RMSProp", "rmsprop", usual.run)])
      ],
      films: [
        LectureFilm(
          "plateau",
          caption: "The plateau between the slope at the left and the minimum at the right, 400 "
            + "steps: RMSProp walks on, AdaGrad hardly moves.",
          try LectureRace.record(
            "plateau", "adagrad:lr=0.3,rmsprop:lr=0.03", steps: 400))
      ],
      claims: [
        Claim(
          "stops-early", "AdaGrad scales its rate down too fast and stops too early.",
          quantity:
            "steps to an excess of 0.1 on the plateau over those of RMSProp with a tenth of "
            + "the rate",
          theory: .atLeast(
            2,
            "its sum keeps the squares of the slope, which are hundreds of times those of the plateau"
          ),
          measured: Measurement(slow.steps / usual.steps),
          condition: "where the gradients at the start were much larger than those to come")
      ])
  }
}
