/// Whether any of several optimizers differ over the same problems, by their ranks on each (M.
/// Friedman, JASA 32 (1937) 675-701), and which of them do (P. B. Nemenyi, PhD thesis, Princeton
/// 1963; J. Demšar, JMLR 7 (2006) 1-30).
public struct FriedmanTest: Hashable, Sendable {
  /// The mean of each optimizer's ranks over the problems, from 1 for the best to k; equal scores
  /// share ranks.
  public let averageRanks: [Double]
  /// χ² with the correction for ties; 0 where all are equal on every problem.
  public let statistic: Double
  /// P(χ² > `statistic`) with k − 1 degrees of freedom: of few problems rather too low.
  public let p: Double
  /// The number of problems.
  public let problemCount: Int

  /// Nil for fewer than two optimizers or no problem.
  public init?(_ table: ScoreTable) {
    let k = Double(table.optimizers.count)
    let n = Double(table.problems.count)
    guard k >= 2, n >= 1 else { return nil }
    let rows = table.scores.map(Ranks.init)
    let sums = table.optimizers.indices.map { j in rows.reduce(0) { $0 + $1.ranks[j] } }
    averageRanks = sums.map { $0 / n }
    let deviations = sums.reduce(0) { $0 + ($1 - n * (k + 1) / 2) * ($1 - n * (k + 1) / 2) }
    let ties = rows.reduce(0) { $0 + $1.ties }
    let spread = n * k * (k + 1) / 12 - ties / (12 * (k - 1))
    statistic = spread > 0 ? deviations / spread : 0
    p = Distributions.chiSquared(above: statistic, freedom: table.optimizers.count - 1)
    problemCount = table.problems.count
  }

  /// By how much average ranks must differ to be told apart, whichever two are compared:
  /// q √(k(k+1) / (12 N)) with the quantile q of the studentized range.
  ///
  /// - Parameter alpha: the share of studies in which some are told apart that do not differ.
  public func criticalDifference(_ alpha: Double = 0.05) -> Double {
    let k = averageRanks.count
    let q = Distributions.rangeQuantile(1 - alpha, of: k)
    return q * (Double(k * (k + 1)) / (12 * Double(problemCount))).squareRoot()
  }

  /// The p-value of Nemenyi's test of two optimizers, by their places.
  public func p(_ first: Int, _ second: Int) -> Double {
    let k = averageRanks.count
    let q =
      abs(averageRanks[first] - averageRanks[second])
      / (Double(k * (k + 1)) / (12 * Double(problemCount))).squareRoot()
    return 1 - Distributions.range(q, of: k)
  }
}
