import Contours
import Experiments
import Objectives
import Races
import Scenes
import Statistics

/// A real network on the handwritten digits: the lecture's six topics, one after the other, and the
/// settings it recommends.
struct NetworkChapter: Chapter {
  static let card = ChapterCard(
    name: "network", title: "A network on handwritten digits",
    summary: "Initialization, activation, normalization, regularization, rates, schedules and all "
      + "eight optimizers on 1,797 images of digits.")

  let parts: [ChapterPart]

  init(_ setting: ChapterSetting) throws {
    let pieces: [(ChapterSetting) throws -> [ChapterPart]] = [
      { [try LayerSignals.initialization($0), try LayerSignals.activation($0)] },
      { [try Self.normalization($0), try Self.regularization($0)] },
      { [try Self.rates($0), try Self.schedules($0)] },
      { [try Self.optimizers($0), try Self.guidelines($0)] },
    ]
    defer { setting.reporter.finish(Self.card.name) }
    parts = try pieces.enumerated().flatMap { i, piece in
      setting.reporter.progress(of: Self.card.name, i, of: pieces.count)
      return try piece(setting)
    }
  }

  /// ln 10, the loss of a network that knows nothing.
  private static let guess = 2.302585092994046

  // MARK: Normalization

  private static func normalization(_ setting: ChapterSetting) throws -> ChapterPart {
    let scales = [0.3, 1, 3]
    func runs(_ scale: Double, _ isNormalized: Bool) throws -> [Trajectory] {
      try NetworkTraining(
        network: "hidden=100/50/50,activation=elu,scale=\(scale),batch-norm=\(isNormalized)",
        optimizer: "sgd:lr=0.1", epochs: 10
      ).runs(seeds: 3, setting)
    }
    let plain = try scales.map { try runs($0, false) }
    let normalized = try scales.map { try runs($0, true) }
    // What diverged counts as a guess.
    func spread(_ all: [[Trajectory]]) -> Double {
      let ends = all.map { runs in
        runs.median { $0.values.last.flatMap { $0 <= guess ? $0 : nil } ?? guess }
      }
      return (ends.max() ?? .nan) / (ends.min() ?? .nan)
    }
    func lines(_ all: [[Trajectory]], _ words: String, isDashed: Bool)
      -> [PlotLine]
    {
      zip(scales, all).map { scale, runs in
        runs.lossLine(
          "\(words) ×\(Measurement.text(scale))", over: NetworkTraining.epoch,
          isDashed: isDashed)
      }
    }
    return ChapterPart(
      "Normalization",
      text: [
        "Batch normalization gives every unit inputs of mean 0 and variance 1, whatever the weights "
          + "before it. The scale of the first weights hardly matters any more."
      ],
      figures: [
        .plot(
          "normalization",
          caption:
            "Training loss, medians of 3 seeds, with initial weights of 0.3, 1 and 3 times He's "
            + "scale: without normalization (dashed) and with it.",
          lines(plain, "plain", isDashed: true)
            + lines(normalized, "normalized", isDashed: false),
          x: .init("epoch"), y: .init("training loss", isLogarithmic: true, range: 0.01...10),
          title: "Normalized, the network learns at each of three scales")
      ],
      claims: [
        Claim(
          "batch-norm", "Normalization lets the network learn at any scale of its first weights.",
          quantity:
            "largest over smallest training loss after 10 epochs, with weights of 0.3, 1 and "
            + "3 times He's scale: with normalization over that without, medians of 3 seeds; what "
            + "is worse than a guess's ln 10 counts as that",
          theory: .atMost(
            1, "units see the same inputs for every scale; only the gradients are scaled"),
          measured: Measurement(spread(normalized) / spread(plain)))
      ])
  }

  // MARK: Regularization

