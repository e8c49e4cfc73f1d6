import Dispatch
import Synchronization

/// Independent work on several threads.
public enum Parallel {
  /// What a function makes of each item, in their order; the same for any number of workers.
  ///
  /// - Parameters:
  ///   - workers: 1 or more.
  ///   - report: told how many are done, from any thread.
  /// - Throws: what `body` throws for the first item for which it does.
  public static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], workers: Int, _ report: @Sendable (Int) -> Void = { _ in },
    _ body: @Sendable (Item) throws -> Result
  ) throws -> [Result] {
    guard workers > 1, items.count > 1 else {
      return try items.enumerated().map { i, item in
        defer { report(i + 1) }
        return try body(item)
      }
    }
    let results = Mutex<[Swift.Result<Result, any Error>?]>(
      Array(repeating: nil, count: items.count))
    let taken = Atomic(0)
    let done = Atomic(0)
    let hasFailed = Atomic(false)
    DispatchQueue.concurrentPerform(iterations: min(workers, items.count)) { _ in
      while true {
        // What was taken comes before all that was not: the first that fails is among it.
        guard !hasFailed.load(ordering: .relaxed) else { return }
        let i = taken.add(1, ordering: .relaxed).oldValue
        guard i < items.count else { return }
        let result = Swift.Result { try body(items[i]) }
        if case .failure = result { hasFailed.store(true, ordering: .relaxed) }
        results.withLock { $0[i] = result }
        report(done.add(1, ordering: .relaxed).newValue)
      }
    }
    return try results.withLock { $0 }.compactMap { try $0?.get() }
  }
}
