/// What tuning came to.
public struct TuningResult: Sendable {
  /// In the order in which they were given.
  public let optimizers: [TunedOptimizer]
}

/// The settings that were found for an optimizer, and how.
public struct TunedOptimizer: Sendable {
  /// What was searched.
  public let space: SearchSpace
  /// For each search the best after 1, 2, … trials, as many for each.
  public let searches: [[TuningPoint]]
  /// Values, gradients, Hessians and Hessian products that all trials asked for.
  public let evaluations: Int

  /// The settings as they were given: the first trial.
  public var given: TuningPoint { searches[0][0] }

  /// What the searches found in the end: the lowest score on the tuning problems, the first of
  /// equals.
  public var tuned: TuningPoint {
    searches.compactMap(\.last).min { $0.tuning < $1.tuning } ?? given
  }

  /// The optimizer with these settings.
  public var best: GivenOptimizer { tuned.optimizer }
}

/// The best settings after some trials of a search.
public struct TuningPoint: Sendable {
  /// How many trials of the whole budget were made, from 1 on.
  public let trial: Int
  /// What they asked for: values, gradients, Hessians and Hessian products.
  public let evaluations: Int
  /// The best of them.
  public let optimizer: GivenOptimizer
  /// Its score on the tuning problems.
  public let tuning: Double
  /// Its score on the test problems.
  public let test: Double

  init(_ point: SearchLog.Point, test: Double) {
    (trial, evaluations, optimizer) = (point.trial, point.evaluations, point.optimizer)
    (tuning, self.test) = (point.score, test)
  }
}
