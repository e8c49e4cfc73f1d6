import Experiments
import Specifications
import Testing

@testable import Scenes

/// What moments a film shows, and what it says of them.
struct FilmTimeTests {
  private func texts(_ elements: [Element]) -> [String] {
    elements.flatMap(\.marks).compactMap(\.string)
  }

  private func film(
    _ runs: [Trajectory], clock: RaceClock = .steps, _ change: (inout RaceStyle) -> Void = { _ in }
  ) -> RaceFilm {
    var style = RaceStyle()
    style.clock = clock
    change(&style)
    return Fixture.film(runs, style: style)
  }

  @Test(arguments: [1, 2, 3, 24, 300, 1000])
  func thereAreAsManyFramesAsAreAskedFor(count: Int) {
    let film = film([Fixture.leaving()]) { ($0.frameLimit, $0.hasAllFrames) = (count, true) }
    #expect(film.frameCount == count)
    #expect(film.timeline.clock(ofFrame: count - 1) == 50)
  }

  @Test(arguments: ["0", "100", "step:100", "gradient:7", "evaluation:3", "second:0.25"])
  func momentsComeBack(text: String) throws {
    #expect(try StillMoment(spelling: text).spelling == text)
  }

  @Test(arguments: [
    ("-1", "whole number"), ("step", "step:100"), ("steps:3", "step"), ("step:-1", "whole number"),
    ("step:1.5", "whole number"), ("second:x", "a number"), ("", "whole number"),
  ])
  func otherTextsAreNoMoments(text: String, hint: String) {
    let error = #expect(throws: SpecificationError.self) { try StillMoment(spelling: text) }
    #expect(error?.description.contains(hint) == true, "\(error?.description ?? "")")
  }

  /// 400 steps in 60 frames: most steps have no frame of their own.
  @Test(arguments: [0, 1, 100, 101, 399, 400])
  func aStillShowsTheStepThatIsAskedFor(step: Int) {
    let film = film(Fixture.field) { ($0.frameLimit, $0.stillClock) = (60, step) }
    let texts = film.picture(atClock: step).marks.compactMap(\.string)
    #expect(texts.contains("step \(step) of 400"))
    // As many names beside heads as in the frames.
    let names = { (texts: [String]) in texts.count { $0 == "Adam" } }
    let frame = film.picture(ofFrame: film.frameCount - 1).marks.compactMap(\.string)
    #expect(names(texts) == names(frame))
  }

  @Test func secondsAreReadAndWritten() {
    #expect(RaceClock.seconds.reading(0.25) == 250_000_000)
    #expect(RaceClock.seconds.amount(250_000_000) == 0.25)
    #expect(RaceClock.gradients.reading(7) == 7)
  }

  // MARK: - Ends

  @Test(arguments: [
    (RaceClock.steps, "converged at 100", "converged at 100"),
    (.gradients, "converged at step 100", "converged at step 100 (100 gradients)"),
    (.evaluations, "converged at step 100", "converged at step 100 (300 evaluations)"),
    (.seconds, "converged at step 100", "converged at step 100 (100 µs)"),
  ])
  func endsTellWhatTheClockCounts(clock: RaceClock, short: String, full: String) {
    let run = Fixture.converging(100, wobble: 0, title: "A")
    let end = RaceEnd(run, on: clock)
    #expect(end.text == short && end.fullText == full)
    // Long settings leave room for the short form, short ones for the full one.
    let plain = Fixture.trajectory(
      (0...100).map { (Double($0) / 100, 0) }, outcome: Outcome(.converged, "f"))
    for (run, end) in [(run, short), (plain, full)] {
      let film = film([run], clock: clock)
      #expect(texts(film.overlay(ofFrame: film.frameCount - 1)).contains(end))
    }
  }

  @Test func aSpentBudgetNeedsNoMoment() {
    let end = RaceEnd(Fixture.leaving(), on: .gradients)
    #expect(end.text == "budget spent" && end.fullText == end.text)
  }

  // MARK: - Divergence

  /// One circles the minimum for `calm` steps, then leaves within some, and goes on for 60.
  @Test(arguments: [20, 80])
  func divergenceDoesNotStretchTheFilm(calm: Int) {
    let steady = Fixture.converging(30, wobble: 0, title: "A")
    let film = film([steady, Fixture.diverging(after: calm)])
    // The wild swings leave map and chart within a few steps.
    #expect((30...max(30, calm + 10)).contains(film.lastClock), "\(film.lastClock)")
    let last = texts(film.overlay(ofFrame: film.frameCount - 1))
    #expect(last.contains("converged at 30") && last.contains("diverged at \(calm + 60)"))
  }

  /// A budget may be spent before what runs away is too large for a number.
  @Test func whatRunsAwayNeedNotOverflow() {
    let runaway = Fixture.diverging(after: 0, outcome: Outcome(.budgetSpent, "60 steps"))
    #expect(film([Fixture.converging(30, wobble: 0, title: "A"), runaway]).lastClock == 30)
  }

  /// Where all diverge there is nobody whose film could be stretched.
  @Test func divergersAloneAreSeenToTheEnd() {
    #expect(film([Fixture.diverging()]).lastClock == 40)
  }

  // MARK: - Zero

  @Test(
    arguments: [
      ([2.0, 1, 0], "0"), ([2, 0.5, -1e-17], "≤ 0"), ([2, 1e-3, 1e-20], "< 10⁻¹⁶"),
      ([2, 1e-3], nil),
    ] as [([Double], String?)])
  func whatNoLogarithmShowsHasARow(values: [Double], label: String?) throws {
    let axis = ValueAxis(values: values, minimum: 0)
    #expect(axis.zeroLabel == label)
    let plot = Plot(
      area: Rect(x: 0, y: 0, width: 100, height: 200), x: 0...1, y: axis.domain,
      isLogarithmicY: axis.isLogarithmic, zeroLabel: axis.zeroLabel)
    let heights = try values.map { value in
      try #require(axis.ordinate(value).flatMap { plot.point(0, $0) }).y
    }
    #expect(zip(heights, heights.dropFirst()).allSatisfy { $0 < $1 && $1 <= 200 })
    let ticks = Tick.ticks(for: plot.y, target: 5)
    #expect((ticks.first?.label == label) == (label != nil))
    guard label != nil else { return }
    // The row keeps off the axis, and all that the axis shows lies above it.
    let row = try #require(heights.last)
    let foot = try #require(plot.y.position(of: axis.domain.lowerBound))
    #expect(row - foot >= 10 && heights.dropLast().allSatisfy { $0 <= foot })
    for value in values.dropLast() {
      let position = try #require(plot.y.position(of: value))
      #expect(abs(plot.y.value(at: position) / value - 1) < 1e-9)
    }
  }

  /// The table shows the excess where the chart does, f elsewhere.
  @Test(arguments: [(1.0, "f − f*", "−1.00"), (nil, "f", "0")] as [(Double?, String, String)])
  func theTableShowsWhatTheChartShows(minimum: Double?, title: String, number: String) {
    let run = Fixture.trajectory([(0, 0), (1, 1)], minimum: minimum)
    var style = RaceStyle()
    style.frameLimit = 24
    let film = Fixture.film([run], style: style, minimum: minimum)
    // At the axis, and above the table.
    #expect(film.background.marks.compactMap(\.string).count { $0 == title } >= 2)
    #expect(texts(film.overlay(ofFrame: film.frameCount - 1)).contains(number))
  }
}
