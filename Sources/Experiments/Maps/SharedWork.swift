import Output
import Synchronization

/// Pieces of work that several workers share.
enum SharedWork {
  /// The results of the pieces 0 to `count` − 1, in their order, whoever did them.
  ///
  /// - Parameters:
  ///   - workers: how many pieces are done at a time, 1 or more.
  ///   - name: what the reporter calls the work.
  /// - Throws: what a piece throws, and `CancellationError`.
  static func results<Result: Sendable>(
    of count: Int, workers: Int, named name: String, reporter: any Reporter,
    _ piece: @escaping @Sendable (Int) throws -> Result
  ) async throws -> [Result] {
    let counter = WorkCounter()
    defer { reporter.finish(name) }
    return try await withThrowingTaskGroup(of: [(Int, Result)].self) { group in
      for _ in 0..<max(1, min(workers, count)) {
        group.addTask {
          var own: [(Int, Result)] = []
          while true {
            guard let i = counter.next(below: count) else { return own }
            try Task.checkCancellation()
            own.append((i, try piece(i)))
            reporter.progress(of: name, counter.finished(), of: count)
          }
        }
      }
      var results = [Result?](repeating: nil, count: count)
      for try await own in group {
        for (i, result) in own { results[i] = result }
      }
      return results.compactMap { $0 }
    }
  }
}

/// Which pieces have been taken, and how many are done.
private final class WorkCounter: Sendable {
  private let taken = Atomic(0)
  private let done = Atomic(0)

  /// The next piece; nil where none is left.
  func next(below count: Int) -> Int? {
    let i = taken.wrappingAdd(1, ordering: .relaxed).oldValue
    return i < count ? i : nil
  }

  /// How many pieces are done with one more.
  func finished() -> Int { done.wrappingAdd(1, ordering: .relaxed).newValue }
}
