import Contours
import Experiments
import LinearAlgebra
import Objectives
import Races
import Scenes
import Statistics

/// The two rates of the convex batch case on a problem of learning: upper bounds that hold at every
/// step, and both methods below them.
extension NesterovChapter {
  private static let problem = "logistic-regression:data=moons"
  private static let lastStep = 200

  static func logistic() throws -> ChapterPart {
    let function = try FunctionName.function(problem)
    let start = function.start
    // Without a penalty no Hessian is above that at weights of 0, where σ′ is 1/4 for all examples.
    let curvature = try function.hessian(at: start).eigenvalues().largestMagnitude
    let distance = (function.minimizers.first ?? start).minus(start)
    let scale = curvature * distance.dot(distance)
    let rate = 1 / curvature
    let slow = try LectureRace.run(problem, "sgd:lr=\(rate)", steps: lastStep)
    let fast = try LectureRace.run(problem, "nesterov-convex:lr=\(rate)", steps: lastStep)
    return ChapterPart(
      "The same on logistic regression",
      text: [
        "Two classes and a straight border between them: J is convex, and its curvature is nowhere "
          + "above L, which is found at θ = 0. Both bounds are for every such J and every step k; "
          + "near its minimum this J has curvature in all directions, so that both methods come to "
          + "be faster than their bounds."
      ],
      figures: [figure(slow, fast, scale)],
      claims: [
        Claim(
          "logistic-bounds",
          "On logistic regression with all examples the excess of gradient descent is O(1/k) and "
            + "that of Nesterov's momentum O(1/k²).",
          quantity: "the largest of excess · 2k/(L‖θ₀ − θ*‖²) for gradient descent and of excess · "
            + "(k + 1)²/(2L‖θ₀ − θ*‖²) for nesterov-convex, k = 1 to \(lastStep)",
          theory: .atMost(1, "Beck and Teboulle 2009, theorems 3.1 and 4.4"),
          measured: Measurement(
            (shares(slow) { 2 * $0 / scale }
              + shares(fast) { ($0 + 1) * ($0 + 1) / (2 * scale) }).largest)),
        Claim(
          "logistic-steps", "There the momentum takes far fewer steps.",
          quantity: "steps of gradient descent to an excess of 10⁻³ over those of nesterov-convex",
          theory: .atLeast(2, "the ratio of the two bounds where they reach 10⁻³ is above 10"),
          measured: Measurement(Double(steps(slow)) / Double(steps(fast)))),
      ])
  }

  /// The excess of each step, by what a bound allows it.
  private static func shares(_ run: Trajectory, _ factor: (Double) -> Double) -> [Double] {
    (1..<run.count).map { (run.excess($0) ?? .nan) * factor(Double(run.steps[$0])) }
  }

  /// Steps to an excess of 10⁻³, one more than were taken where it was not reached.
  private static func steps(_ run: Trajectory) -> Int {
    (0..<run.count).first { (run.excess($0) ?? .nan) <= 1e-3 } ?? run.count
  }

  private static func figure(
    _ slow: Trajectory, _ fast: Trajectory, _ scale: Double
  ) -> LectureFigure {
    func line(_ label: String, _ run: Trajectory, _ method: String) -> PlotLine {
      PlotLine(
        label, (1..<run.count).map { PlanePoint(Double(run.steps[$0]), run.excess($0) ?? .nan) },
        method: method)
    }
    func bound(_ name: String, _ value: (Double) -> Double) -> PlotGuide {
      PlotGuide(
        name,
        .curve([1, 2, 5, 10, 20, 50, 100, 200].map { PlanePoint($0, value($0)) }))
    }
    return .plot(
      "logistic",
      caption: "Logistic regression on two moons, all examples, ε = 1/L; dashed, what "
        + "theory allows each method.",
      [line("gradient descent", slow, "sgd"), line("Nesterov", fast, "nesterov")],
      guides: [
        bound("at most 1/k") { scale / (2 * $0) },
        bound("at most 1/k²") { 2 * scale / (($0 + 1) * ($0 + 1)) },
      ], x: .init("step k", isLogarithmic: true),
      y: .init("J(θ) − min J", isLogarithmic: true),
      title: "Logistic regression: each method stays below its bound")
  }
}
