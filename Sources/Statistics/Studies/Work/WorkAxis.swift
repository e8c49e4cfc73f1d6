import Experiments
import Specifications

/// What work is counted in: the axis against which excess is told. All is read off the stored
/// counts of a run, so that any axis can be had of it at any time.
public enum WorkAxis: Hashable, Sendable {
  /// Steps of the method, whatever they cost.
  case steps
  /// Gradients alone.
  case gradients
  /// Values, gradients, Hessians and Hessian products, each at its cost.
  case evaluations(EvaluationCost)
  /// Training examples looked at.
  case samples
  /// Passes over the examples, in parts.
  case epochs
  /// Time; of runs that were timed.
  case seconds

  /// Whether a run tells it: seconds only where it was timed, samples where there are examples.
  public func isKnown(of run: Trajectory) -> Bool {
    switch self {
    case .steps, .gradients, .evaluations: true
    case .samples: run.counts[.samples] > 0
    case .epochs: run.counts[.samples] > 0 && run.exampleCount != nil
    case .seconds: run.seconds.count == run.count
    }
  }

  /// The work until an entry; NaN where it is not known.
  ///
  /// - Parameter i: from 0 to the number of entries less 1.
  public func work(of run: Trajectory, at i: Int) -> Double {
    switch self {
    case .steps: Double(run.steps[i])
    case .gradients: Double(run.cumulated[.gradients][i])
    case .evaluations(let cost): cost.values(of: run.cumulated[i], dimension: run.dimension)
    case .samples: Double(run.cumulated[.samples][i])
    case .epochs: run.epochs(i) ?? .nan
    case .seconds: isKnown(of: run) ? run.seconds[i] : .nan
    }
  }

  /// The work of the whole run, an unfinished step included; NaN where it is not known.
  ///
  /// - Parameter run: with at least one entry.
  public func total(of run: Trajectory) -> Double {
    switch self {
    case .steps, .seconds: work(of: run, at: run.count - 1)
    case .gradients: Double(run.counts[.gradients])
    case .evaluations(let cost): cost.values(of: run.counts, dimension: run.dimension)
    case .samples: Double(run.counts[.samples])
    case .epochs: run.exampleCount.map { Double(run.counts[.samples]) / Double($0) } ?? .nan
    }
  }
}

/// "steps", "evaluations", "evaluations:reverse-mode", "evaluations:gradients=2".
extension WorkAxis: Choice {
  /// One of each kind, evaluations at equal cost.
  public static let kinds: [(name: String, axis: Self)] = [
    ("steps", .steps), ("gradients", .gradients), ("evaluations", .evaluations(.equal)),
    ("samples", .samples), ("epochs", .epochs), ("seconds", .seconds),
  ]

  /// Those without costs.
  public static var choices: [String] { kinds.map(\.name) }

  public var spelling: String {
    if case .evaluations(let cost) = self, cost != .equal { return "evaluations:\(cost.spelling)" }
    return name
  }

  /// "evaluations", whatever their costs.
  public var name: String {
    if case .evaluations = self { return "evaluations" }
    return Self.kinds.first { $0.axis == self }?.name ?? ""
  }

  /// - Throws: what was expected, where the axis or a cost is unknown, or an axis other than
  ///   evaluations is given one.
  public init(spelling text: String) throws(SpecificationError) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    guard let kind = Self.kinds.first(where: { $0.name == parts[0] }) else {
      throw .hint(for: parts[0], among: Self.choices)
    }
    self = kind.axis
    guard parts.count == 2 else { return }
    guard kind.name == "evaluations" else {
      throw SpecificationError("\(kind.name) have no costs; expected evaluations:\(parts[1])")
    }
    self = .evaluations(try EvaluationCost(spelling: parts[1]))
  }
}
