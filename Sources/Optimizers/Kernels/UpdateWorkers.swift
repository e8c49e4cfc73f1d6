import Dispatch

/// How many threads share the update of a large iterate.
///
/// One unless a task says otherwise: `UpdateWorkers.$count.withValue(2) { try descend(…) }`. The
/// digits are the same for any number, since components are independent of each other.
public enum UpdateWorkers {
  @TaskLocal public static var count = 1

  /// The least number of components for which a second thread is worth its start.
  static let leastComponents = 1 << 16

  /// Calls `body` with ranges that make up 0..<n, on several threads where n is large.
  @inline(__always)
  static func split(_ n: Int, _ body: (_ start: Int, _ count: Int) -> Void) {
    n < leastComponents ? body(0, n) : splitLarge(n, body)
  }

  private static func splitLarge(_ n: Int, _ body: (_ start: Int, _ count: Int) -> Void) {
    let workers = max(1, min(count, 64))
    guard workers > 1 else { return body(0, n) }
    // Whole cache lines, so that no two threads write to one.
    let share = (n / workers + 8) & ~7
    withoutActuallyEscaping(body) { body in
      // The ranges are disjoint, and all are done when this returns.
      nonisolated(unsafe) let body = body
      DispatchQueue.concurrentPerform(iterations: workers) { worker in
        let start = min(worker * share, n)
        body(start, min(share, n - start))
      }
    }
  }
}
