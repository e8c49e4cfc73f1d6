import Foundation

/// Seconds of the processor, so that what else a machine does is not counted.
enum ProcessorTime {
  /// The least of so many times, after one that warms up.
  static func leastSeconds(of count: Int, _ work: () throws -> Void) rethrows -> Double {
    try work()
    var least = Double.infinity
    for _ in 0..<count {
      let start = clock()
      try work()
      least = min(least, Double(clock() - start) / Double(CLOCKS_PER_SEC))
    }
    return least
  }
}