  private static func regularization(_ setting: ChapterSetting) throws -> ChapterPart {
    func runs(_ decay: Double) throws -> [Trajectory] {
      try NetworkTraining(
        network: "hidden=100/50,activation=elu,l2=\(decay)", optimizer: "adam:lr=0.003",
        epochs: 40
      ).runs(seeds: 3, setting)
    }
    let (free, held) = (try runs(0), try runs(0.001))
    let name = Trajectory.Figure.validationLoss
    let rise = free.median { run in
      run.figure(name, at: run.count - 1) / run.figure(name, at: run.bestEntry ?? 0)
    }
    let sizes = [free, held].map { runs in
      runs.median { run in
        let last = run.point(run.count - 1)
        return last.dot(last).squareRoot()
      }
    }
    func line(_ label: String, _ runs: [Trajectory], _ name: String?, _ method: String)
      -> PlotLine
    {
      PlotLine(
        label, medianOf: runs, method: method, isDashed: name == nil, over: NetworkTraining.epoch
      ) { run, i in name.map { run.figure($0, at: i) } ?? run.values[i] }
    }
    return ChapterPart(
      "Regularization",
      text: [
        "The training loss goes on falling long after the validation loss has stopped. Early "
          + "stopping keeps the parameters of the lowest validation loss; ℓ2 keeps weights small."
      ],
      figures: [
        .plot(
          "early-stopping",
          caption: "Losses over epochs without regularization, and with ℓ2 of 0.001; medians of 3 "
            + "seeds. Dashed: on the training part.",
          [
            line("training", free, nil, "sgd"), line("validation", free, name, "momentum"),
            line("validation, ℓ2", held, name, "adam"),
          ], x: .init("epoch", range: 0...40), y: .init("loss", range: 0...0.5),
          title: "The validation loss stops falling: stop there")
      ],
      claims: [
        Claim(
          "early-stopping",
          "Early stopping loses nothing: after its lowest validation loss a network gets no better.",
          quantity: "validation loss after 40 epochs over its lowest, median of 3 seeds",
          theory: .atLeast(
            1.05,
            "the network becomes ever surer of its errors, and the lowest of 40 noisy losses lies "
              + "below the last"),
          measured: Measurement(rise)),
        Claim(
          "l2", "ℓ2 regularization keeps the weights small.",
          quantity: "‖θ‖ after 40 epochs with ℓ2 of 0.001 over that without",
          theory: .atMost(1, "the penalty pulls every weight towards 0"),
          measured: Measurement(sizes[1] / sizes[0])),
      ])
  }

  // MARK: Rates

  private static func rates(_ setting: ChapterSetting) throws -> ChapterPart {
    let rates = [0.001, 0.1, 10]
    let all = try rates.map { rate in
      try NetworkTraining(
        network: "hidden=100/50,activation=elu", optimizer: "sgd:lr=\(rate)"
      ).runs(seeds: 3, setting, recording: 10)
    }
    let ends = all.map { runs in runs.median { $0.values.last ?? .infinity } }
    func lines(over unit: Int) -> [PlotLine] {
      zip(rates, all).map { $1.lossLine("ε = \(Measurement.text($0))", over: unit) }
    }
    return ChapterPart(
      "Learning rates",
      text: [
        "Too low a rate falls steadily and does not arrive; too high a rate makes the "
          + "loss explode. The same curves over iterations and over epochs differ only in the "
          + "axis: \(NetworkTraining.epoch) iterations are an epoch."
      ],
      figures: [
        .plot(
          "rates-iterations",
          caption: "Training loss of SGD with three rates over iterations, medians of 3 seeds.",
          lines(over: 1), x: .init("iteration", range: -20...820),
          y: .init("training loss", isLogarithmic: true, range: 0.003...30),
          title: "Too low, good, too high"),
        .plot(
          "rates-epochs", caption: "The same over epochs.", lines(over: NetworkTraining.epoch),
          x: .init("epoch", range: -0.5...20),
          y: .init("training loss", isLogarithmic: true, range: 0.003...30),
          title: "Too low, good, too high, over epochs"),
      ],
      claims: [
        Claim(
          "too-low", "With too low a rate convergence is slow.",
          quantity: "training loss after 20 epochs with ε = 0.001 over that with ε = 0.1",
          theory: .atLeast(10, "a hundredth of the rate does in 20 epochs what takes 0.2"),
          measured: Measurement(ends[0] / ends[1])),
        Claim(
          "too-high", "With too high a rate training is worse than none.",
          quantity: "training loss after 20 epochs with ε = 10 over ln 10, that of a guess",
          theory: .atLeast(1, "ε is far beyond 2 over the sharpness"),
          measured: Measurement(ends[2].isNaN ? .infinity : ends[2] / guess)),
      ])
  }

