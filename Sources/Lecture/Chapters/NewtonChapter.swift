import Contours
import Experiments
import LinearAlgebra
import Objectives
import Races
import RealModule
import Scenes
import Statistics

/// Newton's method: the model, one step on a quadratic, digits that double, saddles, α, the cost.
struct NewtonChapter: Chapter {
  static let card = ChapterCard(
    name: "newton", title: "Newton's method",
    summary: "θ ← θ − H⁻¹g goes to where the slope of the quadratic model vanishes: at once on a "
      + "quadratic, with digits that double on a convex function, to saddles elsewhere.")

  let parts: [ChapterPart]

  init(_ setting: ChapterSetting) async throws {
    parts = [
      try Self.model(), try Self.oneStep(), try Self.digits(), try Self.saddles(),
      try await Self.regularization(setting), try Self.cost(),
    ]
  }

  // MARK: The model

  private static func model() throws -> ChapterPart {
    let (f, start, way) = (Himmelblau(), [1.0, 1.0], [0.6, 0.8])
    let (value, slope) = (f.value(at: start), f.gradient(at: start).dot(way))
    let curvature = f.hessianProduct(at: start, along: way).dot(way)
    let distances = stride(from: -3.0, through: 0.5, by: 0.25).map { Double.exp10($0) }
    let errors = distances.map { t in
      var theta = start
      theta.add(t, way)
      return abs(f.value(at: theta) - (value + t * slope + t * t * curvature / 2))
    }
    let near = distances.indices.filter { distances[$0] <= 0.1001 }
    let figure = LectureFigure.plot(
      "model-error",
      caption: "How far the quadratic model of Himmelblau's function, made at (1, 1), is off along "
        + "(0.6, 0.8).",
      [
        PlotLine(
          "|f − model|", zip(distances, errors).map { PlanePoint($0, $1) }, kind: .joined,
          method: "newton")
      ],
      guides: [.power("∝ t³", 3, through: PlanePoint(1e-3, errors[0]), over: 1e-3...3.2)],
      x: .init("distance t", isLogarithmic: true), y: .init("error", isLogarithmic: true),
      title: "Ten times as near, the model is a thousand times as good")
    return ChapterPart(
      "The model",
      text: [
        "Around θ₀ take f for its value there, its slope g and its curvature H: "
          + "f(θ₀) + (θ − θ₀)ᵀg + ½(θ − θ₀)ᵀH(θ − θ₀). What is left out is of third order."
      ], figures: [figure],
      claims: [
        Claim(
          "model-error", "Near θ₀ the quadratic model agrees with f.",
          quantity: "slope of log error over log distance, t from 10⁻³ to 10⁻¹",
          theory: .near(
            3, within: 0.013,
            "the error is 4.256t³ + 0.5392t⁴ on this line: at 0.1 the second term adds 0.013"),
          measured: Measurement(
            FittedLine(logarithmic: near.map { distances[$0] }, near.map { errors[$0] }).slope))
      ])
  }

  // MARK: On a quadratic

  private static func oneStep() throws -> ChapterPart {
    let recordings = try LectureRace.record(
      "quadratic:condition=20,angle=30", "sgd:lr=0.09,newton", from: [-1.8, 1], steps: 9)
    return ChapterPart(
      "One step on a quadratic",
      text: [
        "A quadratic is its own model: the first step −H⁻¹g ends at the minimum, however elongated "
          + "the bowl, in whatever direction."
      ],
      figures: [
        .race(
          "one-step",
          caption: "A bowl with condition number 20: after nine steps gradient descent is still on "
            + "its way, Newton's method took one.", recordings,
          .map(
            "On a bowl Newton's method takes one step",
            labels: ["Gradient descent", "Newton"]))
      ],
      claims: [
        Claim(
          "one-step", "On a quadratic Newton's method jumps to the minimum.",
          quantity: "largest ‖θ₁‖/‖θ₀‖ as a multiple of k κ 2⁻⁵², for k = 2, 10, 50 variables, "
            + "κ = 1, 10³, 10⁶, turned",
          theory: .atMost(
            1,
            "0 but for rounding: solving with H in doubles loses at most some k κ units of the "
              + "last place"),
          measured: Measurement(try worstFirstStep()))
      ])
  }

  private static func worstFirstStep() throws -> Double {
    var ratios: [Double] = []
    for k in [2, 10, 50] {
      for kappa in [1, 1e3, 1e6] {
        let run = try LectureRace.run(
          "quadratic:n=\(k),condition=\(kappa),rotation=householder", "newton", steps: 1)
        guard run.count == 2 else { return .nan }
        let rounding = Double(k) * kappa * .ulpOfOne
        ratios.append(run.point(1).norm / run.point(0).norm / rounding)
      }
    }
    return ratios.largest
  }

  // MARK: On a convex function

  /// Convex, with its minimum at 0: the weights of the exponentials balance there.
  private static let bowl = "exp(x+2*y)+2*exp(x-y)+1.5*exp(-2*x)"

  private static func digits() throws -> ChapterPart {
    func errors(_ optimizer: String) throws -> [Double] {
      let run = try LectureRace.run(bowl, optimizer, from: [1, 0.5], steps: 40)
      return (0..<run.count).map { run.point($0).norm }
    }
    let (newton, slow) = (try errors("newton"), try errors("sgd:lr=0.1"))
    func line(_ label: String, _ errors: [Double], _ method: String) -> PlotLine {
      let shown = errors.filter { $0 > 1e-16 }.map { -Double.log10($0) }
      return PlotLine(label, shown, kind: .joined, method: method)
    }
    let figure = LectureFigure.plot(
      "digits",
      caption: "Correct digits, −log₁₀ of the distance to the minimum, on a convex sum of three "
        + "exponentials.",
      [line("gradient descent", slow, "sgd"), line("Newton", newton, "newton")], x: .init("step"),
      y: .init("correct digits"), title: "Newton's digits double from step to step")
    return ChapterPart(
      "Digits double on a convex function",
      text: [
        "Where f is convex but no quadratic, the step is taken again and again. Near the minimum "
          + "each error is about the square of the one before; gradient descent gains the same "
          + "fraction of a digit every step."
      ], figures: [figure],
      claims: [
        Claim(
          "order", "On a convex function the step, taken again and again, converges quadratically.",
          quantity: "order ln(e₃/e₂)/ln(e₂/e₁) of the last three errors above 10⁻¹²",
          theory: .near(
            2, within: 0.1,
            "with eₖ₊₁ = Ceₖ² it is 2 whatever C is; third-order terms move it by a share of about "
              + "e₁, below 5 %"),
          measured: Measurement(order(newton)),
          condition: "near a minimum where H is positive definite")
      ])
  }

  private static func order(_ errors: [Double]) -> Double {
    let last = errors.filter { $0 > 1e-12 }.suffix(3).map { Double.log($0) }
    return last.count == 3 ? (last[2] - last[1]) / (last[1] - last[0]) : .nan
  }
}
