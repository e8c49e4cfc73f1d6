import Contours
import Experiments
import LinearAlgebra
import Objectives
import Optimizers
import Races
import RealModule
import Scenes
import Statistics

/// Stochastic gradient descent on data: what a minibatch tells, what a step costs, how fast it
/// converges, and where it stays.
struct SGDChapter: Chapter {
  static let card = ChapterCard(
    name: "sgd", title: "Stochastic gradient descent",
    summary: "θ ← θ − ε ĝ: the gradient over a few examples, drawn anew for each step, stands for "
      + "that over all of them.")

  let parts: [ChapterPart]

  init(_ setting: ChapterSetting) throws {
    parts = [
      try Self.minibatches(setting), try Self.cost(setting), try Self.decayingRates(setting),
      try Self.constantRates(setting),
    ]
  }

  /// Ridge regression on 100 examples of 3 features with much noise, with one example a step unless
  /// told.
  static func ridge(batch: Int = 1) -> String {
    "linear-regression:data=regression(n=100,d=3,noise=1),l2=0.1,batch=\(batch),"
      + "sampling=with-replacement"
  }

  static func sum(_ text: String) throws -> any TestFunction & FiniteSum {
    guard let sum = try FunctionName.function(text) as? any TestFunction & FiniteSum else {
      preconditionFailure("\(text) is no sum over examples")
    }
    return sum
  }

  // MARK: Minibatches

  private static let sizes = [1, 2, 4, 8, 16, 32, 64, 128, 256]
  private static let draws = 2000

  private static func minibatches(_ setting: ChapterSetting) throws -> ChapterPart {
    let sum = try sum("logistic-regression:data=moons(n=400),l2=0.1")
    let x: Vector = [0.3, -0.5, 0.2]
    let exact = sum.gradient(at: x)
    let samples = sizes.map { size in
      var source = MinibatchSource(
        Minibatch(size: size, sampling: .withReplacement), of: sum.exampleCount, run: setting.seed)
      return (0..<draws).map { _ in
        source.draw()
        return sum.gradient(at: x, over: source.current).minus(exact)
      }
    }
    let variances = samples.map { errors in
      errors.reduce(0) { $0 + $1.dot($1) } / Double(draws)
    }
    let groups = (0..<20).map { group in
      samples.map { errors in
        errors.indices.filter { $0 % 20 == group }.reduce(0) { $0 + errors[$1].dot(errors[$1]) }
      }
    }
    let slope = Jackknife.interval(of: groups) { groups in
      FittedLine(
        logarithmic: sizes.map { Double($0) },
        sizes.indices.map { i in groups.reduce(0) { $0 + $1[i] } }
      ).slope
    }
    let deviation = samples.map(largestDeviation).largest
    return ChapterPart(
      "What a minibatch tells",
      text: [
        "A minibatch of m examples gives an estimate ĝ of the gradient. In the mean over all "
          + "minibatches it is the gradient itself; a single one is off by a distance whose square "
          + "falls as 1/m. Four times the examples halve the error, no more."
      ],
      figures: [
        .plot(
          "variance",
          caption: "Mean squared distance of the minibatch gradient from that over all examples, "
            + "\(draws) minibatches of each size.",
          [
            PlotLine(
              "measured", zip(sizes, variances).map { PlanePoint(Double($0), $1) }, kind: .points,
              method: "sgd")
          ],
          guides: [
            .power("∝ 1/m", -1, through: PlanePoint(1, variances[0]), over: 1...256)
          ], x: .init("examples m in a minibatch", isLogarithmic: true),
          y: .init("variance of ĝ", isLogarithmic: true),
          title: "The variance of the minibatch gradient falls as 1/m")
      ],
      claims: [
        Claim(
          "unbiased", "In the mean a minibatch gradient is the gradient.",
          quantity: "largest deviation of a coordinate's mean over \(draws) minibatches from the "
            + "gradient, in standard errors, m from 1 to 256",
          theory: .atMost(
            4, "27 means, each normal: one exceeds 4 standard errors once in 600 seeds"),
          measured: Measurement(deviation)),
        Claim(
          "variance", "Its variance falls as 1/m.",
          quantity: "slope of log variance over log m",
          theory: .near(
            -1, within: 0.03,
            "−1 exactly with replacement; three standard errors over \(draws) minibatches a size"),
          measured: Measurement(slope.value, in: slope.interval)),
      ])
  }

