import Testing

@testable import Scenes

struct ClockAxisTests {
  @Test func countsAreCounted() {
    let axis = ClockAxis(.gradients, last: 300)
    #expect(axis.title == "gradients" && axis.domain == 0...300)
    #expect(axis.text(12) == "gradient 12 of 300" && axis.position(12) == 12)
    #expect(ClockAxis(.steps, last: 0).domain == 0...1)
  }

  /// Nanoseconds are shown in the largest unit that the whole race fills.
  @Test(arguments: [
    (0, "time (ns)", "0 ns of 0 ns"), (999, "time (ns)", "500 ns of 999 ns"),
    (37_500, "time (µs)", "18.8 µs of 37.5 µs"), (2_000_000, "time (ms)", "1 ms of 2 ms"),
    (61_000_000_000, "time (s)", "30.5 s of 61 s"),
  ])
  func timesHaveUnits(last: Int, title: String, middle: String) {
    let axis = ClockAxis(.seconds, last: last)
    #expect(axis.title == title)
    #expect(axis.text((last + 1) / 2) == middle)
  }
}
