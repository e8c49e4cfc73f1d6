import Contours
import Scenes
import Statistics

/// The lecture's table of stars for eight methods, measured: each with a rate chosen in as many
/// trials for each function, on instances that are not those of the comparison.
struct ComparisonChapter: Chapter {
  static let card = ChapterCard(
    name: "comparison", title: "The comparison, measured",
    summary: "The lecture's stars for speed and quality of convergence beside ours, over "
      + "ill-conditioned and non-convex functions and two networks.")

  let parts: [ChapterPart]

  init(_ setting: ChapterSetting) throws {
    let scores = try MethodScores(setting)
    parts = [
      ChapterPart(
        "Stars",
        text: [
          "Speed is how far a method has come after a tenth of \(MethodScores.steps) steps, quality "
            + "how far at the end: the mean of log₁₀ of (J − min J) over that at the start. Each "
            + "method had \(MethodScores.rates.count) trials of its learning rate for each of ten "
            + "functions, on other instances. Three stars go to the best third of the range from "
            + "the best method to the worst, one to the last third."
        ] + scores.scores.map(Self.row), figures: [Self.figure(scores)],
        claims: [
          Self.faster(scores), Self.worse(scores), Self.stopsEarly(scores), Self.consensus(scores),
        ])
    ]
  }

  // MARK: The lecture's table

  /// Stars for speed and quality by method, as printed.
  private static let printed = [
    "sgd": ("★", "★★★"), "momentum": ("★★", "★★★"), "nesterov": ("★★", "★★★"),
    "adagrad": ("★★★", "★"), "rmsprop": ("★★★", "★★ or ★★★"), "adam": ("★★★", "★★ or ★★★"),
    "nadam": ("★★★", "★★ or ★★★"), "adamax": ("★★★", "★★ or ★★★"),
  ]

  private static func row(_ score: MethodScores.Score) -> String {
    func stars(_ found: MethodScores.Found) -> String {
      "\(String(repeating: "★", count: found.stars)) (\(Measurement.text(found.mean)))"
    }
    let (speed, quality) = printed[score.method] ?? ("?", "?")
    return "\(score.label): speed \(stars(score.speed)), the lecture \(speed); quality "
      + "\(stars(score.quality)), the lecture \(quality)."
  }

  // MARK: Claims

  private static let adaptive = ["adagrad", "rmsprop", "adam", "nadam", "adamax"]

  /// The mean of some numbers of functions, with its interval by leaving out one after the other.
  private static func measured(_ families: [Double]) -> Measurement {
    let found = Jackknife.interval(of: families) { $0.reduce(0, +) / Double($0.count) }
    return Measurement(found.value, in: found.interval)
  }

  /// What the adaptive methods have left less what SGD has, for each function.
  private static func difference(
    _ scores: MethodScores, _ figure: (MethodScores.Score) -> MethodScores.Found
  ) -> [Double] {
    guard let sgd = scores["sgd"] else { return [.nan, .nan] }
    let others = adaptive.compactMap { scores[$0] }.map(figure)
    return figure(sgd).families.indices.map { i in
      others.reduce(0) { $0 + $1.families[i] } / Double(others.count) - figure(sgd).families[i]
    }
  }

  private static func faster(_ scores: MethodScores) -> Claim {
    Claim(
      "adaptive-speed", "Adaptive methods converge faster (★★★) than SGD (★).",
      quantity: "mean log₁₀ share of the excess left after a tenth of the steps: the five adaptive "
        + "methods' less SGD's",
      theory: .atMost(-1, "two stars more: at least a factor 10 less excess"),
      measured: measured(difference(scores, \.speed)),
      correction: "With a rate tuned for each function SGD is about as fast; what the adaptive "
        + "methods save is the tuning.")
  }

  private static func worse(_ scores: MethodScores) -> Claim {
    Claim(
      "sgd-quality", "SGD converges to better solutions (★★★) than adaptive methods (★★).",
      quantity: "the same at the end",
      theory: .atLeast(0.3, "a star more: at least a factor 2 less excess"),
      measured: measured(difference(scores, \.quality)),
      correction:
        "On these functions the adaptive methods end no worse; the lecture's stars are of "
        + "the test error of large networks, which is another matter.")
  }

  private static func stopsEarly(_ scores: MethodScores) -> Claim {
    let others = scores.scores.filter { $0.method != "adagrad" }.map(\.quality)
    let own = scores["adagrad"]?.quality.families ?? [.nan, .nan]
    let gaps = own.indices.map { i in
      own[i] - others.reduce(0) { $0 + $1.families[i] } / Double(others.count)
    }
    return Claim(
      "adagrad-quality", "AdaGrad's quality is the least of all (★): it stops too early.",
      quantity: "mean log₁₀ share of the excess left at the end: AdaGrad's less the mean of the "
        + "others",
      theory: .atLeast(0.3, "a star less: at least a factor 2 more excess"),
      measured: measured(gaps),
      correction: "With its own rate it is not behind: where gradients do not shrink after the "
        + "start its rates suit (chapter AdaGrad shows where they do).")
  }

  private static func consensus(_ scores: MethodScores) -> Claim {
    let count = scores.scores.first?.quality.families.count ?? 0
    let best = (0..<count).map { i in
      scores.scores.indices.min {
        scores.scores[$0].quality.families[i] < scores.scores[$1].quality.families[i]
      }
    }
    return Claim(
      "no-consensus", "There is no consensus on which algorithm one should choose.",
      quantity:
        "how many of the eight methods are best at the end on one of ten functions at least",
      theory: .atLeast(3, "one or two would be enough for a consensus"),
      measured: Measurement(Double(Set(best).count)))
  }

  // MARK: Picture

  private static func figure(_ scores: MethodScores) -> LectureFigure {
    .plot(
      "speed-and-quality",
      caption: "Mean log₁₀ of the share of the excess error that is left: after a tenth of the "
        + "steps, and at the end. Lower left is best. Bars: intervals of the difference from the "
        + "mean of all eight, by leaving out one function after the other; where they overlap "
        + "widely, stars tell little.",
      scores.scores.map { score in
        PlotLine(
          score.label, [PlanePoint(score.speed.mean, score.quality.mean)], kind: .points,
          method: score.method, band: [interval(of: score, among: scores, \.quality)],
          xBand: [interval(of: score, among: scores, \.speed)])
      }, x: .init("left after \(MethodScores.steps / 10) steps, log₁₀"),
      y: .init("left after \(MethodScores.steps) steps, log₁₀"),
      title: "Eight methods with tuned rates: how fast, and how far")
  }

  /// What a method's mean is worth beside the others': functions that are hard for all of them make
  /// none of them uncertain.
  private static func interval(
    of score: MethodScores.Score, among scores: MethodScores,
    _ figure: (MethodScores.Score) -> MethodScores.Found
  ) -> ClosedRange<Double> {
    let all = scores.scores.map { figure($0).families }
    let gaps = figure(score).families.enumerated().map { i, own in
      own - all.reduce(0) { $0 + $1[i] } / Double(all.count)
    }
    let found = Jackknife.interval(of: gaps) { $0.reduce(0, +) / Double($0.count) }
    let mean = figure(score).mean
    guard let interval = found.interval else { return mean...mean }
    let shift = mean - found.value
    return (interval.lowerBound + shift)...(interval.upperBound + shift)
  }
}
