import Synchronization

/// What has to be undone where the program is made to end before its work is done.
public enum UnfinishedWork {
  public typealias Undo = @Sendable () -> Void

  private static let undos = Mutex<[(id: Int, undo: Undo)]>([])
  private static let count = Atomic(0)

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

  /// Undoes all that has begun and not ended, the newest first.
  public static func undoAll() {
    let all = undos.withLock { undos in
      defer { undos = [] }
      return undos
    }
    for work in all.reversed() { work.undo() }
  }
}
