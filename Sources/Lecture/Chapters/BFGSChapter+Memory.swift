import Contours
import Experiments
import LinearAlgebra
import Objectives
import Optimizers
import RealModule
import Scenes
import Statistics

// How often BFGS evaluates, and how much it and L-BFGS remember.
extension BFGSChapter {
  // MARK: Refining searches

  static func refining() throws -> ChapterPart {
    let pairs = try (1...35).compactMap { i -> (cg: Double, bfgs: Double)? in
      guard let cg = try SuiteRun("mgh-\(i)", "cg"), let bfgs = try SuiteRun("mgh-\(i)", "bfgs"),
        cg.hasArrived, bfgs.hasArrived
      else { return nil }
      return (cg.gradientsPerSearch, bfgs.gradientsPerSearch)
    }
    let mean = { (values: [Double]) in values.reduce(0, +) / Double(values.count) }
    let (cg, bfgs) = (mean(pairs.map(\.cg)), mean(pairs.map(\.bfgs)))
    let ends = [1.0, 5]
    let figure = LectureFigure.plot(
      "refining",
      caption:
        "Gradients per line search, a point for each problem of Moré, Garbow and Hillstrom on "
        + "which both arrive.",
      [PlotLine("", pairs.map { PlanePoint($0.cg, $0.bfgs) }, kind: .points, method: "bfgs")],
      guides: [PlotGuide("equally many", .curve(ends.map { PlanePoint($0, $0) }))],
      x: .init("gradients per search, conjugate gradients"), y: .init("the same, BFGS"),
      title: "BFGS takes most steps at the first trial")
    return ChapterPart(
      "Less time on each search",
      text: [
        "Conjugate directions are conjugate only after searches that find the minimum on the line, "
          + "so these are refined. −Mg comes with its length: mostly ε = 1 will do, and the search "
          + "ends where it began."
      ], figures: [figure],
      claims: [
        Claim(
          "refining", "Unlike conjugate gradients, BFGS spends little time on refining a search.",
          quantity: "mean gradients per search of BFGS over those of conjugate gradients, "
            + "\(pairs.count) problems of Moré, Garbow and Hillstrom, until f − f* ≤ 10⁻⁸",
          theory: .atMost(1, "less than conjugate gradients'"),
          measured: Measurement(bfgs / cg)),
        Claim(
          "first-trial", "Most searches of BFGS end with the first trial.",
          quantity: "mean gradients per search of BFGS on the same problems",
          theory: .atMost(1.5, "1 for each of more than half of them, 2 for the others"),
          measured: Measurement(bfgs)),
      ])
  }

  // MARK: Memory

  private static let small = [100, 300, 1000, 3000]
  private static let large = [100, 300, 1000, 3000, 10_000, 30_000, 100_000]

