import Contours
import Scenes
import Statistics

/// The lecture's table of stars for eight methods, measured: each with a rate chosen in as many trials
/// for each function, on instances that are not those of the comparison.
struct ComparisonChapter: Chapter {
  static let card = ChapterCard(
    name: "comparison", title: "The comparison, measured",
    summary: "The lecture's stars for speed and quality of convergence beside ours, over "
      + "ill-conditioned and non-convex functions and a network.")

  let parts: [ChapterPart]

  init(_ setting: ChapterSetting) throws {
    let scores = try MethodScores(setting)
    parts = [
      ChapterPart(
        "Stars",
        text: [
          "Speed is how far a method has come after a tenth of \(MethodScores.steps) steps, quality "
            + "how far at the end: the mean of log₁₀ of (J − min J) over that at the start. Each "
            + "method had \(MethodScores.rates.count) trials of its learning rate for each "
            + "function, on other instances. Three stars go to the best third of the range from "
            + "the best method to the worst, one to the last third.",
          "Lecture and measurement differ where the stars depend on the problem: the lecture's are "
            + "of large networks with the rates that one usually sets.",
        ], figures: [Self.figure(scores)],
        claims: zip(Self.table, scores.methods).flatMap(Self.claims))
    ]
  }

  // MARK: The lecture's table

  /// A row: stars for speed and quality, from the least to the most that are printed; what is
  /// measured instead where it is known to differ.
  private struct Row {
    let method: String
    let speed: ClosedRange<Double>
    let quality: ClosedRange<Double>
    var slower: String?
    var worse: String?
  }

  private static let table = [
    Row(method: "SGD", speed: 1...1, quality: 3...3),
    Row(method: "SGD with momentum", speed: 2...2, quality: 3...3),
    Row(method: "SGD with Nesterov momentum", speed: 2...2, quality: 3...3),
    Row(method: "AdaGrad", speed: 3...3, quality: 1...1),
    Row(method: "RMSProp", speed: 3...3, quality: 2...3),
    Row(method: "Adam", speed: 3...3, quality: 2...3),
    Row(method: "Nadam", speed: 3...3, quality: 2...3),
    Row(method: "AdaMax", speed: 3...3, quality: 2...3),
  ]

  private static func claims(_ row: Row, _ score: MethodScores.Score) -> [Claim] {
    let name = String(score.specification)
    let figures = [
      ("speed", row.speed, score.speed, row.slower),
      ("quality", row.quality, score.quality, row.worse),
    ]
    return figures.map { figure, printed, found, correction in
      let middle = (printed.lowerBound + printed.upperBound) / 2
      return Claim(
        "\(name)-\(figure)",
        "\(row.method): \(stars(printed)) for convergence \(figure).",
        quantity: "our stars; mean log₁₀ share of the excess left "
          + "\(Measurement.text(found.mean)), \(Measurement.text(found.interval.lowerBound)) to "
          + Measurement.text(found.interval.upperBound),
        theory: .near(
          middle, within: (printed.upperBound - printed.lowerBound) / 2,
          "the lecture's table"), measured: Measurement(Double(found.stars)),
        correction: correction)
    }
  }

  private static func stars(_ range: ClosedRange<Double>) -> String {
    let (low, high) = (Int(range.lowerBound), Int(range.upperBound))
    func row(_ count: Int) -> String { String(repeating: "★", count: count) }
    return low == high ? row(low) : "\(row(low)) or \(row(high))"
  }

  // MARK: Picture

  private static func figure(_ scores: MethodScores) -> LectureFigure {
    .plot(
      "speed-and-quality",
      caption: "Mean log₁₀ of the share of the excess error that is left: after a tenth of the "
        + "steps, and at the end. Lower left is best.",
      scores.methods.map { score in
        PlotLine(
          score.label, [PlanePoint(score.speed.mean, score.quality.mean)], kind: .points,
          method: score.specification)
      }, x: .init("left after \(MethodScores.steps / 10) steps, log₁₀"),
      y: .init("left after \(MethodScores.steps) steps, log₁₀"),
      title: "How fast, and how far")
  }
}
