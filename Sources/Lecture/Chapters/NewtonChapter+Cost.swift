import Contours
import LinearAlgebra
import Objectives
import Optimizers
import RealModule
import Scenes
import Statistics

// What a step costs in k variables.
extension NewtonChapter {
  private static let sizes = [125, 250, 500, 1000, 2000]

  static func cost() throws -> ChapterPart {
    let costs = try sizes.map(StepCost.init)
    let memory = sizes.map { k in
      Double(StoredNumbers.count(in: Newton.Method(Newton(), dimension: k)))
    }
    let upper = costs.suffix(3)
    let ks = sizes.map(Double.init)
    return ChapterPart(
      "What a step costs",
      text: [
        "H has k² entries, and solving H p = −g takes some k³/3 operations: with a "
          + "million weights H takes 8 TB, and at 10¹² operations a second a step takes four days.",
        "Operations are counted while textbook elimination solves Newton's equations. The picture "
          + "of seconds is of the solver that Descent uses, and differs from run to run.",
      ],
      figures: [
        secondsFigure(costs),
        .plot(
          "memory", caption: "Numbers that Newton's method keeps, 8 bytes each.",
          [PlotLine("Newton", points(memory), kind: .joined, method: "newton")],
          guides: [.power("∝ k²", 2, through: PlanePoint(ks[0], memory[0]), over: 125...2000)],
          x: .init("variables k", isLogarithmic: true),
          y: .init("numbers", isLogarithmic: true), title: "The Hessian takes k² numbers"),
      ],
      claims: [
        Claim(
          "cost", "Newton's step takes O(k³) operations.",
          quantity: "slope of log operations, counted, over log k, k from 500 to 2000",
          theory: .near(
            3, within: 0.01,
            "k³/3 + 3k²: at 500 the second term is 1.8 % of the first, at 2000 a quarter of that, "
              + "which takes 0.0097 off the slope"),
          measured: Measurement(
            FittedLine(logarithmic: upper.map { Double($0.size) }, upper.map(\.operations)).slope)),
        Claim(
          "cost-agrees", "What is counted is Newton's step.",
          quantity: "largest ‖p − p′‖/‖p‖ of the counted and the library's solution",
          theory: .atMost(
            2000 * 100 * .ulpOfOne, "k κ 2⁻⁵² with κ = 100: both are the same but for rounding"),
          measured: Measurement(costs.map(\.difference).largest)),
        Claim(
          "memory", "It takes O(k²) numbers to remember.",
          quantity: "slope of log numbers in the method's memory over log k, k from 125 to 2000",
          theory: .near(
            2, within: 0.02,
            "k² for H and fewer than 8k for vectors: at 125 they are below 6.4 %, "
              + "which takes less than 0.02 off the slope"),
          measured: Measurement(FittedLine(logarithmic: ks, memory).slope)),
      ])
  }

  private static func points(_ values: [Double]) -> [PlanePoint] {
    zip(sizes, values).map { PlanePoint(Double($0), $1) }
  }

  private static func secondsFigure(_ costs: [StepCost]) -> LectureFigure {
    let last = costs[costs.count - 1]
    let upper = costs.suffix(2)
    let slope = FittedLine(
      logarithmic: upper.map { Double($0.size) }, upper.map(\.solveSeconds)
    ).slope
    return .plot(
      "seconds",
      caption: "Seconds of the processor for the parts of a step, the least of several: solving "
        + "H p = −g, and one gradient for comparison.",
      [
        PlotLine("gradient", points(costs.map(\.gradientSeconds)), kind: .joined, method: "sgd"),
        PlotLine("solve", points(costs.map(\.solveSeconds)), kind: .joined, method: "newton"),
      ],
      guides: [
        .power("∝ k³", 3, through: PlanePoint(2000, last.solveSeconds), over: 125...2000)
      ], x: .init("variables k", isLogarithmic: true), y: .init("seconds", isLogarithmic: true),
      title: "Solving with H soon takes longer than a gradient",
      note:
        "measured here: time to solve ∝ k to the power \(NumberLabel.value(slope, digits: 2)), k "
        + "from \(upper[upper.startIndex].size)")
  }
}

/// What Newton's step costs on a turned quadratic in k variables.
private struct StepCost {
  let size: Int
  /// Of textbook elimination, counted.
  let operations: Double
  /// How far its step and the library's are apart, relative to their length.
  let difference: Double
  let solveSeconds: Double
  let gradientSeconds: Double

  init(_ size: Int) throws {
    let f = try Quadratic(n: size, condition: 100, rotation: .householder)
    let (hessian, g) = (f.hessian(at: f.start), f.gradient(at: f.start))
    guard var counted = CountedCholesky(hessian) else { throw FactorizationError.singular }
    let step = counted.step(against: g)
    var solver = SymmetricSolver(order: size)
    var solution: Vector = []
    solveSeconds = try ProcessorTime.leastSeconds(of: 5) {
      solver.matrix = hessian
      try solver.begin()
      guard solver.factorizePositive() else { throw FactorizationError.singular }
      solution = g.negated
      solver.solve(&solution)
    }
    // A hundred at once: one takes no longer than the clock ticks.
    gradientSeconds =
      ProcessorTime.leastSeconds(of: 5) {
        for _ in 0..<100 { _ = f.gradient(at: f.start) }
      } / 100
    self.size = size
    operations = Double(counted.operations)
    difference = step.minus(solution).norm / solution.norm
  }
}
