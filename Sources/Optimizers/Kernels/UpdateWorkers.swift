import Dispatch

/// How many threads share the update of a large iterate.
///
/// One unless a task says otherwise: `UpdateWorkers.$count.withValue(2) { try descend(…) }`. The
/// digits are the same for any number, since components are independent of each other.
public enum UpdateWorkers {
  /// How many threads, 1 or more.
  @TaskLocal public static var count = 1

  /// The least number of components for which a second thread is worth its start.
  static let leastComponents = 1 << 16

  /// Calls `body` with ranges that make up 0..<n, on several threads where n is large. All but the
  /// first begin where a cache line of `x` does.
  @inline(__always)
  static func split(
    _ n: Int, along x: UnsafeMutablePointer<Double>, _ body: (_ start: Int, _ count: Int) -> Void
  ) {
    guard n >= leastComponents else { return body(0, n) }
    let lead = componentsBeforeCacheLine(of: x)
    if lead > 0 { body(0, lead) }
    splitLines(lead..<n, body)
  }

  /// Registers as wide as a cache line are slow where each load takes a part of two.
  private static func componentsBeforeCacheLine(of x: UnsafeMutablePointer<Double>) -> Int {
    let line = 64
    return (line - Int(bitPattern: x) % line) % line / MemoryLayout<Double>.stride
  }

  private static func splitLines(
    _ range: Range<Int>, _ body: (_ start: Int, _ count: Int) -> Void
  ) {
    let workers = max(1, min(count, 64))
    guard workers > 1 else { return body(range.lowerBound, range.count) }
    // Whole cache lines, so that no two threads write to one.
    let share = (range.count / workers + 8) & ~7
    withoutActuallyEscaping(body) { body in
      // The ranges are disjoint, and all are done when this returns.
      nonisolated(unsafe) let body = body
      DispatchQueue.concurrentPerform(iterations: workers) { worker in
        let start = min(range.lowerBound + worker * share, range.upperBound)
        body(start, min(share, range.upperBound - start))
      }
    }
  }

  /// Calls `body` with each of so many blocks, a run of them on each thread.
  @inline(__always)
  static func split(blocks: Int, worthwhile: Bool, _ body: (_ block: Int) -> Void) {
    let workers = worthwhile ? max(1, min(count, blocks, 64)) : 1
    guard workers > 1 else {
      for block in 0..<blocks { body(block) }
      return
    }
    withoutActuallyEscaping(body) { body in
      // Each block is taken once, and all are done when this returns.
      nonisolated(unsafe) let body = body
      DispatchQueue.concurrentPerform(iterations: workers) { worker in
        for block in (blocks * worker / workers)..<(blocks * (worker + 1) / workers) { body(block) }
      }
    }
  }
}