  static func memory() throws -> ChapterPart {
    let full = try small.map { try stored("bfgs", $0, steps: 2) }
    let limited = try large.map { try stored("lbfgs:memory=10", $0, steps: 12) }
    let memoryless = try large.map { try stored("lbfgs:memory=1", $0, steps: 3) }
    let most = large[large.count - 1]
    let none = try stored("lbfgs:memory=0", most, steps: 3)
    let n = Double(most)
    func line(_ label: String, _ ns: [Int], _ numbers: [Double], _ method: String) -> PlotLine {
      PlotLine(
        label, zip(ns, numbers).map { PlanePoint(Double($0), 8 * $1) }, kind: .joined,
        method: method)
    }
    let figure = LectureFigure.plot(
      "memory",
      caption: "Bytes of all numbers that a method keeps from step to step. BFGS keeps one half of "
        + "the symmetric M.",
      [
        line("BFGS", small, full, "bfgs"), line("L-BFGS, m = 10", large, limited, "lbfgs"),
        line("memoryless", large, memoryless, "momentum"),
      ],
      guides: [
        .power("∝ n²", 2, through: PlanePoint(3000, 8 * full[3]), over: 100...100_000),
        .power("∝ n", 1, through: PlanePoint(n, 8 * limited[6]), over: 100...100_000),
      ], x: .init("variables n", isLogarithmic: true), y: .init("bytes", isLogarithmic: true),
      title: "BFGS keeps n²/2 numbers, L-BFGS 2mn")
    return ChapterPart(
      "Memory",
      text: [
        "M has n² entries, of which one half will do: 4 TB for a million weights. L-BFGS keeps "
          + "the last m pairs "
          + "s, y instead, 2mn numbers, and makes −Mg of them. With m = 1, the memoryless form, M "
          + "before the update is I each time."
      ], figures: [figure, try pairsFigure()],
      claims: [
        Claim(
          "memory", "BFGS stores M, O(n²) numbers.",
          quantity: "slope of log numbers in the method's memory over log n, n from 100 to 3000",
          theory: .near(
            2, within: 0.05,
            "n²/2 for M and fewer than 8n for vectors: at 100 they are below 16 %, which takes less "
              + "than 0.05 off the slope"),
          measured: Measurement(FittedLine(logarithmic: small.map(Double.init), full).slope)),
        Claim(
          "limited-memory", "L-BFGS stores O(n) for each step that it remembers.",
          quantity: "numbers more than without memory, per pair and variable, m = 10, n = 10⁵",
          theory: .near(2, within: 1e-4, "s and y; three numbers more a pair are 3e-5"),
          measured: Measurement((limited[6] - none) / (10 * n))),
        Claim(
          "limited-slope", "So its memory is O(mn).",
          quantity: "slope of log numbers over log n, m = 10, n from 100 to 10⁵",
          theory: .near(
            1, within: 0.01, "all but some 30 numbers are vectors: at 100 they are 1 %"),
          measured: Measurement(
            FittedLine(logarithmic: large.map(Double.init), limited).slope)),
        Claim(
          "memoryless", "With M taken for I before each update there is no M to store.",
          quantity: "numbers more than without memory, per variable, m = 1, n = 10⁵",
          theory: .near(
            2, within: 1e-4, "the last s and y alone; three numbers more a pair are 3e-5"),
          measured: Measurement((memoryless[6] - none) / n)),
        Claim(
          "memoryless-cg",
          "Memoryless BFGS with exact searches is the method of conjugate gradients.",
          quantity: "largest distance of iterates over that of the start, n = 10, κ = 100, 5 steps",
          theory: .atMost(
            5 * 10 * 100 * .ulpOfOne,
            "with sᵀg = 0 the direction is a multiple of −g + (yᵀg/yᵀs)s; rounding is n κ 2⁻⁵² a "
              + "step"),
          measured: Measurement(try distanceToConjugateGradients())),
      ])
  }

  private static func stored(_ optimizer: String, _ n: Int, steps: Int) throws -> Double {
    let settings = try OptimizerCatalogue.settings(optimizer)
    return Double(try StoredNumbers.count(settings, on: Quadratic(n: n), steps: steps))
  }

  private static func distanceToConjugateGradients() throws -> Double {
    let name = "quadratic:n=10,condition=100,rotation=householder"
    let a = try LectureRace.run(name, "lbfgs:memory=1,search=exact", steps: 5)
    let b = try LectureRace.run(name, "linear-cg", steps: 5)
    return LectureRace.largestDistance(a, b, steps: 5)
  }

  /// What more memory is good for.
  private static func pairsFigure() throws -> LectureFigure {
    func needed(_ optimizer: String) throws -> Double {
      let run = try SuiteRun("rosenbrock:n=100", optimizer)
      return run.map { $0.hasArrived ? $0.gradients : .nan } ?? .nan
    }
    let ms = [1, 2, 3, 5, 7, 10, 15, 20, 30, 50]
    let limited = try ms.map { PlanePoint(Double($0), try needed("lbfgs:memory=\($0)")) }
    return .plot(
      "pairs",
      caption: "Gradients until f − f* ≤ 10⁻⁸ on Rosenbrock's function in 100 variables, over the "
        + "number of pairs that are kept.",
      [PlotLine("L-BFGS", limited, kind: .joined, method: "lbfgs")],
      guides: [
        PlotGuide("BFGS", .level(try needed("bfgs"))),
        PlotGuide("conjugate gradients", .level(try needed("cg"))),
      ], x: .init("pairs m", isLogarithmic: true), y: .init("gradients"),
      title: "A few pairs do as well as all of M")
  }
}
