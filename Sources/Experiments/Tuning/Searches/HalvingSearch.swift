extension SearchMethod {
  /// Many trials of a small part of the budget; the best third of them go on with three times as
  /// much, until the whole of it is spent on a few. Every trial begins anew, and all are counted.
  ///
  /// K. Jamieson and A. Talwalkar, Non-stochastic best arm identification and hyperparameter
  /// optimization, AISTATS 2016; L. Li, K. Jamieson, G. DeSalvo, A. Rostamizadeh and A. Talwalkar,
  /// Hyperband, JMLR 18 (2018), with η = 3.
  public static let halving = SearchMethod(
    "halving", "The best third of many short trials go on with three times the budget."
  ) { HalvingSearch($0) }
}

struct HalvingSearch: SettingSearch {
  private static let eta = 3
  /// So many times the budget is divided at most.
  private static let mostDivisions = 3
  /// No trial is given less.
  private static let leastBudget = 10

  /// Drawn at the beginning; later the best of those before.
  private var places: [[Double]]
  private var divisor: Int
  private var hasBegun = false

  init(_ task: SearchTask) {
    // Each of the s + 1 rungs may cost as much as the others: N / (s + 1) whole trials.
    var divisions = 0
    var divisor = 1
    let budget = task.budget.limits.map(\.limit).min() ?? 0
    while divisions < Self.mostDivisions, task.trials >= divisions + 2,
      budget / (divisor * Self.eta) >= Self.leastBudget
    {
      divisions += 1
      divisor *= Self.eta
    }
    self.divisor = divisor
    places = SearchMethod.points(task.trials * divisor / (divisions + 1), of: task)
  }

  mutating func next(after scores: [Double]) -> [TrialPlace] {
    if hasBegun {
      guard divisor > 1 else { return [] }
      divisor /= Self.eta
      let order = scores.indices.sorted { (scores[$0], $0) < (scores[$1], $1) }
      places = order.prefix(places.count / Self.eta).map { places[$0] }
    }
    hasBegun = true
    return places.map { TrialPlace($0, divisor: divisor) }
  }
}
