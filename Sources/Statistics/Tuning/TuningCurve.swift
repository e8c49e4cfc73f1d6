import Experiments

/// What the best after some trials is worth, over several searches for one optimizer.
public struct TuningCurve: Hashable, Sendable {
  /// After a number of trials.
  public struct Point: Hashable, Sendable {
    /// Trials of the whole budget.
    public let trial: Int
    /// The median over searches of what the trials have asked for: values, gradients, Hessians and
    /// Hessian products.
    public let evaluations: Double
    /// The median score of the best so far on the test problems.
    public let median: Double
    /// From the lower to the upper quartile of it.
    public let quartiles: ClosedRange<Double>
  }

  /// After 1, 2, … trials.
  public let points: [Point]

  /// The test score of the best so far, over the searches.
  public init(_ tuned: TunedOptimizer) {
    points = tuned.searches[0].indices.map { i in
      let searches = tuned.searches.map { $0[i] }
      let scores = searches.map(\.test).sorted()
      let quartiles = [0.25, 0.75].map { Quantiles.value(scores, at: $0) }
      return Point(
        trial: searches[0].trial,
        evaluations: Quantiles.value(searches.map { Double($0.evaluations) }.sorted(), at: 0.5),
        median: Quantiles.value(scores, at: 0.5), quartiles: quartiles[0]...quartiles[1])
    }
  }
}