  /// |mean| over its standard error, the largest of all coordinates.
  private static func largestDeviation(_ errors: [Vector]) -> Double {
    let count = Double(errors.count)
    return (0..<errors[0].count).map { i in
      let mean = errors.reduce(0) { $0 + $1[i] } / count
      let squares = errors.reduce(0) { $0 + ($1[i] - mean) * ($1[i] - mean) }
      return mean.magnitude / (squares / (count - 1) / count).squareRoot()
    }.largest
  }

  // MARK: Cost

  private static let counts = [1000, 10_000, 100_000, 1_000_000]

  private static func cost(_ setting: ChapterSetting) throws -> ChapterPart {
    let batch = 32
    let steps = try counts.map { count in
      try StepTime(
        of: "linear-regression:data=regression(n=\(count)),batch=\(batch)", steps: 20_000)
    }
    let whole = try counts.map { count in
      try StepTime(of: "linear-regression:data=regression(n=\(count))", steps: 10)
    }
    func line(_ label: String, _ times: [StepTime], _ method: String) -> PlotLine {
      PlotLine(
        label, zip(counts, times).map { PlanePoint(Double($0), $1.seconds * 1e6) }, kind: .joined,
        method: method)
    }
    return ChapterPart(
      "What a step costs",
      text: [
        "A step looks at the examples of its minibatch and at no others. A thousand examples or a "
          + "million: a step takes the same time, while one that looks at all of them takes a "
          + "thousand times as long."
      ],
      figures: [
        .plot(
          "step-time",
          caption: "Time of a step against the number of examples, measured on this machine: the "
            + "least of three. The minibatch's grows only where examples no longer fit into the "
            + "cache.",
          [
            line("minibatch of \(batch)", steps, "sgd"), line("all examples", whole, "momentum"),
          ], x: .init("training examples", isLogarithmic: true),
          y: .init("time of a step, µs", isLogarithmic: true),
          title: "A minibatch step hardly takes longer with 1000 times the examples")
      ],
      claims: [
        Claim(
          "step-examples", "A step looks at as many examples, however many there are.",
          quantity: "examples asked for by a step with m = \(batch), at 10³ to 10⁶ examples: the "
            + "most of all",
          theory: .near(Double(batch), within: 0, "the minibatch has \(batch) examples"),
          measured: Measurement(steps.map(\.examples).largest)),
        Claim(
          "step-time", "The time of a step does not grow with the number of training examples.",
          quantity: "time of a step with 10⁶ examples over that with 10³",
          theory: .atMost(
            15,
            "1, but that an example in memory takes up to some ten times as long to fetch as "
              + "one in the cache, and the clock has noise; with all examples it is 1000"),
          measured: Measurement(steps[steps.count - 1].seconds / steps[0].seconds),
          condition: "for the time to compute; examples that no cache holds take longer to fetch"),
      ])
  }

  // MARK: Rates

  private static let moments = [300, 1000, 3000, 10_000]
  private static let seeds = 60

  private static func decayingRates(_ setting: ChapterSetting) throws -> ChapterPart {
    let runs = try seeded(ridge(), "sgd:lr=power(0.1,r=20,c=1)", steps: 10_000, setting)
    let slope = Jackknife.interval(of: runs) { meanSlope(of: $0, at: moments) }
    let line = PlotLine("SGD", medianOf: runs, method: "sgd", hasQuartiles: true) {
      $0.excess($1) ?? .nan
    }
    return ChapterPart(
      "Rates that fall: O(1/k)",
      text: [
        "With a rate ε_k in proportion to 1/k the noise of the minibatches averages out. On a "
          + "convex problem the excess error J(θ) − min J then falls as 1/k, and no faster."
      ],
      figures: [
        .plot(
          "one-over-k",
          caption: "Excess error of SGD with one example a step on ridge regression; median and "
            + "quartiles of \(seeds) seeds.",
          [line],
          guides: [
            .power(
              "1/k", -1, through: PlanePoint(10_000, (line.points.last?.y ?? 1) * 2),
              over: 100...10_000)
          ], x: .init("step k", isLogarithmic: true),
          y: .init("J(θ) − min J", isLogarithmic: true),
          title: "With rates ∝ 1/k the excess error falls as 1/k")
      ],
      claims: [
        Claim(
          "one-over-k", "On a convex problem the excess error of SGD is O(1/k) after k steps.",
          quantity: "slope of the log of the mean excess of \(seeds) seeds over log k, "
            + "k from 300 to 10,000, ridge regression, ε_k = 0.1/(1 + k/20)",
          theory: .near(
            -1, within: 0.1,
            "−1 in the limit; the mean of \(seeds) seeds leaves a standard error of about 0.04"),
          measured: Measurement(slope.value, in: slope.interval),
          condition:
            "where f is strongly convex, as with ridge regression, and rates fall as 1/k and "
            + "are large enough; for convex functions in general O(1/√k) is what is certain")
      ])
  }

