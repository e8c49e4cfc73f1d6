import Experiments
import Objectives
import Optimizers
import RealModule
import Statistics

/// How fast and how well the lecture's eight methods do over a set of problems.
struct MethodScores {
  /// Of each run.
  static let steps = 1000
  /// The trials: learning rates from 10⁻⁸ to 10.
  static let rates = (0...12).map { Double.exp10(-8 + 0.75 * Double($0)) }

  /// Ill-conditioned and non-convex functions of COCO's set with instances, in five variables.
  private static let functions = [6, 8, 9, 10, 11, 12, 13, 14]
  private static let tuning = 1...2
  private static let testing = 3...7

  /// Label, name of the method.
  private static let methods = NetworkChapter.eight.map { label, specification in
    (label, String(specification.prefix { $0 != ":" }))
  }

  /// What was found of a method.
  struct Score {
    let label: String
    let specification: String
    let speed: Found
    let quality: Found
  }

  /// A mean of logarithms over problems, and what it is worth beside the other methods'.
  struct Found {
    let mean: Double
    let interval: ClosedRange<Double>
    let stars: Int
  }

  let methods: [Score]

  init(_ setting: ChapterSetting) throws {
    let work = Self.methods.flatMap { method in
      Self.families.map { (method: method.1, family: $0) }
    }
    let name = ComparisonChapter.card.name
    defer { setting.reporter.finish(name) }
    let all = try Parallel.map(
      work, workers: setting.workers,
      { setting.reporter.progress(of: name, $0, of: work.count) }
    ) { try Self.results($0.method, on: $0.family) }
    let count = Self.families.count
    let results = Self.methods.indices.map { i in
      all[(i * count)..<((i + 1) * count)].flatMap { $0 }
    }
    let speeds = Self.found(results.map { $0.map(\.early) })
    let qualities = Self.found(results.map { $0.map(\.late) })
    methods = Self.methods.indices.map { i in
      Score(
        label: Self.methods[i].0, specification: Self.methods[i].1, speed: speeds[i],
        quality: qualities[i])
    }
  }

  // MARK: Problems

  /// A function and how its instances are named.
  private struct Family: Sendable {
    let name: @Sendable (Int) -> String
  }

  private static let families =
    functions.map { f in Family { "bbob-f\(f):n=5,instance=\($0)" } } + [
      Family { "mlp:data=moons(n=200,noise=0.2,seed=\($0)),hidden=8/8,batch=20,seed=\($0)" },
      Family { "mlp:data=digits,hidden=30,batch=32,seed=\($0)" },
    ]

  // MARK: Runs

  /// log₁₀ of the share of the excess that is left after a tenth of the steps, and at the end.
  private typealias Result = (early: Double, late: Double)

  /// Less is no difference that anybody sees.
  private static let floor = -8.0

  /// The results on the instances for testing, with the rate that is best on those for tuning.
  private static func results(_ method: String, on family: Family) throws -> [Result] {
    let means = try rates.map { rate in
      try tuning.reduce(0) { sum, k in
        let result = try run(method, rate, on: family.name(k), seed: UInt64(k))
        return sum + result.early + result.late
      }
    }
    let best = rates.indices.min { means[$0] < means[$1] } ?? 0
    return try testing.map { k in
      try run(method, rates[best], on: family.name(k), seed: UInt64(k))
    }
  }

  private static func run(
    _ method: String, _ rate: Double, on name: String, seed: UInt64
  ) throws -> Result {
    let run = try LectureRace.run(
      name, "\(method):lr=\(rate)", steps: steps, seed: seed,
      cadence: .steps([0, steps / 10, steps]))
    // The loss of a network has no known minimum, and is no less than 0.
    let minimum = run.minimum ?? 0
    let start = run.values[0] - minimum
    func left(_ step: Int) -> Double {
      guard let i = run.steps.firstIndex(of: step), run.values[i].isFinite else { return 0 }
      let share = (run.values[i] - minimum) / start
      return share > 0 ? min(max(Double.log10(share), floor), 0) : floor
    }
    return (left(steps / 10), left(steps))
  }

  // MARK: Stars

  /// One to three stars by thirds of the range from the best mean to the worst.
  private static func found(_ results: [[Double]]) -> [Found] {
    let means = results.map { values in
      Jackknife.interval(of: values) { $0.reduce(0, +) / Double($0.count) }
    }
    let best = means.map(\.value).min() ?? 0
    let worst = means.map(\.value).max() ?? 0
    return means.map { mean in
      let place = (worst - mean.value) / (worst - best)
      return Found(
        mean: mean.value, interval: mean.interval,
        stars: place >= 2.0 / 3 ? 3 : place >= 1.0 / 3 ? 2 : 1)
    }
  }
}
