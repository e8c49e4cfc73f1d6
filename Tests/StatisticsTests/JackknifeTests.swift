import Statistics
import Testing

/// Uncertainty by leaving out one run after the other.
struct JackknifeTests {
  /// Of a mean the jackknife's standard error is s/√n exactly.
  @Test(arguments: [[1.0, 2, 3, 4], [0, 0, 10], [-5, 5], [2, 2, 2, 2, 2]])
  func meansHaveTheirStandardError(sample: [Double]) {
    let n = Double(sample.count)
    let (value, interval) = Jackknife.interval(of: sample) { part in
      part.reduce(0, +) / Double(part.count)
    }
    let mean = sample.reduce(0, +) / n
    let variance = sample.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)
    let half = 1.959963984540054 * (variance / n).squareRoot()
    #expect(value == mean)
    #expect(abs(interval.upperBound - (mean + half)) < 1e-12)
    #expect(abs(interval.lowerBound - (mean - half)) < 1e-12)
  }
}
