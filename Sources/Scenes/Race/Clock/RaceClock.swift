import Contours
import Experiments

/// What runs at the same speed for all entrants: steps, gradients, evaluations of any kind, each
/// with a weight of its own where its cost is known, examples looked at where f is a sum over some,
/// or epochs, of as many as there are, or time where runs were timed.
public struct RaceClock: Hashable, Sendable {
  /// What a clock counts; the raw value is its plural: "steps".
  public enum Kind: String, Sendable, CaseIterable {
    /// Steps of the method.
    case steps
    /// Gradients that it asked for.
    case gradients
    /// Evaluations of any kind, by their weights.
    case evaluations
    /// Examples that were looked at.
    case samples
    /// As many examples as there are.
    case epochs
    /// Time, of runs that were timed.
    case seconds

    /// What the clock shows for one of them: time and epochs come in parts.
    public var ticks: Int {
      switch self {
      case .steps, .gradients, .evaluations, .samples: 1
      case .epochs: 1_000_000
      case .seconds: 1_000_000_000
      }
    }

    /// One of them: "step".
    public var noun: String { String(rawValue.dropLast()) }
  }

  /// What it counts.
  public let kind: Kind
  /// What a query counts as evaluations, by its kind.
  public let weights: Weights

  /// How many evaluations a query of each kind counts as.
  public typealias Weights = QueryWeights

  /// - Parameter weights: for a clock of evaluations; others do not look at them.
  public init(_ kind: Kind, weights: Weights = Weights()) {
    self.kind = kind
    self.weights = weights
  }

  /// Each step is one tick.
  public static let steps = RaceClock(.steps)
  /// Each gradient is one tick.
  public static let gradients = RaceClock(.gradients)
  /// Each query is one evaluation.
  public static let evaluations = RaceClock(.evaluations)
  /// Only for functions that are sums over examples.
  public static let samples = RaceClock(.samples)
  /// Only for functions that are sums over examples: 1 where so many have been looked at as there
  /// are.
  public static let epochs = RaceClock(.epochs)
  /// Only for runs that were timed.
  public static let seconds = RaceClock(.seconds)

  /// Steps where every step of every run asked for one gradient and nothing else; else gradients: a
  /// step with a line search or a Hessian is none of equal cost.
  public static func usual(for trajectories: [Trajectory]) -> RaceClock {
    let isPlain = trajectories.allSatisfy { trajectory in
      let counts = trajectory.counts
      let steps = trajectory.steps.last ?? 0
      return counts.evaluations == counts[.gradients] && abs(counts[.gradients] - steps) <= 1
    }
    return isPlain ? .steps : .gradients
  }

  /// Whether the clock can be read off a recording: seconds only where it was timed, samples where
  /// there are examples.
  public func isKnown(of trajectory: Trajectory) -> Bool {
    switch kind {
    case .steps, .gradients, .evaluations: true
    case .samples: trajectory.counts[.samples] > 0
    case .epochs: trajectory.counts[.samples] > 0 && trajectory.exampleCount != nil
    case .seconds: trajectory.seconds.count == trajectory.count
    }
  }

  /// What the clock shows after so many of its kind: nanoseconds for seconds, millionths of epochs.
  public func reading(_ amount: Double) -> Int {
    Int(clamping: (amount * Double(kind.ticks)).rounded())
  }

  /// How many of its kind the clock has counted where it shows `reading`.
  public func amount(_ reading: Int) -> Double {
    Double(reading) / Double(kind.ticks)
  }

  /// Where the clock stands when all runs are over; 0 for none.
  public func last(of trajectories: [Trajectory]) -> Int {
    trajectories.filter { $0.count > 0 }.map { value(of: $0, at: $0.count - 1) }.max() ?? 0
  }

  /// The clock at entry i of a trajectory, in ticks.
  func value(of trajectory: Trajectory, at i: Int) -> Int {
    switch kind {
    case .steps: return trajectory.steps[i]
    case .gradients: return trajectory.cumulated[.gradients][i]
    case .evaluations:
      let counts = trajectory.cumulated[i]
      return Query.evaluations.reduce(0) { $0 + counts[$1] * weights[$1] }
    case .samples: return trajectory.cumulated[.samples][i]
    case .epochs: return trajectory.epochs(i).map(reading) ?? 0
    case .seconds:
      precondition(isKnown(of: trajectory), "a run without times")
      return reading(trajectory.seconds[i])
    }
  }
}

extension RaceClock: RawRepresentable, CaseIterable {
  /// Those without weights.
  public static var allCases: [RaceClock] { Kind.allCases.map { RaceClock($0) } }

  /// "steps", "evaluations:gradients=2,hessians=10".
  public var rawValue: String {
    weights == Weights() ? kind.rawValue : "\(kind.rawValue):\(weights.spelling)"
  }

  /// nil where `init(spelling:)` throws.
  public init?(rawValue text: String) {
    guard let clock = try? Self(spelling: text) else { return nil }
    self = clock
  }
}
