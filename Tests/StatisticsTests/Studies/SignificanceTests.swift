import Experiments
import Testing

@testable import Statistics

/// Tests of significance against scipy, statsmodels and autorank, and by hand.
struct SignificanceTests {
  private let reference: StudyReference

  init() throws { reference = try StudyReference.read() }

  static func table(_ scores: [[Double]]) throws -> ScoreTable {
    ScoreTable(
      try scores.indices.map {
        try SampleRun.make(on: "sphere:n=\($0 + 2)", [1]).problem
      }, (0..<(scores.first?.count ?? 0)).map { "o\($0)" }, scores)
  }

  @Test func signedRanksAreScipys() {
    #expect(reference.wilcoxon.count == 11)
    for record in reference.wilcoxon {
      let test = SignedRankTest(Array(zip(record.x, record.y)))
      #expect(test.higher == record.higher && test.lower == record.lower)
      // A tail of the normal distribution loses digits with its logarithm.
      #expect(abs(test.p / record.p - 1) < 1e-12, "\(record.x.count) pairs")
    }
  }

  /// All of three the same way: 2 of 8 choices of signs are as far out. Of 1, −2, 3, 4 the sums are
  /// 8 and 2; of 16 choices 3 have at most 2: none, 1, 2.
  @Test(
    arguments: [
      ([1, 2, 3], 0.25), ([1, -2, 3, 4], 0.375), ([0, 0], 1), ([], 1), ([5, 5, -5], 1),
      ([.infinity, 1], 0.5),
    ] as [([Double], Double)])
  func signedRanksByHand(differences: [Double], p: Double) {
    #expect(SignedRankTest(differences.map { ($0, 0) }).p == p)
  }

  /// Two failures differ by nothing.
  @Test func failuresAreEqual() {
    let test = SignedRankTest([(.infinity, .infinity), (.infinity, 3), (1, 2)])
    #expect(test.count == 2 && test.higher == 2 && test.lower == 1)
  }

  @Test func correctionsAreHolms() {
    #expect(reference.holm.count == 4)
    for record in reference.holm {
      let adjusted = Holm.adjusted(record.p)
      #expect(zip(adjusted, record.adjusted).allSatisfy { abs($0 - $1) < 1e-15 })
    }
    // 4 · 0.005, 3 · 0.01, 2 · 0.03, and no less than that.
    let byHand = Holm.adjusted([0.01, 0.04, 0.03, 0.005])
    #expect(zip(byHand, [0.03, 0.06, 0.06, 0.02]).allSatisfy { abs($0 - $1) < 1e-15 })
    #expect(Holm.adjusted([]) == [])
  }

  @Test func tailsOfChiSquaredAreScipys() {
    #expect(reference.chiSquared.count == 56)
    for record in reference.chiSquared {
      let p = Distributions.chiSquared(above: record.x, freedom: record.freedom)
      #expect(
        abs(p - record.p) <= 1e-12 * record.p, "\(record.x), \(record.freedom) degrees of freedom")
    }
  }

  @Test func quantilesOfTheRangeAreScipys() {
    #expect(reference.studentizedRange.count == 35)
    for record in reference.studentizedRange {
      let q = Distributions.rangeQuantile(record.p, of: record.k)
      // scipy's quantile is found to about eight digits.
      #expect(abs(q / record.q - 1) < 1e-7, "\(record.p) of \(record.k): \(q), \(record.q)")
    }
  }

  /// The range of two is |Z₁ − Z₂|, normal of variance 2.
  @Test(arguments: [0.1, 1, 2.5, 5])
  func rangeOfTwo(q: Double) {
    let expected = 2 * Distributions.normal(q / 2.squareRoot()) - 1
    #expect(abs(Distributions.range(q, of: 2) - expected) < 1e-14)
  }

  @Test func friedmansTestIsScipys() throws {
    #expect(reference.friedman.count == 5)
    for record in reference.friedman {
      let test = try #require(FriedmanTest(Self.table(record.scores)))
      #expect(zip(test.averageRanks, record.averageRanks).allSatisfy { abs($0 - $1) < 1e-13 })
      #expect(abs(test.statistic / record.statistic - 1) < 1e-11)
      #expect(abs(test.p / record.p - 1) < 1e-9)
      #expect(abs(test.criticalDifference() / record.criticalDifference - 1) < 1e-7)
      // autorank's quantile is an approximation to three digits or four.
      #expect(abs(test.criticalDifference() / record.autorank - 1) < 2e-3)
      let nemenyi = test.p(0, test.averageRanks.count - 1)
      #expect(abs(nemenyi - record.nemenyi) < 1e-8)
    }
  }

  /// Demšar's table 5 has q / √2, from tables of q with three digits.
  @Test(arguments: [(3, 2.343), (4, 2.569), (10, 3.164)])
  func quantilesAreDemsars(k: Int, q: Double) {
    #expect(abs(Distributions.rangeQuantile(0.95, of: k) / 2.squareRoot() - q) < 1e-3)
  }

  /// Ranks (1, 2, 3), (1, 2, 3), (1, 3, 2): sums 3, 7, 8 about 6; 12 (9 + 1 + 4) / (3 · 3 · 4) = 14/3.
  @Test func friedmanByHand() throws {
    let test = try #require(
      FriedmanTest(Self.table([[0, 1, 2], [-5, 3, 8], [1, .infinity, 2]])))
    #expect(test.averageRanks == [1, 7.0 / 3, 8.0 / 3])
    #expect(abs(test.statistic - 14.0 / 3) < 1e-14)
    let ties = try #require(FriedmanTest(Self.table([[1, 1], [2, 2]])))
    #expect(ties.statistic == 0 && ties.p == 1 && ties.averageRanks == [1.5, 1.5])
    #expect(try FriedmanTest(Self.table([])) == nil)
    #expect(try FriedmanTest(Self.table([[1]])) == nil)
  }

  @Test func allPairsAreCompared() throws {
    let table = try Self.table((1...8).map { [Double($0), Double($0) + 1, Double(9 - $0)] })
    let comparisons = table.comparisons
    #expect(comparisons.map { [$0.first, $0.second] } == [[0, 1], [0, 2], [1, 2]])
    #expect(comparisons[0].test.p == 2.0 / 256 && comparisons[0].medianDifference == -1)
    #expect(comparisons[0].adjusted == 6.0 / 256)
  }
}
