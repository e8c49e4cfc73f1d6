import Contours

/// Which clock value each frame shows: first the title's frames, then the start stands still for a
/// moment, the clock runs, stops where something is said, and the end stands still.
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
  /// Frames of each stop.
  private let pause: Int
  /// What the clock shows at the stops, and before which of the moving frames each is.
  private let stops: [(clock: Int, frame: Int)]

  /// Still frames take less where there are few frames in all.
  ///
  /// - Parameters:
  ///   - isFull: whether there are as many frames as may be, however short the race.
  ///   - stops: what the clock shows where it stops, 50 frames each; those after the end do not
  ///     count. They take no more than half of all frames, and where there are more of them than
  ///     that the clock stops at the first of them, a frame each.
  init(
    last: Int, frameLimit: Int, isFull: Bool = false, hasTitle: Bool, stops: Set<Int> = []
  ) {
    let end = max(last, 0)
    self.last = end
    title = hasTitle ? min(25, frameLimit / 12) : 0
    rest = min(12, frameLimit / 24)
    hold = min(25, frameLimit / 10)
    let clocks = stops.filter { (0...end).contains($0) }.sorted().prefix(frameLimit / 2)
    pause = min(50, frameLimit / 2 / max(clocks.count, 1))
    let room = frameLimit - title - rest - hold - pause * clocks.count
    // In a short race each step stays for a while.
    let pace = max(1, min(8, room / max(end, 1)))
    let running = max(1, isFull ? room : min(room, end * pace + 1))
    moving = running
    var frame = 0
    self.stops = clocks.map { clock in
      while frame < running - 1, Self.clock(frame, of: running, last: end) < clock { frame += 1 }
      return (clock, frame)
    }
  }

  var frameCount: Int { title + rest + moving + pause * stops.count + hold }

  func isTitle(_ frame: Int) -> Bool { frame < title }

  func clock(ofFrame i: Int) -> Int {
    var step = max(i - title - rest, 0)
    for stop in stops where stop.frame <= step {
      if step < stop.frame + pause { return stop.clock }
      step -= pause
    }
    return Self.clock(min(step, moving - 1), of: moving, last: last)
  }

  /// What the clock shows in one of the moving frames.
  private static func clock(_ frame: Int, of moving: Int, last: Int) -> Int {
    moving == 1 ? last : Int(clamping: Double(frame) / Double(moving - 1) * Double(last))
  }
}
