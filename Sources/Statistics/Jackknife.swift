/// The uncertainty of what is computed from several runs.
public enum Jackknife {
  /// An interval that holds a statistic in about 95 of 100 cases: 1.96 standard errors about its
  /// value over all runs, by leaving out one run after the other (B. Efron and C. Stein, Annals of
  /// Statistics 9 (1981) 586-596).
  ///
  /// - Parameters:
  ///   - runs: two or more.
  ///   - statistic: a smooth function of runs, as a mean or a slope; of medians the interval is
  ///     too rough.
  /// - Returns: no interval where any number is not finite.
  public static func interval<Run>(
    of runs: [Run], _ statistic: ([Run]) -> Double
  ) -> (value: Double, interval: ClosedRange<Double>?) {
    precondition(runs.count > 1, "one run has no spread")
    let value = statistic(runs)
    let parts = runs.indices.map { left in
      statistic(runs.indices.filter { $0 != left }.map { runs[$0] })
    }
    let mean = parts.reduce(0, +) / Double(parts.count)
    let squares = parts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let error = (squares * Double(parts.count - 1) / Double(parts.count)).squareRoot()
    let half = 1.959963984540054 * error
    return (value, value.isFinite && half.isFinite ? value - half...value + half : nil)
  }
}
