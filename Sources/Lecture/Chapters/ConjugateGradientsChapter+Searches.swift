import Contours
import Experiments
import LinearAlgebra
import Objectives
import RealModule
import Scenes

// How many searches conjugate gradients need, and with which β.
extension ConjugateGradientsChapter {
  // MARK: At most k searches

  private static let sizes = Array(2...50)
  /// What is left of ‖g‖ where a run has arrived.
  private static let tolerance = 1e-8

  static func searches() throws -> ChapterPart {
    let conditions = [10.0, 100, 1e6]
    let counts = try conditions.map { kappa in
      try sizes.map { try searchesNeeded("linear-cg", $0, condition: kappa) }
    }
    let figure = LectureFigure.plot(
      "searches",
      caption: "Line searches until ‖g‖ is 10⁻⁸ of that at the start, on a turned bowl in k "
        + "variables, each exact. The larger κ, the more rounding spoils the directions.",
      [
        line("κ = 10⁶", counts[2], "momentum"), line("κ = 100", counts[1], "nesterov"),
        line("κ = 10", counts[0], "cg"),
      ],
      guides: [PlotGuide("k searches", .curve([PlanePoint(2, 2), PlanePoint(50, 50)]))],
      x: .init("variables k"), y: .init("line searches", range: 0...120),
      title: "On a bowl in k variables: k searches, but for rounding")
    let shares = zip(sizes, counts[0]).map { $1 / Double($0) }
    let valley = try LectureRace.run(
      "rosenbrock", "cg", steps: 1000, stopRules: StopRules(targetExcess: 1e-8))
    return ChapterPart(
      "At most k searches",
      text: [
        "Each search removes one direction for good, and there are only k of them. Where f is no "
          + "quadratic H changes on the way, and the directions are conjugate no more; the method "
          + "goes on, or starts anew from −g."
      ], figures: [figure],
      claims: [
        Claim(
          "k-searches", "In k variables conjugate gradients need at most k line searches.",
          quantity: "largest number of searches over k, k from 2 to 50, κ = 10",
          theory: .atMost(1, "k directions, each conjugate to all others"),
          measured: Measurement(shares.largest),
          condition: "on a quadratic, with exact searches, and while κ is so small that rounding "
            + "leaves the directions conjugate"),
        Claim(
          "k-searches-elsewhere", "So they do on any function.",
          quantity: "searches on Rosenbrock's function until f − f* ≤ 10⁻⁸, over k = 2",
          theory: .atMost(1, "as the lecture has it, without a condition"),
          measured: Measurement(Double(valley.steps.last ?? 0) / 2),
          correction: "On functions that are no quadratics there is no such bound: H changes from "
            + "point to point."),
      ])
  }

  private static func line(_ label: String, _ counts: [Double], _ method: String) -> PlotLine {
    PlotLine(
      label, zip(sizes, counts).map { PlanePoint(Double($0), $1) }, kind: .points, method: method)
  }

  /// NaN where the run does not arrive.
  private static func searchesNeeded(
    _ optimizer: String, _ k: Int, condition: Double
  ) throws -> Double {
    let name = "quadratic:n=\(k),condition=\(condition),rotation=householder"
    let f = try FunctionName.function(name)
    let norm = tolerance * f.gradient(at: f.start).norm
    let run = try LectureRace.run(
      name, optimizer, steps: 20 * k, stopRules: StopRules(gradientNorm: norm))
    let arrived = (run.gradientNorms.last ?? .nan) <= norm
    return arrived ? Double(run.steps.last ?? 0) : .nan
  }

  // MARK: Polak and Ribière, Fletcher and Reeves

