import Experiments
import Objectives
import Optimizers
import RealModule

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
    let method: String
    let speed: Found
    let quality: Found
  }

  /// Means of logarithms over the instances of each function, and what their mean is worth beside
  /// the other methods'.
  struct Found {
    let families: [Double]
    let stars: Int

    var mean: Double { families.reduce(0, +) / Double(families.count) }
  }

  /// In the order of the lecture's table.
  let scores: [Score]

  /// The score of a method by its name.
  subscript(method: String) -> Score? { scores.first { $0.method == method } }

  init(_ setting: ChapterSetting) throws {
    let work = Self.methods.flatMap { method in
      Self.families.map { (method: method.1, family: $0) }
    }
    let name = ComparisonChapter.card.name
    defer { setting.reporter.finish(name) }
    let all = try Parallel.map(
      work, workers: setting.workers,
      { setting.reporter.progress(of: name, $0, of: work.count) }
    ) { try Self.result($0.method, on: $0.family, setting.seed) }
    let count = Self.families.count
    let results = Self.methods.indices.map { i in Array(all[(i * count)..<((i + 1) * count)]) }
    let speeds = Self.found(results.map { $0.map(\.early) })
    let qualities = Self.found(results.map { $0.map(\.late) })
    scores = Self.methods.indices.map { i in
      Score(
        label: Self.methods[i].0, method: Self.methods[i].1, speed: speeds[i],
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

  /// The mean over the instances for testing, with the rate that is best on those for tuning.
  private static func result(
    _ method: String, on family: Family, _ seed: UInt64
  ) throws -> Result {
    func mean(_ rate: Double, _ instances: ClosedRange<Int>) throws -> Result {
      let all = try instances.map { k in
        try run(method, rate, on: family.name(k), seed: seed &* 1000 &+ UInt64(k))
      }
      let count = Double(all.count)
      return (all.reduce(0) { $0 + $1.early } / count, all.reduce(0) { $0 + $1.late } / count)
    }
    let trials = try rates.map { rate in
      let trial = try mean(rate, tuning)
      return trial.early + trial.late
    }
    let best = rates.indices.min { trials[$0] < trials[$1] } ?? 0
    return try mean(rates[best], testing)
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
    let means = results.map { $0.reduce(0, +) / Double($0.count) }
    let (best, worst) = (means.least, means.largest)
    return zip(results, means).map { families, mean in
      let place = (worst - mean) / (worst - best)
      return Found(
        families: families, stars: place >= 2.0 / 3 ? 3 : place >= 1.0 / 3 ? 2 : 1)
    }
  }
}
