import Contours
import Experiments
import LinearAlgebra
import RealModule
import Scenes
import Statistics

/// RMSProp: AdaGrad that forgets.
struct RMSPropChapter: Chapter {
  static let card = ChapterCard(
    name: "rmsprop", title: "RMSProp",
    summary: "s ← βs + (1 − β) g ⊙ g: old squares fade, so that a rate can rise again.")

  let parts: [ChapterPart]

  init(_ setting: ChapterSetting) throws {
    parts = [try Self.arrives(), try Self.memory()]
  }

  private static func arrives() throws -> ChapterPart {
    let rmsprop = try AdaGradChapter.plateauSteps("rmsprop:lr=0.03")
    let adagrad = try AdaGradChapter.plateauSteps("adagrad:lr=0.3")
    let run = rmsprop.run
    let rates = AdaGradChapter.rates(of: run, rate: 0.03)
    let slow = AdaGradChapter.rates(of: adagrad.run, rate: 0.3)
    func line(_ label: String, _ rates: [Vector], _ method: String) -> PlotLine {
      PlotLine(
        label, rates.enumerated().map { PlanePoint(Double($0 + 1), $1[0]) }, method: method)
    }
    let most = rates.prefix(while: { $0[0].isFinite }).prefix(150).map { $0[0] }.max() ?? .nan
    return ChapterPart(
      "It arrives",
      text: [
        "On the same plateau the average forgets the squares of the slope, a tenth of them a step. "
          + "s shrinks to what the plateau gives, the rate rises, and the step is about ε again, "
          + "however flat the ground."
      ],
      figures: [
        .plot(
          "rates",
          caption: "ε/√s along the plateau: AdaGrad's with ε = 0.3, RMSProp's with ε = 0.03.",
          [line("AdaGrad", slow, "adagrad"), line("RMSProp", rates, "rmsprop")],
          x: .init("step", range: 0...150),
          y: .init("rate ε/√s", isLogarithmic: true), title: "RMSProp's rate rises on the plateau")
      ],
      claims: [
        Claim(
          "arrives", "An exponentially decaying average lets RMSProp go on where AdaGrad stops.",
          quantity: "its steps to an excess of 0.1 on the plateau over AdaGrad's",
          theory: .atMost(0.5, "AdaGrad's claim, turned round"),
          measured: Measurement(rmsprop.steps / adagrad.steps)),
        Claim(
          "rises", "Its rate rises again once gradients are small.",
          quantity: "largest rate along the plateau within 150 steps over that of the first step",
          theory: .atLeast(
            10, "gradients of the plateau are less than a tenth of that at the start"),
          measured: Measurement(most / rates[0][0])),
      ])
  }

  // MARK: Memory

  private static let betas = [0.8, 0.9, 0.95, 0.99]

  /// f falls with slope 100 until x = 0 and with slope 1 beyond.
  private static let bend = "if(x>0,100*x,x)"

  private static func memory() throws -> ChapterPart {
    let runs = try betas.map { beta in
      try LectureRace.run(
        bend, "rmsprop:lr=0.01,beta=\(beta),epsilon=0", from: [10], steps: 1400)
    }
    let windows = runs.map(memory)
    let lines = zip(betas, runs).map { beta, run in
      let speeds = run.speeds
      let turn = (1..<run.count).first { run.point($0)[0] <= 0 } ?? 0
      return PlotLine(
        "β = \(Measurement.text(beta))",
        (0..<80).map { PlanePoint(Double($0), square(0.01 / speeds[turn + $0])) })
    }
    return ChapterPart(
      "How long it remembers",
      text: [
        "A square that is t steps old counts with the weight (1 − β)βᵗ: the window is about "
          + "1/(1 − β) steps, 10 at the usual β = 0.9. Where the slope suddenly becomes a hundredth, "
          + "s falls by a factor e in each such window."
      ],
      figures: [
        .plot(
          "memory",
          caption: "s after the slope has fallen from 100 to 1, for four β.", lines,
          x: .init("steps since the bend"), y: .init("s", isLogarithmic: true),
          title: "The closer β is to 1, the longer RMSProp remembers")
      ],
      claims: zip(betas, windows).map { beta, window in
        Claim(
          "window-\(Measurement.text(beta))",
          "With β = \(Measurement.text(beta)) RMSProp remembers about "
            + "\(Measurement.text(1 / (1 - beta))) steps.",
          quantity: "steps in which s falls by a factor e after the slope has fallen",
          theory: .near(
            -1 / Double.log(beta), within: 1e-3,
            "−1/ln β, which is 1/(1 − β) − ½ and a little more; rounding of small steps"),
          measured: Measurement(window))
      })
  }

  private static func square(_ x: Double) -> Double { x * x }

  /// The steps in which s falls by a factor e, from the length of steps εg/√s after the bend.
  private static func memory(of run: Trajectory) -> Double {
    let turn = (1..<run.count).first { run.point($0)[0] <= 0 } ?? 0
    let speeds = run.speeds
    // s = (ε/‖Δθ‖)² with g = 1, less the 1 that the new slope brings it to.
    let decay = (1...10).map { k in (Double(k), square(0.01 / speeds[turn + k]) - 1) }
    let line = FittedLine(decay.map { (x: $0.0, y: Double.log($0.1)) })
    return -1 / line.slope
  }
}
