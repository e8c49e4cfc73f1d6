import Contours
import Experiments
import LinearAlgebra
import Objectives
import Optimizers
import Races
import RealModule
import Scenes

/// Adam: momentum and scale, what each gives, and how it begins.
struct AdamChapter: Chapter {
  static let card = ChapterCard(
    name: "adam", title: "Adam",
    summary: "Momentum's average of past gradients over the root of RMSProp's average of their "
      + "squares.")

  let parts: [ChapterPart]

  init(_ setting: ChapterSetting) throws {
    parts = [try Self.decomposition(), try Self.firstSteps(), try Self.sign(), try Self.kin()]
  }

  private static let bowl = "quadratic:condition=20"
  private static let (rate, beta1, beta2) = (0.05, 0.9, 0.999)

  // MARK: m and s

  /// m̂ and √ŝ before each step, from the gradients at the iterates.
  private static func averages(_ run: Trajectory) throws -> [(m: Vector, root: Vector)] {
    let function = try FunctionName.function(run.function.description)
    var (m, s) = (Vector.zeros(run.dimension), Vector.zeros(run.dimension))
    return (0..<run.count - 1).map { k in
      let g = function.gradient(at: run.point(k))
      for j in 0..<m.count {
        m[j] = beta1 * m[j] + (1 - beta1) * g[j]
        s[j] = beta2 * s[j] + (1 - beta2) * g[j] * g[j]
      }
      let (c1, c2) = (1 - Double.pow(beta1, k + 1), 1 - Double.pow(beta2, k + 1))
      return (m.map { $0 / c1 }, s.map { ($0 / c2).squareRoot() })
    }
  }

  private static func decomposition() throws -> ChapterPart {
    let race = try LectureRace.record(
      bowl, "adam:lr=\(rate)", from: [-1.8, 1], steps: 120, isDetailed: true)
    let run = race[0].trajectories[0]
    let averages = try averages(run)
    let misses = averages.indices.map { k in
      (0..<2).map { j in
        let step = run.point(k + 1)[j] - run.point(k)[j]
        return (step + rate * averages[k].m[j] / averages[k].root[j]).magnitude
      }.largest
    }
    func line(_ label: String, _ value: (Int) -> Double, _ method: String) -> PlotLine {
      PlotLine(
        label, averages.indices.map { PlanePoint(Double($0 + 1), value($0)) }, method: method)
    }
    var drawing = DrawingRequest()
    drawing.overlays = [.momentum, .scale, .gradient]
    return ChapterPart(
      "Momentum over scale",
      text: [
        "m̂ says where to, √ŝ how large gradients usually are. Their ratio is near ±1 while the "
          + "gradients agree, so the step is about ε in every coordinate; it shrinks where they "
          + "change sign. Where m̂ still points onwards after the gradient has turned, Adam "
          + "overshoots, as momentum does."
      ],
      figures: [
        .plot(
          "decomposition",
          caption: "Along the steep coordinate of the bowl: the average m̂, the root √ŝ it is "
            + "divided by, and ten times their ratio, which is the step over ε.",
          [
            line("m̂", { averages[$0].m[1] }, "momentum"),
            line("√ŝ", { averages[$0].root[1] }, "rmsprop"),
            line("10 m̂/√ŝ", { 10 * averages[$0].m[1] / averages[$0].root[1] }, "adam"),
          ], x: .init("step"), y: .init("steep coordinate"),
          title: "What m̂ gives and what √ŝ divides by")
      ],
      films: [
        LectureFilm(
          "parts",
          caption: "Filled arrow: momentum; open arrow: −εg; box: ε‖g‖/√s. The momentum carries "
            + "Adam across the valley where the gradient already points back.", race, drawing)
      ],
      claims: [
        Claim(
          "decomposition", "Adam combines momentum and RMSProp's scaling: its step is −ε m̂/√ŝ.",
          quantity: "largest difference of a coordinate of a step from −ε m̂/√ŝ, both averages "
            + "computed from the gradients at the iterates, 120 steps on the bowl",
          theory: .atMost(
            1e-8, "δ = 1e-8 in the denominator, against √ŝ of 0.1 and more, times ε m̂/√ŝ"),
          measured: Measurement(misses.largest))
      ])
  }