  static func formulas() throws -> ChapterPart {
    let problems = (1...35).map { "mgh-\($0)" }
    let (pr, fr) = ("cg:beta=pr", "cg:beta=fr")
    let pairs = try problems.compactMap { problem -> (Double, Double)? in
      guard let a = try SuiteRun(problem, pr), let b = try SuiteRun(problem, fr) else { return nil }
      return a.hasArrived && b.hasArrived ? (a.gradients, b.gradients) : nil
    }
    let ratios = pairs.map { Double.log($0.0 / $0.1) }
    let mean = Double.exp(ratios.reduce(0, +) / Double(ratios.count))
    return ChapterPart(
      "Which β",
      text: [
        "The lecture's β = (gₜ − gₜ₋₁)ᵀgₜ/gₜ₋₁ᵀgₜ₋₁ is Polak and Ribière's. Fletcher and Reeves have "
          + "gₜᵀgₜ above. On a quadratic with exact searches both are the same, as gₜ₋₁ᵀgₜ = 0. "
          + "Elsewhere, after a step that got nowhere, gₜ ≈ gₜ₋₁: the lecture's β is then about 0 and "
          + "the method starts anew, the other one is about 1 and it goes on as badly (Powell, "
          + "1977)."
      ], figures: [try formulasFigure(pr, fr), scatter(pairs)],
      claims: [
        Claim(
          "same-on-quadratic", "On a quadratic both β give the same steps.",
          quantity: "largest distance of iterates over that of the start, k = 10 variables, "
            + "κ = 100, 5 steps",
          theory: .atMost(
            5 * 10 * 100 * .ulpOfOne, "0 but for rounding, which is k κ 2⁻⁵² a step"),
          measured: Measurement(try largestDistance())),
        Claim(
          "polak-ribiere", "The lecture's β needs fewer gradients than Fletcher and Reeves'.",
          quantity: "mean ratio (geometric) of gradients until f − f* ≤ 10⁻⁸ on \(pairs.count) of "
            + "the 35 problems of Moré, Garbow and Hillstrom, on which both arrive",
          theory: .atMost(1, "fewer in the mean; single problems may be the other way round"),
          measured: Measurement(mean)),
      ])
  }

  private static func largestDistance() throws -> Double {
    let name = "quadratic:n=10,condition=100,rotation=householder"
    let a = try LectureRace.run(name, "linear-cg:beta=pr", steps: 5)
    let b = try LectureRace.run(name, "linear-cg:beta=fr", steps: 5)
    return LectureRace.largestDistance(a, b, steps: 5)
  }

  private static func formulasFigure(_ pr: String, _ fr: String) throws -> LectureFigure {
    func line(_ label: String, _ optimizer: String, _ method: String) throws -> PlotLine {
      let run = try LectureRace.run(
        "rosenbrock", optimizer, steps: 300, stopRules: StopRules(targetExcess: 1e-12))
      return PlotLine(
        label,
        (0..<run.count).map {
          PlanePoint(Double(run.cumulated[.gradients][$0]), run.excess($0) ?? .nan)
        }, method: method)
    }
    return .plot(
      "formulas", caption: "f − f* over gradients on Rosenbrock's function.",
      [
        try line("Fletcher–Reeves", fr, "momentum"), try line("Polak–Ribière", pr, "cg"),
      ], x: .init("gradients"), y: .init("f − f*", isLogarithmic: true),
      title: "The lecture's β gets out of bad directions")
  }

  private static func scatter(_ pairs: [(Double, Double)]) -> LectureFigure {
    let ends = [3.0, 2000]
    return .plot(
      "problems",
      caption: "Gradients until f − f* ≤ 10⁻⁸, a point for each problem of Moré, Garbow and "
        + "Hillstrom on which both arrive. Above the line Fletcher and Reeves need more.",
      [PlotLine("", pairs.map { PlanePoint($0.0, $0.1) }, kind: .points, method: "cg")],
      guides: [PlotGuide("equally many", .curve(ends.map { PlanePoint($0, $0) }))],
      x: .init("gradients with Polak and Ribière's β", isLogarithmic: true),
      y: .init("with Fletcher and Reeves'", isLogarithmic: true),
      title: "On most problems Fletcher and Reeves need more")
  }
}
