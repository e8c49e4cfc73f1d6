import Statistics
import Testing

@Suite struct ProportionTests {
  /// scipy 1.17: `binomtest(k, n).proportion_ci(method="wilson")`.
  @Test(arguments: [
    (0, 10, 0.0, 0.27753279986288926), (2, 50, 0.011038884327619812, 0.1346009068750702),
    (5, 10, 0.236593090512564, 0.7634069094874361), (10, 10, 0.7224672001371109, 1),
    (1, 1, 0.20654931437723745, 1), (37, 40, 0.8013576647568945, 0.9741639742254118),
  ])
  func intervalsAreWilsons(count: Int, total: Int, low: Double, high: Double) {
    let interval = Proportion(count, of: total).interval
    // A dozen operations on numbers up to 1.
    #expect(abs(interval.lowerBound - low) <= 4e-16 && abs(interval.upperBound - high) <= 4e-16)
  }

  /// 0 and 1 exactly, and always within them and about the share.
  @Test(arguments: 0...60)
  func intervalsHoldTheShare(total: Int) {
    for count in 0...total {
      let interval = Proportion(count, of: total).interval
      #expect(interval.lowerBound >= 0 && interval.upperBound <= 1)
      #expect((interval.lowerBound == 0) == (count == 0))
      #expect((interval.upperBound == 1) == (count == total))
      if total > 0 { #expect(interval.contains(Double(count) / Double(total))) }
    }
  }
}
