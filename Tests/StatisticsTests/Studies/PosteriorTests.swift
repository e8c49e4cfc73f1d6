import Statistics
import Testing

/// How likely an optimizer is the better.
struct PosteriorTests {
  /// Shares of 100,000 draws in the fixture and of 50,000 here: their difference is below 5
  /// deviations.
  private static func tolerance(_ share: Double) -> Double {
    let variance = max(share * (1 - share), 1e-4)
    return 5 * (variance / 100_000 + variance / 50_000).squareRoot()
  }

  @Test func sharesAreBaycompsAndAutoranks() throws {
    let records = try StudyReference.read().bayes
    #expect(records.count == 5)
    for record in records {
      let posterior = BayesianSignedRank(Array(zip(record.x, record.y)), region: record.region)
      let ours = [posterior.first, posterior.equal, posterior.second]
      for (share, expected) in zip(ours, record.shares) {
        #expect(abs(share - expected) < Self.tolerance(expected), "\(ours), \(record.shares)")
      }
      // autorank tells how likely the second in its order is the smaller.
      let smaller = record.autorank.first == "x" ? posterior.second : posterior.first
      #expect(abs(smaller - record.autorank.smaller) < Self.tolerance(smaller))
      #expect(abs(posterior.equal - record.autorank.equal) < Self.tolerance(posterior.equal))
    }
  }

  /// One pair, of difference −4, beside half a pair without difference of weight w, which is of
  /// Beta(1/2, 1) and so below t with probability √t. Sums are 0 with weight w², −4 with 2w(1 − w)
  /// and −8 with (1 − w)².
  @Test func onePairByHand() {
    let posterior = BayesianSignedRank([(0, 4)], region: 1)
    // −4 and −8 are below −2: w² < 1/2.
    let expected = 0.5.squareRoot().squareRoot()
    #expect(abs(posterior.first - expected) < 0.01 && posterior.second == 0)
    // Only −8 is below −6: (1 − w)² > 1/2.
    let wide = BayesianSignedRank([(0, 4)], region: 3)
    #expect(abs(wide.first - (1 - 0.5.squareRoot()).squareRoot()) < 0.01)
  }

  @Test func edges() {
    let same = BayesianSignedRank([(1, 1), (.infinity, .infinity)], region: 0)
    #expect(same.first == 0.5 && same.second == 0.5)
    #expect(BayesianSignedRank([(1, 1)], region: 0.1).equal == 1)
    let failures = BayesianSignedRank(Array(repeating: (1, .infinity), count: 20), region: 0.1)
    #expect(failures.first > 0.999)
    let mixed = BayesianSignedRank([(1, .infinity), (.infinity, 1)], region: 0.1, seed: 1)
    #expect(abs(mixed.first - mixed.second) < 0.02)
  }

  @Test func seedsGiveTheSameDraws() {
    let pairs = [(1.0, 2.0), (3, 2.5), (1, 1.5)]
    #expect(
      BayesianSignedRank(pairs, region: 0.2, seed: 4)
        == BayesianSignedRank(pairs, region: 0.2, seed: 4))
    #expect(
      BayesianSignedRank(pairs, region: 0.2, seed: 4)
        != BayesianSignedRank(pairs, region: 0.2, seed: 5))
  }
}
