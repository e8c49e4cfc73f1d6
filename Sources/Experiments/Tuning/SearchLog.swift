import Specifications

/// A trial that is to be made.
struct PlannedTrial: Sendable {
  let optimizer: GivenOptimizer
  var divisor = 1
}

/// What a trial came to on all problems of a part.
struct TrialOutcome: Sendable {
  let score: Double
  /// Values, gradients, Hessians and Hessian products that its runs asked for.
  let evaluations: Int
}

/// One search for the settings of one optimizer, as far as it has come.
struct SearchLog: Sendable {
  /// The place of the optimizer.
  let space: Int
  /// All evaluations of its trials.
  private(set) var evaluations = 0
  private var search: (any SettingSearch)?
  private var entries: [Entry] = []
  /// Those that have been asked for.
  private var planned: [PlannedTrial] = []
  /// Of the trials that the search asked for last.
  private var scores: [Double] = []

  private struct Entry {
    let trial: PlannedTrial
    let score: Double
    /// Until here.
    let evaluations: Int
  }

  /// The best settings after some trials.
  struct Point: Sendable {
    /// Trials of the whole budget.
    let trial: Int
    let evaluations: Int
    let optimizer: GivenOptimizer
    let score: Double

    var key: Specification { optimizer.settings.specification }
  }

  /// - Parameter number: of the search, from 0 on.
  init(_ space: Int, number: Int, in tuning: Tuning) {
    self.space = space
    let settings = tuning.spaces[space].settings.count
    guard settings > 0 else { return }
    search = tuning.method.make(
      SearchTask(
        settings: settings, trials: tuning.trials - 1, budget: tuning.plan.budget,
        seed: tuning.plan.seed &+ UInt64(number)))
  }

  /// The trials to be made next: at first those settings that were given, and what the search asks
  /// for.
  mutating func ask(_ spaces: [SearchSpace]) throws(SpecificationError) -> [PlannedTrial] {
    planned = []
    if entries.isEmpty { planned.append(PlannedTrial(optimizer: spaces[space].optimizer)) }
    for place in search?.next(after: scores) ?? [] {
      planned.append(
        PlannedTrial(
          optimizer: try spaces[space].candidate(at: place.shares), divisor: place.divisor))
    }
    return planned
  }

  /// - Parameter outcomes: one a trial that was asked for.
  mutating func take(_ outcomes: [TrialOutcome]) {
    let isFirst = entries.isEmpty
    for (trial, outcome) in zip(planned, outcomes) {
      evaluations += outcome.evaluations
      entries.append(Entry(trial: trial, score: outcome.score, evaluations: evaluations))
    }
    scores = outcomes.dropFirst(isFirst ? 1 : 0).map(\.score)
  }

  /// The best after 1, 2, … trials of the whole budget, the first of equals; only trials that had
  /// it can be the best.
  ///
  /// - Parameter count: where nothing was searched, all after the first are the same.
  func curve(until count: Int) -> [Point] {
    var points: [Point] = []
    // In parts of a trial, which are whole: a part is one of a power of 3.
    let whole = entries.map(\.trial.divisor).max() ?? 1
    var (cost, next) = (0, 0)
    var best: Entry?
    var evaluations = 0
    for k in 1...max(count, 1) {
      while next < entries.count, cost + whole / entries[next].trial.divisor <= k * whole {
        let entry = entries[next]
        cost += whole / entry.trial.divisor
        evaluations = entry.evaluations
        if entry.trial.divisor == 1, best.map({ entry.score < $0.score }) ?? true { best = entry }
        next += 1
      }
      guard let best else { continue }
      points.append(
        Point(
          trial: k, evaluations: evaluations, optimizer: best.trial.optimizer, score: best.score))
    }
    return points
  }
}
