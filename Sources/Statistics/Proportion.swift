/// How many of a number of runs succeeded.
public struct Proportion: Hashable, Sendable {
  /// How many succeeded, from 0 to `total`.
  public let count: Int
  /// How many there were, 0 or more.
  public let total: Int

  /// - Parameter count: from 0 to `total`.
  public init(_ count: Int, of total: Int) {
    precondition((0...max(total, 0)).contains(count), "\(count) of \(total)")
    self.count = count
    self.total = total
  }

  /// The count over the total; NaN for no runs.
  public var share: Double { Double(count) / Double(total) }

  /// Wilson's score interval of the probability of success, which holds it in 95 of 100 cases
  /// (E. B. Wilson, Journal of the American Statistical Association 22 (1927) 209-212); from 0 to 1
  /// for no runs.
  public var interval: ClosedRange<Double> {
    guard total > 0 else { return 0...1 }
    let n = Double(total)
    let p = Double(count) / n
    let z2 = Self.normalQuantile * Self.normalQuantile
    let center = (p + z2 / (2 * n)) / (1 + z2 / n)
    let half =
      Self.normalQuantile / (1 + z2 / n) * (p * (1 - p) / n + z2 / (4 * n * n)).squareRoot()
    // What rounding leaves of ends that are 0 and 1 is no probability.
    return (count == 0 ? 0 : center - half)...(count == total ? 1 : center + half)
  }

  /// The normal distribution's quantile at 0.975.
  private static let normalQuantile = 1.959963984540054
}
