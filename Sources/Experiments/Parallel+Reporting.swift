import Dispatch
import Output
import Synchronization

extension Parallel {
  /// The results of the pieces 0 to `count` − 1, in their order, as work that tells how far it is
  /// and can be cancelled.
  ///
  /// - Parameters:
  ///   - workers: how many pieces are done at a time, 1 or more.
  ///   - name: what the reporter calls the work.
  /// - Throws: what the first piece that fails throws, and `CancellationError`.
  package static func results<Result: Sendable>(
    of count: Int, workers: Int, named name: String, reporter: any Reporter,
    _ piece: @escaping @Sendable (Int) throws -> Result
  ) async throws -> [Result] {
    let stop = StopSign()
    defer { reporter.finish(name) }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        // Beside the threads on which tasks run, which are not to wait for it.
        DispatchQueue.global().async {
          continuation.resume(
            with: Swift.Result {
              try map(
                Array(0..<count), workers: workers,
                { reporter.progress(of: name, $0, of: count) }
              ) { i in
                if stop.isUp { throw CancellationError() }
                return try piece(i)
              }
            })
        }
      }
    } onCancel: {
      stop.raise()
    }
  }
}

/// Up once work is not wanted any more.
private final class StopSign: Sendable {
  private let state = Atomic(false)

  var isUp: Bool { state.load(ordering: .relaxed) }

  func raise() { state.store(true, ordering: .relaxed) }
}
