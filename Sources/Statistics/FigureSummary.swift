import Experiments

/// What the runs of one optimizer came to over data: each figure at the entry with the lowest
/// validation loss, by which training is ended; at the last entry where there is none.
public struct FigureSummary: Sendable {
  /// The quartiles of the steps to those entries.
  public let steps: Quartiles
  /// The quartiles of each figure at those entries, in the order of the recording; a figure that is
  /// no number there counts as infinite.
  public let figures: [(name: String, quartiles: Quartiles)]

  /// Nil where no figures were recorded.
  ///
  /// - Parameter runs: at least one, of one function.
  public init?(_ runs: [Trajectory]) {
    guard let names = runs.first?.figures.map(\.name), !names.isEmpty else { return nil }
    let entries = runs.map { $0.bestEntry ?? $0.count - 1 }
    steps = Quartiles(zip(runs, entries).map { Double($0.steps[$1]) })
    figures = names.indices.map { k in
      (names[k], Quartiles(zip(runs, entries).map { $0.figures[k].value(at: $1) }))
    }
  }
}

/// The quartiles of a sample.
public struct Quartiles: Hashable, Sendable {
  /// The quantile at 1/4, as `Quantiles` interpolates it.
  public let lower: Double
  /// The quantile at 1/2.
  public let median: Double
  /// The quantile at 3/4.
  public let upper: Double

  /// - Parameter values: at least one; NaN counts as infinite.
  public init(_ values: [Double]) {
    let sorted = values.map { $0.isNaN ? .infinity : $0 }.sorted()
    lower = Quantiles.value(sorted, at: 0.25)
    median = Quantiles.value(sorted, at: 0.5)
    upper = Quantiles.value(sorted, at: 0.75)
  }
}
