/// Which clock value each frame shows.
struct RaceTimeline: Sendable {
  /// The largest clock value of all entrants.
  let last: Int
  /// Frames in which the clock runs.
  let moving: Int
  /// Frames that hold the end.
  let hold: Int

  init(last: Int, frameLimit: Int, hold: Int = 12) {
    self.last = max(last, 0)
    self.hold = hold
    moving = max(1, min(frameLimit - hold, self.last + 1))
  }

  var frameCount: Int { moving + hold }

  func clock(ofFrame i: Int) -> Int {
    moving == 1 ? last : Int(Double(min(i, moving - 1)) / Double(moving - 1) * Double(last))
  }
}
