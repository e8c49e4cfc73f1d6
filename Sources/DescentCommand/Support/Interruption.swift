import DescentKit
import Dispatch
import Foundation
import Synchronization

/// Ctrl-C, termination and a closed terminal end the program at once, whatever is at work, but not
/// before unfinished files are removed. What is ignored already, as under nohup, stays ignored.
enum Interruption {
  static let message = "interrupted; nothing unfinished was kept"

  /// Runs work that may be interrupted.
  static func watched(_ work: @Sendable () async -> Void) async {
    // A queue of its own has a thread even where all others are busy.
    let queue = DispatchQueue(label: "interruption", qos: .userInteractive)
    let sources = [SIGINT, SIGTERM, SIGHUP].compactMap { number -> (any DispatchSourceSignal)? in
      guard !isIgnored(number) else { return nil }
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler { interrupt() }
      source.resume()
      return source
    }
    await work()
    sources.forEach { $0.cancel() }
  }

  /// What the first interruption does in the place of ending the program.
  private static let gentleEnd = Mutex<(@Sendable () -> Void)?>(nil)

  /// Does work that the first interruption only asks to come to its end; a second one ends the
  /// program at once.
  static func gently<Result: Sendable>(
    telling message: String, _ body: @escaping @Sendable () async throws -> Result
  ) async throws -> Result {
    let work = Task(operation: body)
    gentleEnd.withLock {
      $0 = {
        clearLine()
        StandardError.say(message)
        work.cancel()
      }
    }
    defer { gentleEnd.withLock { $0 = nil } }
    return try await work.value
  }

  private static func interrupt() {
    let gently = gentleEnd.withLock { gentle in
      defer { gentle = nil }
      return gentle
    }
    if let gently { gently() } else { end() }
  }

  private static func end() -> Never {
    ProgramEnd.claim()
    UnfinishedWork.undoAll()
    clearLine()
    StandardError.say(message)
    // Other threads are still at work, so nothing of theirs is torn down.
    _exit(Failure.Code.interrupted.rawValue)
  }

  /// Where a bar tells how far work is.
  private static func clearLine() {
    if StandardError.isTerminal { StandardError.write("\r\u{1B}[K") }
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    #if canImport(Darwin)
      let handler = action.__sigaction_u.__sa_handler
    #else
      let handler = action.__sigaction_handler.sa_handler
    #endif
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}

/// The end of the program, which comes once: by success, by an error or by an interruption.
enum ProgramEnd {
  private static let isFree = DispatchSemaphore(value: 1)

  /// Returns to the first who asks; others wait for the end.
  static func claim() { isFree.wait() }
}
