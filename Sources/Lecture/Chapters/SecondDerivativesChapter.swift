import Contours
import LinearAlgebra
import Objectives
import Races
import Scenes

/// Second derivatives: how slopes change, and what H says where there is no slope.
struct SecondDerivativesChapter: Chapter {
  static let card = ChapterCard(
    name: "second-derivatives", title: "Second derivatives",
    summary: "H tells how g changes; where g = 0 the signs of its eigenvalues tell a minimum, a "
      + "maximum and a saddle apart.")

  let parts: [ChapterPart]

  init(_ setting: ChapterSetting) throws {
    parts = [try Self.curvature(), try Self.test(), try Self.undecided()]
  }

  // MARK: Curvature

  private static func curvature() throws -> ChapterPart {
    let f = try FunctionCatalogue.function("x^4/4-x^2/2")
    let xs = stride(from: -1.6, through: 1.6, by: 0.02).map { $0 }
    func line(_ label: String, _ value: (Vector) -> Double) -> PlotLine {
      PlotLine(label, xs.map { PlanePoint($0, value([$0])) })
    }
    let figure = LectureFigure.plot(
      "cup-and-cap",
      caption: "f = x⁴/4 − x²/2 with its derivatives. Where f′ is zero, at the dashed lines, f″ is "
        + "2 at both minima and −1 at the maximum.",
      [
        line("f", f.value(at:)), line("f′") { f.gradient(at: $0)[0] },
        line("f″") { f.hessian(at: $0)[0, 0] },
      ],
      guides: [
        PlotGuide("minimum of f", .upright(-1)), PlotGuide("maximum of f", .upright(0)),
        PlotGuide("minimum of f", .upright(1)), PlotGuide("", .level(0)),
      ], x: .init("x", range: -1.6...1.6), y: .init("value", range: -1.5...3),
      title: "f″ is above 0 at a minimum and below 0 at a maximum")
    return ChapterPart(
      "How slopes change",
      text: [
        "The second derivative is the slope of the slope. In several variables it is a matrix, the "
          + "Hessian H: a small step d changes the gradient by Hd. Where the slopes grow, the graph "
          + "is a cup; where they fall, a cap."
      ], figures: [figure], claims: [changeOfGradient()])
  }

  private static func changeOfGradient() -> Claim {
    let (f, start, h) = (Himmelblau(), [1.0, 1.0], 1e-4)
    let hessian = f.hessian(at: start)
    var errors: [Double] = []
    for i in 0..<2 {
      for j in 0..<2 {
        var (ahead, behind) = (start, start)
        ahead[j] += h
        behind[j] -= h
        let change = (f.gradient(at: ahead)[i] - f.gradient(at: behind)[i]) / (2 * h)
        errors.append(abs(change - hessian[i, j]))
      }
    }
    return Claim(
      "change-of-gradient",
      "The second derivative says how the first changes as θ does: Hᵢⱼ = ∂gᵢ/∂θⱼ.",
      quantity: "largest |(gᵢ(θ + heⱼ) − gᵢ(θ − heⱼ))/2h − Hᵢⱼ|, h = 10⁻⁴, on Himmelblau's "
        + "function at (1, 1)",
      theory: .atMost(
        4.1e-8,
        "a central difference is off by h²/6 times the fourth derivative, which is 24 here: 4e-8; "
          + "rounding adds some 1e-10"),
      measured: Measurement(errors.largest))
  }

  // MARK: The test

  private static func test() throws -> ChapterPart {
    ChapterPart(
      "Minimum, maximum or saddle",
      text: [
        "Close to a point where g = 0, f is its quadratic model, and the eigenvalues λ of H are how "
          + "it bends along the eigenvectors. All above 0: a bowl. All below 0: a dome. Some of "
          + "each: a saddle, up one way and down another.",
        "The three maps are of one function, Himmelblau's. The model was made at the start of the "
          + "arrow, which leads to where its slope vanishes.",
      ],
      figures: [
        try model(
          "minimum", of: .minimum,
          "A minimum: the contours of the model are ellipses, and f rises every way."),
        try model(
          "maximum", of: .maximum,
          "A maximum: ellipses again, but f falls every way. The step that leads to the bottom of a "
            + "bowl leads to the top here."),
        try model(
          "saddle", of: .saddle,
          "A saddle: hyperbolas. f rises along one eigenvector and falls along the other."),
      ],
      claims: testClaims + slips)
  }

