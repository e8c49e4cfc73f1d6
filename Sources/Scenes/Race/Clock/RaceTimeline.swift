import Contours

/// Which clock value each frame shows: first the title's frames, then the start stands still for a
/// moment, the clock runs, and the end stands still.
struct RaceTimeline: Sendable {
  /// The largest clock value of all entrants.
  let last: Int
  /// Frames of the title slide.
  let title: Int
  /// Frames that hold the start, before the clock runs.
  let rest: Int
  /// Frames in which the clock runs.
  let moving: Int
  /// Frames that hold the end.
  let hold: Int

  /// Still frames take less where there are few frames in all.
  ///
  /// - Parameter isFull: whether there are as many frames as may be, however short the race.
  init(last: Int, frameLimit: Int, isFull: Bool = false, hasTitle: Bool) {
    self.last = max(last, 0)
    title = hasTitle ? min(25, frameLimit / 12) : 0
    rest = min(12, frameLimit / 24)
    hold = min(25, frameLimit / 10)
    let room = frameLimit - title - rest - hold
    // In a short race each step stays for a while.
    let pace = max(1, min(8, room / max(self.last, 1)))
    moving = max(1, isFull ? room : min(room, self.last * pace + 1))
  }

  var frameCount: Int { title + rest + moving + hold }

  func isTitle(_ frame: Int) -> Bool { frame < title }

  func clock(ofFrame i: Int) -> Int {
    let step = min(max(i - title - rest, 0), moving - 1)
    return moving == 1 ? last : Int(clamping: Double(step) / Double(moving - 1) * Double(last))
  }
}