  // MARK: Schedules

  /// Label, specification, for the steps of a run.
  private static let allSchedules = [
    ("constant", "0.1"), ("piecewise", "piecewise(rates=0.1/0.01,at=410)"),
    ("performance", "plateau(initial=0.1,factor=0.5,patience=60,threshold=0.01)"),
    ("exponential", "exponential(initial=0.1,r=400)"), ("power", "power(0.1,r=100,c=1)"),
    ("1cycle", "1cycle(0.2,steps=\(NetworkTraining.steps))"),
  ]

  private static func schedules(_ setting: ChapterSetting) throws -> ChapterPart {
    let all = try allSchedules.map { _, schedule in
      try NetworkTraining(
        network: NetworkTraining.guideline(), optimizer: "momentum:lr=\(schedule),alpha=0.9"
      ).runs(seeds: 3, setting)
    }
    let one = try allSchedules.map { _, schedule in
      try NetworkTraining(
        network: NetworkTraining.guideline(), optimizer: "momentum:lr=\(schedule),alpha=0.9"
      ).runs(seeds: 1, setting, recording: 20)[0]
    }
    let ends = all.map { runs in runs.median { $0.values.last ?? .nan } }
    return ChapterPart(
      "Learning rate schedules",
      text: [
        "Where the rate falls, the noise ball shrinks; where it falls too soon, the way is not gone "
          + "to its end. 1cycle rises first: it goes far with a large rate and settles with a small "
          + "one."
      ],
      figures: [
        .plot(
          "schedules",
          caption: "The rate over the steps; performance scheduling halves it where "
            + "the loss of the minibatches has not improved for 60 steps.",
          zip(allSchedules, one).map { schedule, run in
            PlotLine(
              schedule.0,
              (0..<run.count).map { PlanePoint(Double(run.steps[$0]), run.learningRates[$0]) })
          }, x: .init("step"), y: .init("rate ε"), title: "Five schedules, and none"),
        .plot(
          "schedule-losses",
          caption: "Training loss over epochs with each, medians of 3 seeds.",
          zip(allSchedules, all).map { $1.lossLine($0.0, over: NetworkTraining.epoch) },
          x: .init("epoch"),
          y: .init("training loss", isLogarithmic: true), title: "What they make of the loss"),
      ],
      claims: [
        Claim(
          "one-cycle", "1cycle ends lower than a constant rate.",
          quantity:
            "training loss after 20 epochs over that of a constant rate, medians of 3 seeds",
          theory: .atMost(1, "the ball of noise grows with the rate, chapter 1"),
          measured: Measurement(ends[5] / ends[0])),
        Claim(
          "exponential", "Exponential scheduling drops by a factor of 10 every r steps.",
          quantity: "rate of step 420 over that of step 20, r = 400",
          theory: .near(0.1, within: 1e-12, "η(t) = η₀ 10^(−t/r)"),
          measured: Measurement(
            (one[3].steps.firstIndex(of: 420).map { one[3].learningRates[$0] } ?? .nan)
              / (one[3].steps.firstIndex(of: 20).map { one[3].learningRates[$0] } ?? .nan))),
      ])
  }

  // MARK: Optimizers

  /// Label, specification.
  static let eight = [
    ("SGD", "sgd:lr=0.3"), ("Momentum", "momentum:lr=0.05"), ("Nesterov", "nesterov:lr=0.05"),
    ("AdaGrad", "adagrad:lr=0.03"), ("RMSProp", "rmsprop:lr=0.003"), ("Adam", "adam:lr=0.003"),
    ("Nadam", "nadam:lr=0.003"), ("AdaMax", "adamax:lr=0.01"),
  ]

