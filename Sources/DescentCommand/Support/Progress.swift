import Foundation
import Synchronization

/// A progress bar with the time left, on standard error, where that is a terminal.
final class Progress: Sendable {
  private let label: String
  private let isShown = StandardError.isTerminal
  private let clock = ContinuousClock()
  private let began: ContinuousClock.Instant
  private let lastShown = Mutex(-1)

  init(_ label: String) {
    self.label = label
    began = clock.now
  }

  /// `done` of `total` pieces; calls may come from any thread and in any order.
  func report(_ done: Int, of total: Int) {
    guard isShown, total > 0 else { return }
    let percent = done * 100 / total
    lastShown.withLock { last in
      guard percent > last else { return }
      last = percent
      show(percent, timeLeft: timeLeft(done, of: total))
    }
  }

  /// Clears the line.
  func finish() {
    if isShown { StandardError.write("\r\u{1B}[K") }
  }

  private func timeLeft(_ done: Int, of total: Int) -> Int {
    let elapsed = (clock.now - began) / Duration.seconds(1)
    return Int((elapsed * Double(total - done) / Double(max(1, done))).rounded(.up))
  }

  private func show(_ percent: Int, timeLeft: Int) {
    let filled = percent * 30 / 100
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 30 - filled)
    StandardError.write("\r\u{1B}[K\(label) [\(bar)] \(percent)% \(timeLeft) s left")
  }
}
