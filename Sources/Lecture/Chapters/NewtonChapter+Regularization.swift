import Contours
import Experiments
import LinearAlgebra
import Optimizers
import Races
import RealModule
import Scenes

// What α does, from the wrong direction to steps that are too short.
extension NewtonChapter {
  static func regularization(_ setting: ChapterSetting) async throws -> ChapterPart {
    ChapterPart(
      "What α does",
      text: [
        "From the same start, as α grows: up to |λ₁| = 0.73 the step climbs along the eigenvector "
          + "of λ₁, at |λ₁| it is infinitely long, beyond it descends, and gets shorter and "
          + "shorter, until it is −g/α.",
        "With strong negative curvature α must be so large that it spoils the step in all other "
          + "directions, where Newton's method was good.",
      ],
      figures: [try lengths(), try angles(), try await map(setting), try strength()],
      claims: try regularizationClaims())
  }

  /// ε of the gradient descent that steps are compared to.
  private static let rate = 0.1

  private static let alphas = stride(from: -2.0, through: 2, by: 0.02).map { Double.exp10($0) }

  private static func descent() throws -> Vector {
    try FunctionName.function("saddle-escape").gradient(at: start).map { -rate * $0 }
  }

  private static func lengths() throws -> LectureFigure {
    let usual = try descent().norm
    return .plot(
      "alpha-length",
      caption: "The length of the first step from (0.8, 0.3), as a multiple of gradient descent's "
        + "with ε = 0.1.",
      [
        PlotLine(
          "Newton", try alphas.map { PlanePoint($0, try step(alpha: $0).norm / usual) },
          method: "newton")
      ],
      guides: [
        PlotGuide("|λ₁|", .upright(-negative)), PlotGuide("gradient descent", .level(1)),
      ], x: .init("α", isLogarithmic: true),
      y: .init("length of the step", isLogarithmic: true, range: 0.05...300),
      title: "A large α makes steps shorter than gradient descent's")
  }

  private static func angles() throws -> LectureFigure {
    let way = try descent()
    func angle(_ step: Vector) -> Double {
      Double.acos(min(1, max(-1, step.dot(way) / (step.norm * way.norm)))) * 180 / .pi
    }
    return .plot(
      "alpha-angle",
      caption: "The angle between the same step and −g, in degrees. Above 90 it leads uphill.",
      [
        PlotLine(
          "Newton", try alphas.map { PlanePoint($0, angle(try step(alpha: $0))) },
          method: "newton")
      ],
      guides: [PlotGuide("|λ₁|", .upright(-negative)), PlotGuide("uphill above", .level(90))],
      x: .init("α", isLogarithmic: true), y: .init("angle to −g in degrees", range: 0...120),
      title: "With α just below |λ₁| the step leads uphill")
  }

  /// Of a run that has come to the saddle, 0.25 above the minimum.
  private static let atSaddle = ParameterGroup("at the saddle", color: Color(0xD2603A)) {
    abs($0.loss - 0.25) < 1e-4
  }

  /// What two hundred steps reach over α and ε: the saddle, the minimum, or next to nothing.
  private static func map(_ setting: ChapterSetting) async throws -> LectureFigure {
    let map = try ParameterMap(
      FunctionName.function("saddle-escape"), OptimizerCatalogue.settings("newton"),
      over: (
        SettingRange("alpha", from: 0.01, to: 100), SettingRange("lr", from: 0.05, to: 2)
      ), start: start, columns: 120, rows: 120, steps: 200)
    let trials = try await map.computed(workers: setting.workers, reporter: setting.reporter)
    return LectureFigure(
      "alpha-map",
      caption:
        "What 200 steps reach from (0.8, 0.3), over α and ε. Where it is red they end at the "
        + "saddle, 0.25 above the minimum; where it is dark they find the minimum; where it is "
        + "green they are so short that they are still on their way."
    ) { look in
      ParameterFigure(
        map, trials, groups: [atSaddle], title: "α decides where Newton's method ends",
        colors: look.colors
      ).picture
    }
  }

  // MARK: Strong negative curvature

  /// How far Newton's step leads to the minimum along the eigenvalue 1 where others are 10 and −s,
  /// with α = 2s, which makes the step along the latter as long as −g/s.
  private static func share(_ s: Double) throws -> Double {
    let name = "x^2/2+5*y^2-\(s)*z^2/2"
    return -(try step(name, alpha: 2 * s, from: [1, 0.1, 1 / s])[0])
  }

  /// The same of gradient descent, with ε = 1/max|λ|.
  private static func descentShare(_ s: Double) -> Double { 1 / max(10, s) }

  private static func strength() throws -> LectureFigure {
    let strengths = stride(from: -2.0, through: 2, by: 0.25).map { Double.exp10($0) }
    return .plot(
      "strong-curvature",
      caption: "How far one step leads to the minimum along the eigenvector of λ = 1; other "
        + "eigenvalues are 10 and λ₁ < 0. Newton's α is 2|λ₁|, gradient descent's ε is 1/max|λ|.",
      [
        PlotLine(
          "gradient descent", strengths.map { PlanePoint($0, descentShare($0)) }, kind: .joined,
          method: "sgd"),
        PlotLine(
          "Newton", try strengths.map { PlanePoint($0, try share($0)) }, kind: .joined,
          method: "newton"),
      ], x: .init("negative curvature |λ₁|", isLogarithmic: true),
      y: .init("share of the way to the minimum", isLogarithmic: true),
      title: "Strong negative curvature makes Newton's steps too short")
  }

  private static func regularizationClaims() throws -> [Claim] {
    let usual = try descent().norm
    let turning = try Bisection.crossing(in: 0.1...10) { try step(alpha: $0)[1] > 0 }
    let shorter = try Bisection.crossing(in: 1...100) { try step(alpha: $0).norm < usual }
    return [
      Claim(
        "alpha-offsets",
        "α must be large enough to offset the negative eigenvalue of H.",
        quantity: "least α whose step descends along the eigenvector of λ₁ = −0.73",
        theory: .near(0.73, within: 1e-12, "|λ₁|; found by halving to the last digits"),
        measured: Measurement(turning)),
      Claim(
        "alpha-shortens", "A large α makes steps smaller than those of gradient descent.",
        quantity: "least α with ‖(H + αI)⁻¹g‖ < ε‖g‖, ε = 0.1",
        theory: .atMost(
          1 / rate - negative,
          "1/ε − λ₁: from there on 1/(λ + α) ≤ ε along every eigenvector"),
        measured: Measurement(shorter)),
      Claim(
        "weak-curvature",
        "Regularizing works well as long as the negative eigenvalue of H is close to 0.",
        quantity: "the step along λ = 1 over gradient descent's where other eigenvalues are 10 and "
          + "λ₁ = −0.01, α = 2|λ₁|, ε = 1/max|λ|",
        theory: .near(10 / 1.02, within: 1e-11, "10/(1 + 2|λ₁|), and rounding"),
        measured: Measurement(try share(0.01) / descentShare(0.01))),
      Claim(
        "strong-curvature",
        "In strong negative curvature α makes Newton's steps smaller than gradient descent's.",
        quantity: "the same where λ₁ = −100",
        theory: .near(
          100 / 201.0, within: 1e-12, "|λ₁|/(1 + 2|λ₁|), which is below 1, and rounding"),
        measured: Measurement(try share(100) / descentShare(100))),
    ]
  }
}
