import Contours
import Experiments
import LinearAlgebra
import Objectives
import Races
import Scenes
import Statistics

/// Nesterov momentum: the gradient after the momentum, and what it does to the rate of convergence.
struct NesterovChapter: Chapter {
  static let card = ChapterCard(
    name: "nesterov", title: "Nesterov momentum",
    summary: "g is taken at θ + αm, where the momentum is about to lead, instead of at θ.")

  let parts: [ChapterPart]

  init(_ setting: ChapterSetting) throws {
    parts = [
      try Self.construction(), try Self.rates(), try Self.logistic(), try Self.noise(setting),
    ]
  }

  // MARK: Construction

  private static let (alpha, rate) = (0.9, 0.02)

  /// One step in numbers: where it begins, the momentum, the interim point, the gradient there.
  private struct Step {
    let theta: PlanePoint
    let momentum: PlanePoint
    let gradient: PlanePoint
    var interim: PlanePoint { theta + alpha * momentum }
    var end: PlanePoint { interim - rate * gradient }
  }

  private static let bowl = "quadratic:condition=20"

  private static func construction() throws -> ChapterPart {
    let function = try FunctionName.function(bowl)
    let run = try LectureRace.run(
      bowl, "nesterov:lr=\(rate),alpha=\(alpha)", from: [-1.8, 1], steps: 8)
    let (before, at, after) = (point(run, 5), point(run, 6), point(run, 7))
    let momentum = at - before
    let interim = at + alpha * momentum
    let slope = function.gradient(at: [interim.x, interim.y])
    let step = Step(
      theta: at, momentum: momentum, gradient: PlanePoint(slope[0], slope[1]))
    let miss = step.end - after
    return ChapterPart(
      "Look ahead, then correct",
      text: [
        "Momentum asks for the gradient where it is, adds it to m and jumps. Nesterov's form jumps "
          + "first, to θ + αm, and asks there: the correction comes a step earlier."
      ],
      figures: [construction(step, function)],
      claims: [
        Claim(
          "construction",
          "With Nesterov momentum the gradient is evaluated after the momentum is applied.",
          quantity: "distance of the step that the library takes from θ + αm − ε∇J(θ + αm)",
          theory: .atMost(1e-14, "the same sums in another order: rounding"),
          measured: Measurement((miss * miss).sum().squareRoot()))
      ])
  }

  private static func point(_ run: Trajectory, _ i: Int) -> PlanePoint {
    PlanePoint(run.point(i)[0], run.point(i)[1])
  }

  private static func construction(
    _ step: Step, _ function: any TestFunction
  ) -> LectureFigure {
    return LectureFigure(
      "construction",
      caption:
        "A step of Nesterov momentum: from θ along αm to the interim point (hollow), and from "
        + "there along −εg, the gradient at that point. The step is the sum of both."
    ) { look in
      PlaneSketch(
        objective: { function.value(at: [$0, $1]) }, minimum: function.minimum,
        arrows: [
          .init("αm", from: step.theta, to: step.interim, place: 1),
          .init("−εg at θ + αm", from: step.interim, to: step.end, place: 0),
          .init("step", from: step.theta, to: step.end, place: 3, isDashed: true),
        ],
        dots: [
          .init("θ", at: step.theta), .init("θ + αm", at: step.interim, isGhost: true),
          .init("next θ", at: step.end),
        ], title: "The gradient is asked for at the interim point", look: look.plot,
        measuring: look.measuring
      ).picture
    }
  }

  // MARK: Convex, all examples

  private static let moments = [10, 20, 50, 100, 200, 500, 1000]

  private static func rates() throws -> ChapterPart {
    let bowl = "quadratic:n=1000,condition=1000000"
    let slow = try logged(bowl, "sgd:lr=1e-6")
    let fast = try logged(bowl, "nesterov-convex:lr=1e-6")
    let lazy = try worst("sgd:lr=1")
    let quick = try worst("nesterov-convex:lr=1")
    return ChapterPart(
      "O(1/k) becomes O(1/k²)",
      text: [
        "With the gradient over all examples, on a convex problem with many small curvatures, "
          + "gradient descent's excess error falls as 1/k. With the momentum of Nesterov's 1983 "
          + "sequence it falls as 1/k², and no method that uses gradients alone can do better: "
          + "Nesterov's worst quadratic shows it."
      ],
      figures: [
        chart("rates", "On a bowl of 1,000 variables with curvatures from 1 to 10⁶.", slow, fast),
        chart(
          "worst-case",
          "Excess over ‖θ₀ − θ*‖² after k steps on the worst quadratic for k steps, which has "
            + "2k + 1 variables.", lazy, quick, bound: bound, y: "(J(θ) − min J)/‖θ₀ − θ*‖²",
          title: "On the worst quadratic Nesterov is near the bound"),
      ],
      claims: [
        Claim(
          "one-over-k", "In the convex batch case the excess of gradient descent is O(1/k).",
          quantity: "slope of log excess over log k, k from 10 to 1000, \(bowl), ε = 1/L",
          theory: .near(
            -1, within: 0.1,
            "Σ over geometric curvatures of λ(1 − ελ)²ᵏ is 1/k but for its ends, which shift the "
              + "slope by some hundredths"),
          measured: Measurement(meanSlope(slow))),
        Claim(
          "one-over-k-squared", "Nesterov's momentum brings it to O(1/k²).",
          quantity: "the same of nesterov-convex",
          theory: .atMost(
            -1.9, "−2 is guaranteed in the limit; the sequence t begins with a lag of some steps"),
          measured: Measurement(meanSlope(fast)),
          condition: "for convex functions and exact gradients"),
        Claim(
          "lower-bound", "No method that moves along its gradients is faster than O(1/k²).",
          quantity: "excess of nesterov-convex after k steps over 3‖θ₀ − θ*‖²/(32(k + 1)²), on "
            + "Nesterov's quadratic of 2k + 1 variables: the least of k from 10 to 1000",
          theory: .atLeast(1, "Nesterov 2004, theorem 2.1.7, with L ≤ 1"),
          measured: Measurement(
            zip(moments, quick).map { $1 / bound(Double($0)) }.least)),
      ])
  }

