import Contours
import Experiments
import LinearAlgebra
import Objectives
import Races
import Scenes

/// Conjugate gradients: the zig-zag of steepest descent, conjugate directions, at most k searches,
/// which β.
struct ConjugateGradientsChapter: Chapter {
  static let card = ChapterCard(
    name: "conjugate-gradients", title: "Conjugate gradients",
    summary: "p ← −g + βp: each search spares what the ones before have found, without H⁻¹.")

  let parts: [ChapterPart]

  init(_ setting: ChapterSetting) throws {
    parts = [try Self.directions(), try Self.searches(), try Self.formulas()]
  }

  // MARK: Zig-zag and conjugate directions

  private static let bowl = "quadratic:condition=9"
  /// Where steepest descent is slowest: both eigenvectors have as much of the gradient.
  private static let start = [-1.8, 0.2]
  private static let steepest = "steepest-descent:search=exact"

  private static func directions() throws -> ChapterPart {
    let window = Window(x: -2...0.4, y: -0.55...0.75)
    let labels = ["Steepest descent", "Conjugate gradients"]
    func figure(
      _ name: String, _ title: String, _ caption: String, _ optimizer: String, _ label: String
    ) throws -> LectureFigure {
      .race(
        name, caption: caption,
        try LectureRace.record(bowl, optimizer, from: start, steps: 12),
        .map(title, window: window, labels: [label]))
    }
    var film = DrawingRequest()
    film.overlays = [.directions]
    film.aspect = .equal
    film.window = .fixed(Window(x: -2...0.4, y: -1.2...1.2))
    film.labels = labels.map { .init($0) }
    return ChapterPart(
      "The zig-zag and what ends it",
      text: [
        "A search along −g ends where the line touches a contour. The next gradient is at right "
          + "angles to the contour, and so to the line: steepest descent turns by 90° every time "
          + "and undoes part of what it had gained.",
        "A conjugate direction, pₜᵀHpₜ₋₁ = 0, leaves the slope along the line before at zero. On a "
          + "bowl in two variables the second search ends at the minimum.",
      ],
      figures: [
        try figure(
          "zig-zag", "Steepest descent turns by 90° at every step",
          "Steepest descent turns by a right angle at every step; units are equal, so that right "
            + "angles look right.", steepest, labels[0]),
        try figure(
          "conjugate", "Conjugate gradients: two searches, and at the minimum",
          "Conjugate gradients from the same start, on the same map.", "linear-cg", labels[1]),
      ],
      films: [
        LectureFilm(
          "directions",
          caption: "The arrow is the direction of the search, the lines are those before it. "
            + "Conjugate gradients have arrived after the second one.",
          try LectureRace.record(
            bowl, "\(steepest),linear-cg", from: start, steps: 12, isDetailed: true,
            stopRules: StopRules(gradientNorm: 1e-12)), film)
      ], claims: try directionClaims())
  }

  private static func directionClaims() throws -> [Claim] {
    let zigzag = try LectureRace.run(bowl, steepest, from: start, steps: 12)
    let conjugate = try LectureRace.run(bowl, "linear-cg", from: start, steps: 2)
    let hessian = try FunctionName.function(bowl).hessian(at: start)
    let (s, c) = (zigzag.moves, conjugate.moves)
    let turns = zip(s, s.dropFirst()).map { abs($0.dot($1)) / ($0.norm * $1.norm) }
    var image = Vector.zeros(2)
    hessian.multiply(c[1], into: &image)
    let shares = (1..<zigzag.count).map { zigzag.values[$0] / zigzag.values[$0 - 1] }
    return [
      Claim(
        "right-angles", "In a bowl gradient descent with line searches zig-zags.",
        quantity: "largest |cos| of the angle between steps that follow one another, 12 steps, "
          + "κ = 9",
        theory: .atMost(1e-14, "right angles: 0, and some units of the last place"),
        measured: Measurement(turns.largest)),
      Claim(
        "ineffective", "The zig-zag is ineffective.",
        quantity: "what a step leaves of f, from the start where that is most",
        theory: .near(
          0.64, within: 1e-12, "((κ − 1)/(κ + 1))², every step, and rounding"),
        measured: Measurement(shares.largest)),
      Claim(
        "conjugate",
        "Conjugate gradients choose a direction that is conjugate to the one before.",
        quantity: "|p₁ᵀHp₀|/(‖Hp₁‖ ‖p₀‖)",
        theory: .atMost(1e-14, "0, and some units of the last place"),
        measured: Measurement(abs(image.dot(c[0])) / (image.norm * c[0].norm))),
    ]
  }
}
