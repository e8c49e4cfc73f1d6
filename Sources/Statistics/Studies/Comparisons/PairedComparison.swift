/// Two optimizers over the same problems.
public struct PairedComparison: Hashable, Sendable {
  /// The place of the first in the table.
  public let first: Int
  /// That of the second.
  public let second: Int
  /// Whether they differ.
  public let test: SignedRankTest
  /// The test's p-value, adjusted for all pairs of the table.
  public let adjusted: Double
  /// The median over problems of the first's score less the second's.
  public let medianDifference: Double
}

extension ScoreTable {
  /// All pairs of optimizers, each once, with Holm's correction for their number.
  public var comparisons: [PairedComparison] {
    let pairs = optimizers.indices.flatMap { i in
      optimizers.indices.dropFirst(i + 1).map { (i, $0) }
    }
    let tests = pairs.map { SignedRankTest(Array(zip(column($0), column($1)))) }
    let adjusted = Holm.adjusted(tests.map(\.p))
    return pairs.indices.map { i in
      let (a, b) = pairs[i]
      let differences = scores.map { $0[a] == $0[b] ? 0 : $0[a] - $0[b] }
      return PairedComparison(
        first: a, second: b, test: tests[i], adjusted: adjusted[i],
        medianDifference: differences.isEmpty
          ? 0 : Quantiles.value(differences.sorted(), at: 0.5))
    }
  }

  /// How likely either of two optimizers is the better, by their places.
  ///
  /// - Parameter region: differences of scores up to this are none in practice: 0.1 is a quarter
  ///   more of work, or of excess.
  public func posterior(
    _ first: Int, _ second: Int, region: Double = 0.1, count: Int = 50_000, seed: UInt64 = 0
  ) -> BayesianSignedRank {
    BayesianSignedRank(
      Array(zip(column(first), column(second))), region: region, count: count, seed: seed)
  }

  /// The same of several pairs, about as fast as of one.
  public func posteriors(
    of pairs: [(first: Int, second: Int)], region: Double = 0.1, count: Int = 50_000,
    seed: UInt64 = 0
  ) -> [BayesianSignedRank] {
    BayesianSignedRank.each(
      of: pairs.map { Array(zip(column($0.first), column($0.second))) }, region: region,
      count: count, seed: seed)
  }
}
