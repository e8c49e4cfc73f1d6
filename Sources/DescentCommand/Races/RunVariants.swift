import Experiments
import LinearAlgebra
import Objectives
import Specifications

/// Many runs of each optimizer: from several starts, with several seeds.
struct RunVariants {
  /// The starts; nil for the one that is given.
  var starts: StartRule?
  /// How many, from the plan's seed on.
  var seeds = 1

  /// The most runs of one optimizer.
  private static let most = 10_000
  /// Runs of a crowd of more than `crowd` record so many steps, evenly spread; other runs each step.
  private static let recordedSteps = 150
  private static let crowd = 20

  /// Start and plan of each run.
  func runs(
    of function: any TestFunction, from start: Vector, plan: Plan
  ) throws -> [(start: Vector, plan: Plan)] {
    let count = starts?.count ?? 1
    guard count <= Self.most / max(seeds, 1) else {
      throw Failure(
        .usage,
        "--starts with \(count) points and \(seeds) seeds are too many runs; expected at most "
          + "\(Self.most)")
    }
    let starts = try starts?.points(in: function, seed: plan.seed) ?? [start]
    var plan = plan
    if starts.count * seeds > Self.crowd, let steps = plan.budget.steps {
      let stride = max(1, steps / Self.recordedSteps)
      plan.cadence = .steps(Array(Swift.stride(from: 0, through: steps, by: stride)))
    }
    return starts.flatMap { start in
      (0..<seeds).map { k in
        var plan = plan
        plan.seed &+= UInt64(k)
        return (start, plan)
      }
    }
  }
}

/// Where many runs start.
enum StartRule {
  /// The centres of so many cells of the domain along each coordinate, the first one fastest.
  case grid([Int])
  /// So many points drawn evenly from the domain, with the seed.
  case random(Int)

  /// grid:20x20, a number for each variable, or random:100.
  init(parsing text: String) throws {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    let counts = parts.count == 2 ? Self.counts(parts[1]) : []
    switch (parts.first, counts.count) {
    case ("grid", 1...) where counts.allSatisfy { $0 > 0 }: self = .grid(counts)
    case ("random", 1) where counts[0] > 0: self = .random(counts[0])
    default:
      try Misspelling.check(parts.first ?? "", of: "--starts", among: ["grid", "random"])
      throw Failure(.usage, "--starts '\(text)' is none; expected grid:20x20 or random:100")
    }
  }

  /// 0 for what is no whole number.
  private static func counts(_ text: String) -> [Int] {
    text.split(separator: "x", omittingEmptySubsequences: false)
      .map { NumberText.parseWhole(String($0)) ?? 0 }
  }

  /// How many; more than there are whole numbers count as the most there are.
  var count: Int {
    switch self {
    case .grid(let counts):
      return counts.reduce(1) { product, count in
        let (product, isHuge) = product.multipliedReportingOverflow(by: count)
        return isHuge ? .max : product
      }
    case .random(let count): return count
    }
  }

  func points(in function: any TestFunction, seed: UInt64) throws -> [Vector] {
    let domain = function.domain
    func point(_ shares: [Double]) -> Vector {
      zip(domain, shares).map { $0.lowerBound * (1 - $1) + $0.upperBound * $1 }
    }
    switch self {
    case .grid(let counts):
      guard domain.count == counts.count else {
        let expected =
          domain.count > 3
          ? "one for each, or random:100"
          : "grid:" + Array(repeating: "10", count: domain.count).joined(separator: "x")
        throw Failure(
          .usage,
          "--starts grid: has \(counts.count) numbers of cells for n=\(domain.count); "
            + "expected \(expected)")
      }
      return (0..<count).map { i in
        var rest = i
        return point(
          counts.map { count in
            defer { rest /= count }
            return (Double(rest % count) + 0.5) / Double(count)
          })
      }
    case .random(let count):
      var stream = RandomStream(seed: seed)
      return (0..<count).map { _ in point(domain.map { _ in stream.uniform() }) }
    }
  }
}
