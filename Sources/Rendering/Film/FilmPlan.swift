/// How the frames of a film are shared between workers.
///
/// Each worker draws frames in a row, since each needs the trails of all before. Every so often a
/// frame is drawn whole; workers start at such frames only, so that a frame's pixels do not
/// depend on how many workers there are.
struct FilmPlan {
  /// Frames from one that is drawn whole to the next.
  static let stride = 16

  let chunks: [Range<Int>]

  init(frameCount: Int, workers: Int) {
    let blocks = (frameCount + Self.stride - 1) / Self.stride
    let shares = max(1, min(workers, blocks))
    chunks = (0..<shares).map { share in
      let first = blocks * share / shares * Self.stride
      let end = blocks * (share + 1) / shares * Self.stride
      return min(first, frameCount)..<min(end, frameCount)
    }
  }

  static func isWhole(_ frame: Int) -> Bool {
    frame.isMultiple(of: stride)
  }
}