  // MARK: The beginning

  private static func firstSteps() throws -> ChapterPart {
    let runs = try [true, false].map { corrects in
      try LectureRace.run(
        "x", "adam:lr=0.01,epsilon=0,bias-correction=\(corrects)", steps: 60)
    }
    func line(_ label: String, _ run: Trajectory, isDashed: Bool) -> PlotLine {
      PlotLine(
        label, run.speeds.enumerated().map { PlanePoint(Double($0 + 1), $1 / 0.01) },
        method: "adam", isDashed: isDashed)
    }
    return ChapterPart(
      "Why the averages are corrected",
      text: [
        "Both averages begin at 0 and are too small at first, s far more than m. Divided by "
          + "1 − βᵗ the first step is ε. Without that, as printed in the lecture, it is three "
          + "times as long, and soon more than six times."
      ],
      figures: [
        .plot(
          "bias",
          caption: "Length of steps over ε under a constant gradient, β₁ = 0.9, β₂ = 0.999.",
          [
            line("corrected", runs[0], isDashed: false),
            line("as printed", runs[1], isDashed: true),
          ], x: .init("step"), y: .init("‖Δθ‖/ε", range: 0...8),
          title: "Without bias correction Adam's first steps are too long")
      ],
      claims: [
        Claim(
          "first-step", "With bias correction the first step has the length ε in each coordinate.",
          quantity: "length of the first step over ε",
          theory: .near(1, within: 1e-12, "m̂ = g and √ŝ = |g|; rounding"),
          measured: Measurement(runs[0].speeds[0] / 0.01)),
        Claim(
          "first-step-printed", "Without it the first step is (1 − β₁)/√(1 − β₂) as long.",
          quantity: "the same without correction",
          theory: .near(
            0.1 / 0.001.squareRoot(), within: 1e-12, "3.162 at β₁ = 0.9, β₂ = 0.999; rounding"),
          measured: Measurement(runs[1].speeds[0] / 0.01)),
      ])
  }

  // MARK: The sign

  private static func sign() throws -> ChapterPart {
    // The printed update on f is the right one on −f.
    let run = try LectureRace.run(
      "-(x^2+20*y^2)/2", "adam:lr=\(rate)", from: [-1.8, 1], steps: 20)
    let rise = run.values[0] - run.values[20]
    return ChapterPart(
      "A sign",
      text: [
        "The lecture prints θ ← θ + ε m/√s with m an average of +g. That climbs. In its momentum "
          + "update the minus sign is part of m ← αm − εg; here it has to stand in the step."
      ],
      claims: [
        Claim(
          "printed-sign", "θ ← θ + ε m ⊘ √s descends.",
          quantity: "what the loss has fallen by after 20 such steps on the bowl with κ = 20",
          theory: .atLeast(0, "an update that descends"), measured: Measurement(-rise),
          correction: "θ ← θ − ε m ⊘ √s: the plus sign in print is a slip.")
      ])
  }

  // MARK: Kin

  private static func kin() throws -> ChapterPart {
    let race = try LectureRace.record(
      "beale", "adam:lr=0.05,nadam:lr=0.05,adamax:lr=0.05", from: [1, 1.5], steps: 300)
    let longest = race[0].trajectories[2].moves.map(\.largestMagnitude).largest
    return ChapterPart(
      "Nadam and AdaMax",
      text: [
        "Nadam takes m̂ a step ahead, as Nesterov does. AdaMax divides by the largest gradient of "
          + "late instead of a mean square, which bounds each coordinate of a step."
      ],
      films: [
        LectureFilm(
          "kin", caption: "Adam, Nadam and AdaMax with one rate on Beale's function.", race)
      ],
      claims: [
        Claim(
          "adamax-bound", "No coordinate of a step of AdaMax is longer than ε.",
          quantity: "longest coordinate of a step over ε, 300 steps on Beale's function",
          theory: .atMost(
            1 + 1e-9, "m̂ is a mean of gradients that u outweighs (Kingma and Ba 2014, section 7.1)"),
          measured: Measurement(longest / 0.05))
      ])
  }
}
