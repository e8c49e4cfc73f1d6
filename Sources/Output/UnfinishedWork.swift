import Foundation
import Synchronization

/// What has to be undone where the program is made to end before its work is done.
public enum UnfinishedWork {
  /// Called at most once, on any thread, in a program that is about to end.
  public typealias Undo = @Sendable () -> Void

  private static let undos = Mutex<[(id: Int, undo: Undo)]>([])
  private static let count = Atomic(0)
  /// Held while something is made that is to be undone, and for good once all is undone.
  private static let gate = NSLock()

  /// Until `letGo`, nothing is undone: what is made meanwhile is either there and known to be
  /// unfinished, or not there. To be followed by `letGo` soon, on the same thread.
  public static func hold() { gate.lock() }

  /// Ends what `hold` began, on the same thread.
  public static func letGo() { gate.unlock() }

  /// Work begins; returns what to end it with.
  public static func begin(_ undo: @escaping Undo) -> Int {
    let id = count.add(1, ordering: .relaxed).newValue
    undos.withLock { $0.append((id, undo)) }
    return id
  }

  /// The work is done, or undone.
  public static func end(_ id: Int) {
    undos.withLock { $0.removeAll { $0.id == id } }
  }

  /// Undoes all that has begun and not ended, the newest first. The program must end then: nothing
  /// that leaves something behind can begin any more.
  public static func undoAll() {
    gate.lock()
    let all = undos.withLock { undos in
      defer { undos = [] }
      return undos
    }
    for work in all.reversed() { work.undo() }
  }
}