  private static func optimizers(_ setting: ChapterSetting) throws -> ChapterPart {
    let all = try eight.map { _, optimizer in
      try NetworkTraining(network: NetworkTraining.guideline(), optimizer: optimizer)
        .runs(seeds: 3, setting)
    }
    let accuracies = all.map { runs in runs.median { $0.figure("test accuracy", at: $0.count - 1) }
    }
    let least = accuracies.min() ?? .nan
    let film = try LectureRace.record(
      "mlp:batch=20", "sgd:lr=0.3,momentum:lr=0.03,adam:lr=0.02", steps: 150, seed: setting.seed)
    var moons = DrawingRequest()
    moons.title = "A network on two moons, 20 examples a step"
    return ChapterPart(
      "All eight optimizers",
      text: [
        "With a rate that suits it each of the eight learns the digits; what they differ in is how "
          + "soon, and how much the rate matters."
      ],
      figures: [
        optimizersFigure(
          "optimizers", title: "SGD, with momentum, and AdaGrad on the digits", 0..<4, all),
        optimizersFigure(
          "optimizers-scaled", title: "Those that scale by a fading average", 4..<8, all),
      ],
      films: [
        LectureFilm(
          "moons",
          caption: "A smaller network on two moons, its 42 parameters seen on the plane in which "
            + "the ways vary most.", film, moons)
      ],
      claims: [
        Claim(
          "all-learn", "There is no consensus on which algorithm to choose: all of them work.",
          quantity: "lowest test accuracy of the eight after 20 epochs, medians of 3 seeds",
          theory: .atLeast(0.9, "far above a guess's 0.1; constant rates leave some noise"),
          measured: Measurement(least),
          condition: "with a rate chosen for each")
      ])
  }

  /// Some of the eight, over axes that all have in common.
  private static func optimizersFigure(
    _ name: String, title: String, _ some: Range<Int>, _ all: [[Trajectory]]
  ) -> LectureFigure {
    .plot(
      name,
      caption: "Training loss over epochs, medians of 3 seeds; the eight are in two pictures with "
        + "the same axes.",
      some.map { i in
        all[i].lossLine(
          eight[i].0, method: String(eight[i].1.prefix { $0 != ":" }), over: NetworkTraining.epoch)
      }, x: .init("epoch"), y: .init("training loss", isLogarithmic: true, range: 0.002...5),
      title: title)
  }

  // MARK: Guidelines

  private static func guidelines(_ setting: ChapterSetting) throws -> ChapterPart {
    let seeds = 20
    let runs = try NetworkTraining(
      network: "hidden=300/100,activation=elu,init=he,batch-norm=true,l2=0.003",
      optimizer: "momentum:lr=1cycle(0.1,steps=\(NetworkTraining.steps)),alpha=0.9", patience: 12
    ).runs(seeds: seeds, setting)
    let accuracies = runs.map { $0.figure("test accuracy", at: $0.bestEntry ?? 0) }.sorted()
    let median = Quartiles(accuracies)
    let counts = Dictionary(grouping: accuracies) { $0 }.mapValues(\.count)
    return ChapterPart(
      "The practical guidelines",
      text: [
        "He initialization, ELU, batch normalization, early stopping with some ℓ2, momentum and "
          + "1cycle: the settings that the lecture recommends, with 256 images kept for the test."
      ],
      figures: [
        .plot(
          "guidelines",
          caption: "How many of \(seeds) seeds reach which accuracy on the test part.",
          [
            PlotLine(
              "", counts.keys.sorted().map { PlanePoint(100 * $0, Double(counts[$0] ?? 0)) },
              kind: .points, method: "momentum")
          ], guides: [PlotGuide("97 %", .upright(97))], x: .init("test accuracy, %"),
          y: .init("seeds", range: 0...Double((counts.values.max() ?? 1) + 1)),
          title: "The guidelines' settings reach 97 % on the digits")
      ],
      claims: [
        Claim(
          "guidelines", "The guidelines' settings give a good network.",
          quantity: "test accuracy at the lowest validation loss, median and quartiles of "
            + "\(seeds) seeds",
          theory: .atLeast(0.97, "some 97 % is what networks of this size reach on this split"),
          measured: Measurement(median.median, in: median.lower...median.upper)),
        Claim(
          "guidelines-torch", "The same settings give as good a network in torch.",
          quantity: "test accuracy at the lowest validation loss, median and quartiles of "
            + "\(seeds) seeds",
          theory: .near(
            0.97266, within: 0.00488,
            "torch's median of 20 seeds on the same split, and the width of its quartiles, as "
              + "benchmarks/peers/torch_digits.py measures them"),
          measured: Measurement(median.median, in: median.lower...median.upper)),
      ])
  }
}
