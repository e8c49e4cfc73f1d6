import Contours
import Experiments
import LinearAlgebra
import Objectives
import Optimizers
import Races
import RealModule
import Scenes

/// BFGS and L-BFGS: M on its way to H⁻¹, the sign of the direction, searches, memory.
struct BFGSChapter: Chapter {
  static let card = ChapterCard(
    name: "bfgs", title: "BFGS and L-BFGS",
    summary: "p ← −Mg, where M learns H⁻¹ from steps and changes of the gradient; L-BFGS keeps the "
      + "last few of them instead of M.")

  let parts: [ChapterPart]

  init(_ setting: ChapterSetting) throws {
    parts = [
      try Self.approximation(), try Self.direction(), try Self.refining(), try Self.memory(),
    ]
  }

  // MARK: M on its way to H⁻¹

  private static func approximation() throws -> ChapterPart {
    var film = DrawingRequest()
    film.overlays = [.matrix]
    film.aspect = .equal
    return ChapterPart(
      "M becomes H⁻¹",
      text: [
        "A step s that changes the gradient by y tells one thing about H: Hs = y. BFGS corrects M by "
          + "a matrix of rank two, the smallest change (in a weighted norm) after which My = s. "
          + "Nothing is inverted.",
        "M is shown by the ellipse pᵀM⁻¹p = 1; that of H⁻¹ is a contour of the bowl.",
      ],
      figures: [try ellipses(), try aroundHead(), try errorFigure()],
      films: [
        LectureFilm(
          "matrix",
          caption: "The ellipse around the head is M's: first a circle, then ever more like the "
            + "contours.",
          try LectureRace.record(
            "quadratic:condition=9,angle=30", "bfgs", from: [-1.8, 1], steps: 10,
            isDetailed: true), film)
      ], claims: try approximationClaims())
  }

  private static let bowl = "quadratic:n=10,condition=10,rotation=householder"
  private static let valley = "rosenbrock"

  /// The bowl in two variables whose H⁻¹ can be drawn.
  private static func ellipses() throws -> LectureFigure {
    let name = "quadratic:condition=9,angle=30"
    let run = try InverseRun(name, "bfgs", from: [-1.8, 1], steps: 10)
    let inverse = try FunctionName.function(name).hessian(at: [0, 0]).inverse()
    let shown = [0, 1, 3]
    return .plot(
      "ellipses",
      caption: "pᵀM⁻¹p = 1 for M after some steps on a bowl with κ = 9, and for H⁻¹, dashed.",
      shown.map { PlotLine("after \($0)", run.matrices[$0].ellipse) },
      guides: [PlotGuide("H⁻¹", .curve(inverse.ellipse))], x: .init("p₁", range: -1.97...1.97),
      y: .init("p₂", range: -1.1...1.1), title: "M is a circle at first, and comes to H⁻¹")
  }

  private static func aroundHead() throws -> LectureFigure {
    .race(
      "around-head",
      caption: "M of the fourth step as an ellipse around where the step begins: almost a contour "
        + "of the bowl.",
      try LectureRace.record(
        "quadratic:condition=9,angle=30", "bfgs", from: [-1.8, 1], steps: 4, isDetailed: true),
      .map("M comes close to H⁻¹: its ellipse is almost a contour", [.matrix]))
  }

  private static func errorFigure() throws -> LectureFigure {
    func line(
      _ label: String, _ function: String, _ optimizer: String, _ method: String, steps: Int
    ) throws -> PlotLine {
      let run = try InverseRun(function, optimizer, steps: steps)
      return PlotLine(label, run.errors, kind: .joined, method: method)
    }
    return .plot(
      "inverse-error",
      caption: "‖M − H⁻¹‖/‖H⁻¹‖ (Frobenius) after each step: on a bowl in ten variables with exact "
        + "searches and with the usual ones, and on Rosenbrock's function, H at its minimum.",
      [
        try line("Rosenbrock", valley, "bfgs", "momentum", steps: 60),
        try line("bowl, usual", bowl, "bfgs", "lbfgs", steps: 40),
        try line("bowl, exact", bowl, "bfgs:search=exact", "bfgs", steps: 11),
      ], x: .init("steps"), y: .init("error of M", isLogarithmic: true),
      title: "With exact searches M is H⁻¹ after 10 steps")
  }

  private static func approximationClaims() throws -> [Claim] {
    let exact = try InverseRun(bowl, "bfgs:search=exact", steps: 11).errors
    let curved = try InverseRun(valley, "bfgs", steps: 60).errors
    return [
      Claim(
        "inverse", "M approximates the inverse Hessian, refined step by step.",
        quantity: "‖M − H⁻¹‖/‖H⁻¹‖ after k = 10 steps with exact searches on a bowl in k "
          + "variables, κ = 10",
        theory: .atMost(
          10 * 10 * 10 * .ulpOfOne, "0 but for rounding, which is k κ 2⁻⁵² a step"),
        measured: Measurement(exact.dropFirst(10).first ?? .nan)),
      Claim(
        "inverse-curved", "So it does where f is no quadratic.",
        quantity: "the same at the end of a run on Rosenbrock's function, with H at its minimum",
        theory: .atMost(
          0.1,
          "theory has it along the steps only (Dennis and Moré, 1974), which here span the plane; at a "
            + "tenth the ellipses can hardly be told apart"),
        measured: Measurement(curved.last ?? .nan)),
    ]
  }

  // MARK: The sign of the direction

  private static func direction() throws -> ChapterPart {
    let run = try InverseRun(valley, "bfgs", steps: 30)
    let printed = run.angles { matrix, g, _ in matrix.product(g) }
    let taken = run.angles { _, _, step in step }
    return ChapterPart(
      "Which way",
      text: [
        "M is kept positive definite, so that gᵀMg > 0: along +Mg f rises, along −Mg it falls. The "
          + "lecture prints p = Mg; the minus got lost."
      ], figures: [try directionFigure(run)],
      claims: [
        Claim(
          "printed-direction", "pₜ = Mₜgₜ is the direction of descent.",
          quantity:
            "least cos of the angle between g and Mg, steps 2 to 30 on Rosenbrock's function",
          theory: .atMost(0, "a direction descends where gᵀp < 0"),
          measured: Measurement(printed.least),
          correction: "pₜ = −Mₜgₜ: M is positive definite, and +Mg climbs at every step."),
        Claim(
          "direction", "pₜ = −Mₜgₜ is a direction of descent.",
          quantity: "largest cos of the angle between g and the step taken, same steps",
          theory: .atMost(0, "gᵀp = −gᵀMg < 0 while M is positive definite"),
          measured: Measurement(taken.largest)),
      ])
  }

  private static func directionFigure(_ run: InverseRun) throws -> LectureFigure {
    let f = try FunctionName.function(valley)
    let (theta, way) = run.step(10)
    func line(_ label: String, _ sign: Double, _ method: String) -> PlotLine {
      let lengths = stride(from: 0.0, through: 1.5, by: 0.01).map { $0 }
      return PlotLine(
        label,
        lengths.map { t in
          var moved = theta
          moved.add(-sign * t, way)
          return PlanePoint(t, f.value(at: moved))
        }, method: method)
    }
    return .plot(
      "direction",
      caption:
        "f along the direction as printed and along its opposite, from a point of the run on "
        + "Rosenbrock's function.",
      [line("p = +Mg", -1, "momentum"), line("p = −Mg", 1, "bfgs")],
      guides: [PlotGuide("f before the step", .level(f.value(at: theta)))],
      x: .init("step length ε"), y: .init("f(θ + εp)"),
      title: "As printed, the direction leads uphill")
  }
}
