import Statistics
import Testing

/// Uncertainty by leaving out one run after the other.
struct JackknifeTests {
  /// Of a mean the jackknife's standard error is s/√n exactly.
  @Test(arguments: [[1.0, 2, 3, 4], [0, 0, 10], [-5, 5], [2, 2, 2, 2, 2]])
  func meansHaveTheirStandardError(sample: [Double]) throws {
    let n = Double(sample.count)
    let (value, found) = Jackknife.interval(of: sample) { part in
      part.reduce(0, +) / Double(part.count)
    }
    let mean = sample.reduce(0, +) / n
    let variance = sample.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)
    let half = 1.959963984540054 * (variance / n).squareRoot()
    #expect(value == mean)
    let interval = try #require(found)
    #expect(abs(interval.upperBound - (mean + half)) < 1e-12)
    #expect(abs(interval.lowerBound - (mean - half)) < 1e-12)
  }

  /// What is no number has no interval.
  @Test(arguments: [[Double.nan, 1], [.infinity, 1], [1, 2, .nan]])
  func brokenRunsHaveNone(sample: [Double]) {
    let found = Jackknife.interval(of: sample) { $0.reduce(0, +) / Double($0.count) }
    #expect(!found.value.isFinite)
    #expect(found.interval == nil)
  }
}
