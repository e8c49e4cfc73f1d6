import DescentKit
import Foundation
import Synchronization

/// Tells of work on the terminal: a progress bar with the time left, on standard error where that
/// is a terminal, warnings, and what was written.
final class Console: Reporter {
  private let isTerminal = StandardError.isTerminal
  private let clock = ContinuousClock()
  /// What is at work, since when, and the percentage shown last.
  private let bars = Mutex<[String: Bar]>([:])

  private struct Bar {
    let began: ContinuousClock.Instant
    var percent = -1
  }

  func progress(of work: String, _ done: Int, of total: Int) {
    guard isTerminal, total > 0 else { return }
    let percent = done * 100 / total
    bars.withLock { bars in
      let bar = bars[work] ?? Bar(began: clock.now)
      bars[work] = bar
      guard percent > bar.percent else { return }
      bars[work]?.percent = percent
      show(work, percent, timeLeft: timeLeft(done, of: total, since: bar.began))
    }
  }

  /// Clears the line.
  func finish(_ work: String) {
    guard isTerminal else { return }
    bars.withLock { $0[work] = nil }
    StandardError.write("\r\u{1B}[K")
  }

  func say(_ message: String) { StandardError.say(message) }

  func warn(_ message: String) { StandardError.warn(message) }

  /// In seconds; nil where nothing is done to tell it by.
  private func timeLeft(
    _ done: Int, of total: Int, since began: ContinuousClock.Instant
  ) -> Int? {
    guard done > 0 else { return nil }
    let elapsed = (clock.now - began) / Duration.seconds(1)
    return Int((elapsed * Double(total - done) / Double(done)).rounded(.up))
  }

  private func show(_ work: String, _ percent: Int, timeLeft: Int?) {
    let filled = percent * 30 / 100
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 30 - filled)
    let left = timeLeft.map { " \(Self.text(ofSeconds: $0)) left" } ?? ""
    StandardError.write("\r\u{1B}[K\(work) [\(bar)] \(percent)%\(left)")
  }

  /// "45 s", "12 min", "3 h 5 min".
  static func text(ofSeconds seconds: Int) -> String {
    let minutes = (seconds + 59) / 60
    if seconds < 120 { return "\(seconds) s" }
    return minutes < 120 ? "\(minutes) min" : "\(minutes / 60) h \(minutes % 60) min"
  }

  /// Says what was written, and how a sequence becomes a film.
  static func tell(_ written: String, in path: String, as output: RaceOutput) {
    print(TerminalText.line("\(path): \(written)"))
    for command in output.filmCommands(in: path) {
      print(TerminalText.visible("as a film: \(command)"))
    }
  }
}