  /// The slope of the mean excess of some runs over steps, in logarithms.
  static func meanSlope(of runs: [Trajectory], at moments: [Int]) -> Double {
    let means = moments.map { k in
      runs.reduce(0) { sum, run in
        sum + (run.steps.firstIndex(of: k).flatMap(run.excess) ?? .nan)
      } / Double(runs.count)
    }
    return FittedLine(logarithmic: moments.map { Double($0) }, means).slope
  }

  /// Runs of the seeds after the chapter's.
  static func seeded(
    _ function: String, _ optimizer: String, steps: Int, _ setting: ChapterSetting
  ) throws -> [Trajectory] {
    let logarithmic = (0...40).map { Int(Double.pow(Double(steps), Double($0) / 40).rounded()) }
    let cadence = Cadence.steps(Set([0] + logarithmic + moments).sorted())
    return try Parallel.map(Array(1...seeds), workers: setting.workers) { seed in
      try LectureRace.run(
        function, optimizer, steps: steps, seed: setting.seed &* 1000 &+ UInt64(seed),
        cadence: cadence)
    }
  }

  private static let constant = [0.01, 0.02, 0.04, 0.08]

  private static func constantRates(_ setting: ChapterSetting) throws -> ChapterPart {
    let all = try constant.map { rate in
      try seeded(ridge(batch: 4), "sgd:lr=\(rate)", steps: 4000, setting)
    }
    let lines = zip(constant, all).map { rate, runs in
      PlotLine("ε = \(Measurement.text(rate))", medianOf: runs) { $0.excess($1) ?? .nan }
    }
    let balls = all.map { runs in runs.map(lastExcess) }
    let slope = Jackknife.interval(of: Array(0..<seeds)) { seeds in
      FittedLine(
        logarithmic: constant,
        balls.map { ball in seeds.reduce(0) { $0 + ball[$1] } / Double(seeds.count) }
      ).slope
    }
    let cloud = try LectureRace.record(
      "linear-regression:data=regression(n=100,noise=1),batch=1", "sgd:lr=0.1,sgd:lr=0.02",
      steps: 200, variants: RunVariants(seeds: 50), seed: setting.seed)
    var drawing = DrawingRequest()
    drawing.title = "Linear regression, one example a step"
    drawing.labels = ["SGD, ε = 0.1", "SGD, ε = 0.02"].map { .init($0) }
    return ChapterPart(
      "Constant rates: a ball of noise",
      text: [
        "With a constant rate SGD comes near the minimum quickly and then stays in a ball around "
          + "it: each step adds as much noise as the slope takes away. Its excess grows "
          + "with the rate."
      ],
      figures: [
        .plot(
          "noise-ball",
          caption: "Medians of \(seeds) seeds at four constant rates on ridge regression, four "
            + "examples a step.", lines, x: .init("step k", range: 0...2000),
          y: .init("J(θ) − min J", isLogarithmic: true),
          title: "At a constant rate the excess error stops falling")
      ],
      films: [
        LectureFilm(
          "cloud",
          caption: "Fifty seeds of SGD at two rates on a regression with two parameters: the "
            + "medians in the chart, between their quartiles.", cloud, drawing)
      ],
      claims: [
        Claim(
          "noise-ball", "With a constant rate SGD ends in a ball of noise that grows with ε.",
          quantity: "slope of the log of the mean excess after 1,000 steps over log ε, "
            + "ε from 0.01 to 0.08, \(seeds) seeds",
          theory: .near(
            1, within: 0.15,
            "(ε/4) tr Σ to first order; the next order, a share ελ/2, adds up to 0.1 at ε = 0.08"),
          measured: Measurement(slope.value, in: slope.interval))
      ])
  }

  /// The mean excess of what is recorded after 1,000 steps.
  private static func lastExcess(_ run: Trajectory) -> Double {
    let late = run.steps.indices.filter { run.steps[$0] >= 1000 }
    return late.reduce(0) { $0 + (run.excess($1) ?? .nan) } / Double(late.count)
  }
}