  /// The quadratic model of Himmelblau's function beside a point of a kind, and the step to where
  /// its slope vanishes.
  private static func model(
    _ name: String, of kind: PointKind, _ caption: String
  ) throws -> LectureFigure {
    let f = Himmelblau()
    let points = f.criticalPoints.filter { $0.kind == kind }.map(\.point)
    let point = (kind == .minimum ? f.minimizers : points)[0]
    let start = [point[0] + (kind == .minimum ? 0.5 : -0.7), point[1] + 0.2]
    let values = try f.hessian(at: point).eigenvalues().map(Measurement.text)
    return .race(
      name, caption: caption + " λ = \(values.joined(separator: ", ")).",
      try LectureRace.record("himmelblau", "newton", from: start, steps: 1, isDetailed: true),
      .map(
        "Beside a \(name): λ = \(values.joined(separator: ", "))", [.model, .step],
        window: Window(x: (point[0] - 1.6)...(point[0] + 1.6), y: (point[1] - 1)...(point[1] + 1)),
        labels: ["Newton's step"]))
  }

  private static var testClaims: [Claim] {
    [
      share(
        "minimum", "Where g = 0 and all eigenvalues of H are above 0, f has a minimum.",
        of: \.isBowl, as: .minimum),
      share("maximum", "Where all are below 0 it has a maximum.", of: \.isDome, as: .maximum),
      share(
        "saddle", "Where there are some of both signs it has a saddle.", of: \.isMixed,
        as: .saddle),
    ]
  }

  /// What the lecture prints.
  private static var slips: [Claim] {
    let saddles = KnownPoint.all.filter { $0.kind == .saddle || $0.kind == .degenerate }
    return [
      share(
        "printed-maximum", "f′ = 0 and f″ > 0: a local maximum.", of: \.isBowl, as: .maximum,
        correction: "f″ > 0 marks a minimum: slopes that grow make a cup."),
      share(
        "printed-minimum", "f′ = 0 and f″ < 0: a local minimum.", of: \.isDome, as: .minimum,
        correction: "f″ < 0 marks a maximum: slopes that fall make a cap."),
      Claim(
        "printed-saddle", "At a saddle f″ = 0 in many cases.",
        quantity: "share of \(saddles.count) saddles and flat points of the library at which an "
          + "eigenvalue of H is zero",
        theory: .atLeast(0.5, "many cases are at least half of them"),
        measured: Measurement(
          Double(saddles.count { !$0.isRegular }) / Double(saddles.count)),
        correction: "At a saddle H has eigenvalues of both signs, and in general none is zero; "
          + "where f″ = 0 the test says nothing."),
    ]
  }

  /// That the points of which second derivatives say something are known to be of a kind.
  private static func share(
    _ name: String, _ sentence: String, of holds: (KnownPoint) -> Bool, as kind: PointKind,
    correction: String? = nil
  ) -> Claim {
    let points = KnownPoint.all.filter(holds)
    return Claim(
      name, sentence,
      quantity: "share of the \(points.count) such points of the library that its formulas have as "
        + "a \(kind.rawValue)",
      theory: .near(1, within: 0, "all of them, where no eigenvalue is zero"),
      measured: Measurement(Double(points.count { $0.kind == kind }) / Double(points.count)),
      correction: correction)
  }

  // MARK: Where it says nothing

  private static let flat = ["x^4", "-x^4", "x^3"]

  private static func undecided() throws -> ChapterPart {
    let functions = try flat.map { try FunctionCatalogue.function($0) }
    let xs = stride(from: -1.0, through: 1.0, by: 0.02).map { $0 }
    let figure = LectureFigure.plot(
      "undecided",
      caption: "Three functions with f′ = f″ = 0 at 0: a minimum, a maximum, and neither.",
      zip(["x⁴", "−x⁴", "x³"], functions).map { label, f in
        PlotLine(label, xs.map { PlanePoint($0, f.value(at: [$0])) })
      },
      guides: [PlotGuide("", .upright(0)), PlotGuide("", .level(0))], x: .init("x"),
      y: .init("f"), title: "f″ = 0 decides nothing")
    let sides = functions.map { f in
      [-0.1, 0.1].map { f.value(at: [$0]) > f.value(at: [0]) }
    }
    let steepest = functions.map { f in
      max(abs(f.gradient(at: [0])[0]), abs(f.hessian(at: [0])[0, 0]))
    }
    return ChapterPart(
      "Where it says nothing",
      text: [
        "Where f″ = 0 as well as f′, higher derivatives decide. It may be anything."
      ], figures: [figure],
      claims: [
        Claim(
          "undecided", "With f′ = 0 and f″ = 0 a point may be a minimum, a maximum or neither.",
          quantity: "how many of these there are among x⁴, −x⁴ and x³ at 0, by f at ±0.1; both "
            + "derivatives are \(Measurement.text(steepest.max() ?? .nan)) there",
          theory: .near(3, within: 0, "one of each kind"),
          measured: Measurement(Double(Set(sides).count)))
      ])
  }
}