  /// Excesses at the moments.
  private static func logged(_ function: String, _ optimizer: String) throws -> [Double] {
    let run = try LectureRace.run(
      function, optimizer, steps: moments.last ?? 0, cadence: .steps(moments))
    return moments.map { k in run.steps.firstIndex(of: k).flatMap(run.excess) ?? .nan }
  }

  private static func meanSlope(_ excesses: [Double]) -> Double {
    FittedLine(logarithmic: moments.map { Double($0) }, excesses).slope
  }

  /// Excesses over ‖θ₀ − θ*‖² after k steps, each on the quadratic that is worst for them.
  private static func worst(_ optimizer: String) throws -> [Double] {
    try moments.map { k in
      let name = "nesterov-quadratic:n=\(2 * k + 1)"
      let run = try LectureRace.run(name, optimizer, steps: k, cadence: .steps([]))
      // Σ (1 − i/(n + 1))² over n coordinates.
      let n = Double(2 * k + 1)
      return (run.excess(run.count - 1) ?? .nan) / (n * (2 * n + 1) / (6 * (n + 1)))
    }
  }

  /// 3L/(32(k + 1)²) with L = 1.
  private static func bound(_ k: Double) -> Double { 3 / (32 * (k + 1) * (k + 1)) }

  private static func chart(
    _ name: String, _ caption: String, _ slow: [Double], _ fast: [Double],
    bound: ((Double) -> Double)? = nil, y: String = "J(θ) − min J",
    title: String = "Gradient descent falls as 1/k, Nesterov as 1/k²"
  ) -> LectureFigure {
    func line(_ label: String, _ values: [Double], _ method: String) -> PlotLine {
      PlotLine(
        label, zip(moments, values).map { PlanePoint(Double($0), $1) }, kind: .joined,
        method: method)
    }
    let last = PlanePoint(1000, 1)
    let bounds = bound.map { bound in
      [
        PlotGuide(
          "no method can be below",
          .curve(moments.map { PlanePoint(Double($0), bound(Double($0))) }))
      ]
    }
    return .plot(
      name, caption: caption,
      [line("gradient descent", slow, "sgd"), line("Nesterov", fast, "nesterov")],
      guides: bounds ?? [
        .power("1/k", -1, through: PlanePoint(last.x, 2 * (slow.last ?? 1)), over: 10...1000),
        .power("1/k²", -2, through: PlanePoint(last.x, 2 * (fast.last ?? 1)), over: 10...1000),
      ], x: .init("step k", isLogarithmic: true), y: .init(y, isLogarithmic: true), title: title)
  }

  // MARK: Minibatches

  private static let late = [300, 1000, 3000, 10_000]

  private static func noise(_ setting: ChapterSetting) throws -> ChapterPart {
    let schedule = "power(0.1,r=20,c=1)"
    let sgd = try SGDChapter.seeded(
      SGDChapter.ridge(), "sgd:lr=\(schedule)", steps: 10_000, setting)
    let nesterov = try SGDChapter.seeded(
      SGDChapter.ridge(), "nesterov:lr=power(0.01,r=20,c=1),alpha=0.9", steps: 10_000, setting)
    let slopes = [sgd, nesterov].map { runs in
      Jackknife.interval(of: runs) { SGDChapter.meanSlope(of: $0, at: late) }
    }
    func line(_ label: String, _ runs: [Trajectory], _ method: String) -> PlotLine {
      PlotLine(label, medianOf: runs, method: method, hasQuartiles: true) {
        $0.excess($1) ?? .nan
      }
    }
    return ChapterPart(
      "With minibatches the rate stays",
      text: [
        "Looking ahead does not help against noise. With one example a step and rates ∝ 1/k both "
          + "methods fall as 1/k: the momentum changes constants, not the power."
      ],
      figures: [
        .plot(
          "stochastic",
          caption: "Ridge regression with one example a step; medians and quartiles of 60 seeds. "
            + "Nesterov's rate is a tenth of SGD's, as its momentum makes ten of it.",
          [line("SGD", sgd, "sgd"), line("Nesterov", nesterov, "nesterov")],
          guides: [.power("1/k", -1, through: PlanePoint(10_000, 1e-3), over: 100...10_000)],
          x: .init("step k", isLogarithmic: true), y: .init("J(θ) − min J", isLogarithmic: true),
          title: "In the stochastic case both fall as 1/k")
      ],
      claims: [
        Claim(
          "stochastic", "In the stochastic case Nesterov does not improve the rate of convergence.",
          quantity: "slope of the log of the mean excess of 60 seeds over log k, k from 300 to "
            + "10,000, with rates ∝ 1/k; SGD's is \(Measurement.text(slopes[0].value))",
          theory: .near(
            -1, within: 0.15,
            "−1 for any α in the limit; the standard error of 60 seeds is about 0.04"),
          measured: Measurement(slopes[1].value, in: slopes[1].interval))
      ])
  }
}
