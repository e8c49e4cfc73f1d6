import Optimizers
import Specifications
import Testing

@Suite struct GoldenScheduleTests {
  @Test func everyLibraryIsThere() {
    #expect(Set(GoldenFiles.schedules.map(\.library)) == ["torch", "keras", "optax", "formula"])
    #expect(GoldenFiles.schedules.count == 54)
  }

  /// Every rate, and the momentum that moves with it, of every record.
  @Test(arguments: GoldenFiles.schedules)
  func isReproduced(_ golden: GoldenSchedule) throws {
    let source = "\(golden.library)/\(golden.schedule)"
    let parameters = golden.parameters.mapValues(\.description)
    let row = try #require(ScheduleDialect.row(source, parameters), "no row says it")
    try expect(row.rate, parameters, golden, gives: golden.lr)
    #expect((row.momentum == nil) == (golden.momentum == nil))
    if let template = row.momentum, let momentum = golden.momentum {
      try expect(template, parameters, golden, gives: momentum)
    }
  }

  /// torch computes a rate from the one before, and adds a rounding at each step: in 60 steps up to
  /// 6e-15 of the rate, most where its cosine comes near 0. 10^(-t/r) may differ as much where
  /// t/r is 33. The others are within 10 units in the last place. A rate of 0 has to be 0.
  private func expect(
    _ template: String, _ parameters: [String: String], _ golden: GoldenSchedule,
    gives values: [Double]
  ) throws {
    let text = try #require(
      ScheduleDialect.filled(template, parameters, library: golden.library))
    let settings = try OptimizerCatalogue.settings("sgd:lr=" + text)
    let sgd = try #require(settings as? SGD)
    #expect(try OptimizerCatalogue.settings(sgd.specification) as? SGD == sgd)
    let ours = rates(sgd.learningRate, through: golden.t.last ?? 0, losses: golden.losses ?? [])
    #expect(values.count == golden.t.count)
    for (t, value) in zip(golden.t, values) {
      #expect(
        abs(ours[t] - value) <= 1e-14 * value.magnitude,
        "\(text) at \(t): \(ours[t]) is not \(value)")
    }
  }

  private func rates(_ rate: Rate, through last: Int, losses: [Double]) -> [Double] {
    var clock = RateClock(rate)
    return (0...last).map { t in
      clock.advance(loss: t < losses.count ? losses[t] : 1)
      return clock.rate
    }
  }
}
