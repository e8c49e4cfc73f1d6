import Testing

@testable import Optimizers

/// The counting of performance scheduling, and the schedules around it.
@Suite struct PlateauTests {
  /// The steps at which the rate is another than before.
  private func drops(_ text: String, losses: [Double] = [1], count: Int = 40) throws -> [Int] {
    let rates = try ScheduleTests.rates(text, losses: losses, count: count)
    return (1..<count).filter { rates[$0] != rates[$0 - 1] }
  }

  /// The loss of step 0 is the best; P + 1 bad losses follow, and the next step is the first with a
  /// lower rate.
  @Test(arguments: 0...4)
  func patiencePlusOneBadLossesLowerTheRate(_ patience: Int) throws {
    let every = patience + 1
    let expected = Array(stride(from: 1 + every, to: 40, by: every))
    #expect(try drops("plateau(1e+30,patience=\(patience))") == expected)
  }

  @Test func cooldownLossesAreNotCounted() throws {
    #expect(try drops("plateau(1,patience=2,cooldown=4)", count: 30) == [4, 11, 18, 25])
  }

  @Test func improvementsBeginTheCountAnew() throws {
    #expect(try drops("plateau(patience=2)", losses: [5, 5, 5, 4, 4, 4, 4], count: 8) == [7])
    let slow = (0..<8).map { 5 - 0.0001 * Double($0) }
    #expect(try drops("plateau(patience=2)", losses: slow, count: 8) == [4])
    #expect(try drops("plateau(patience=2,threshold=0)", losses: slow, count: 8) == [])
  }

  /// Falls of 4e-4 a step from ±10.
  @Test(arguments: [10.0, -10])
  func thresholdsAreRelativeOrAbsolute(_ first: Double) throws {
    let losses = (0..<9).map { first - 0.0004 * Double($0) }
    #expect(try drops("plateau(patience=1)", losses: losses, count: 9) == [3, 6])
    #expect(try drops("plateau(patience=1)", losses: [first], count: 9) == [3, 5, 7])
    #expect(try drops("plateau(patience=1,threshold-mode=abs)", losses: losses, count: 9) == [])
  }

  @Test(arguments: [Double.nan, .infinity])
  func whatIsNoNumberIsNoImprovement(_ loss: Double) throws {
    #expect(try drops("plateau(patience=2)", losses: [loss], count: 5) == [3])
    #expect(try drops("plateau(patience=2)", losses: [3, loss, loss, 2], count: 6) == [])
  }

  @Test func ratesStopAtTheMinimum() throws {
    let rates = try ScheduleTests.rates("plateau(1,patience=0,minimum=0.02)", count: 20)
    #expect(rates.last == 0.02)
    #expect(try drops("plateau(1e-08,patience=0)") == [])
    #expect(try drops("plateau(1e-08,patience=0,epsilon=0)").count > 10)
  }

  /// The schedule inside is told only what happens while it is on.
  @Test func wrappersTellTheLossesOfTheirSteps() throws {
    #expect(
      try drops("warmup(plateau(patience=2),steps=10,from=0.1)", losses: [0.5, 1], count: 20)
        == [14, 17])
    #expect(
      try drops("sequence(0.1,plateau(patience=2),at=5)", losses: [0.5, 1], count: 14) == [9, 12])
    #expect(
      try drops("sequence(plateau(patience=2),plateau(patience=1),at=6)", count: 12)
        == [4, 6, 9, 11])
  }

  /// Each run begins with a memory of its own.
  @Test func settingsDoNotRemember() throws {
    let schedule = try ScheduleTests.schedule("plateau(patience=0)")
    var first = schedule.tracker()
    for t in 0..<5 { first.observe(loss: 1, at: t) }
    #expect(first.rate(at: 5) < 0.1)
    #expect(schedule.tracker().rate(at: 0) == 0.1)
    let clock = RateClock(.scheduled(schedule))
    var copy = clock
    for _ in 0..<5 { copy.advance(loss: 1) }
    #expect(copy.rate < clock.rate)
    #expect(copy.next < copy.rate && clock.next == clock.rate)
  }
}
