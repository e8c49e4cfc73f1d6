import Contours
import Experiments
import LinearAlgebra
import Races
import RealModule
import Scenes

// What Newton's method does where f is not convex, and that α repairs it.
extension NewtonChapter {
  /// From where steps on `saddle-escape` are taken.
  static let start = [0.8, 0.3]
  /// The eigenvalue of H at the start along the second axis, 3θ₂² − 1.
  static let negative = 3 * 0.3 * 0.3 - 1

  static func saddles() throws -> ChapterPart {
    func record(steps: Int) throws -> [RaceRecording] {
      try LectureRace.record(
        "saddle-escape", "newton,newton:alpha=1.5", from: start, steps: steps, isDetailed: true)
    }
    let labels = ["Newton", "Newton, α = 1.5"]
    var film = DrawingRequest()
    film.overlays = [.model, .step]
    film.labels = labels.map { .init($0) }
    return ChapterPart(
      "To the saddle, and what α repairs",
      text: [
        "Newton's step leads to where the model has no slope, be it the lowest point of a bowl or "
          + "the middle of a saddle. Along an eigenvector with λ < 0 it goes up.",
        "With α added to the diagonal, (H + αI)⁻¹g, every eigenvalue becomes λ + α. Once all of "
          + "them are above 0 the step goes down.",
      ],
      figures: [
        .race(
          "first-step",
          caption: "The first step. The model of f is a saddle, dashed, and the step leads to its "
            + "middle; with α = 1.5 the model is a bowl, and its lowest point lies beyond.",
          try record(steps: 1),
          .map(
            "Newton's first step goes to the saddle, with α past it", [.model, .step],
            window: Window(x: -1.2...1.8, y: -0.9...1.1), labels: labels))
      ],
      films: [
        LectureFilm(
          "saddle",
          caption: "Newton's method ends at the saddle; with α = 1.5 it leaves it for the minimum.",
          try record(steps: 20), film)
      ], claims: try saddleClaims())
  }

  private static func saddleClaims() throws -> [Claim] {
    let plain = try LectureRace.run("saddle-escape", "newton", from: start, steps: 20)
    let repaired = try LectureRace.run("saddle-escape", "newton:alpha=1.5", from: start, steps: 100)
    let errors = (0..<repaired.count).map { repaired.point($0).minus([0, 1]).norm }
    let slope = try FunctionName.function("saddle-escape").gradient(at: start)[1]
    return [
      Claim(
        "wrong-way", "Near a saddle Newton's step may move in the wrong direction.",
        quantity: "the step along the eigenvector with λ < 0, as a multiple of −g along it",
        theory: .near(
          1 / negative, within: 1e-12, "1/λ, which is below 0: uphill; λ = −0.73, and rounding"),
        measured: Measurement(try step(alpha: 0)[1] / -slope)),
      Claim(
        "to-the-saddle", "On a non-convex function Newton's method may end at a saddle.",
        quantity: "distance to the saddle after 20 steps from (0.8, 0.3)",
        theory: .atMost(1e-15, "θ₁ is 0 after one step, and θ₂ ← about −2θ₂³: below any double"),
        measured: Measurement(plain.point(plain.count - 1).norm)),
      Claim(
        "repaired", "Adding α to the diagonal of H avoids the saddle.",
        quantity: "distance to the minimum (0, 1) after 100 steps with α = 1.5",
        theory: .atMost(
          1e-15,
          "a share α/(α + 1) = 0.6 of θ₁ is left by each step: 0.6¹⁰⁰ = 7e-23; the rest is "
            + "rounding, some units of the last place of 1"),
        measured: Measurement(errors[errors.count - 1]),
        condition: "while α is more than |λ| along the way, here 1"),
      Claim(
        "price", "α costs the digits that double: what is left of the error is a fixed share.",
        quantity: "error after step 41 over that after step 40 with α = 1.5",
        theory: .near(
          0.6, within: 1e-11,
          "α/(α + λ) with the least λ = 1 of the minimum; what is left along the other one shrinks "
            + "by 1.5/3.5 a step, so that it adds some (0.43/0.6)⁸⁰ = 2e-12"),
        measured: Measurement(errors[41] / errors[40])),
    ]
  }

  /// The first step of Newton's method; NaN where H + αI is singular.
  static func step(
    _ function: String = "saddle-escape", alpha: Double, from start: Vector = start
  ) throws -> Vector {
    let run = try LectureRace.run(function, "newton:alpha=\(alpha)", from: start, steps: 1)
    return run.count == 2 ? run.point(1).minus(start) : start.map { _ in .nan }
  }
}
