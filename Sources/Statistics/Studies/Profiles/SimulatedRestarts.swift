import LinearAlgebra
import Specifications

/// Runs that are started again until one succeeds, simulated by drawing among those that were made:
/// the time is that of all drawn, up to and with the first success (N. Hansen, A. Auger, S. Finck
/// and R. Ros, INRIA research report 7215, 2010, section 4; cocopp's
/// `DataSet.evals_with_simulated_restarts`).
///
/// First every run is drawn once, in an order by chance, and again so until the sample is full;
/// what follows a failure is drawn from all alike. Where none succeeds the sample is infinite.
public struct SimulatedRestarts: Hashable, Sendable {
  /// Of the draws. They depend on it and on the names of problem and optimizer alone.
  public var seed: UInt64
  /// The sample has the least multiple of the number of runs that is not below this.
  public var least: Int

  /// - Parameter least: 1 or more; 45 is cocopp's.
  public init(seed: UInt64 = 0, least: Int = 45) {
    (self.seed, self.least) = (seed, least)
  }

  /// The simulated times to a target.
  ///
  /// - Parameter runs: at least one.
  func times(_ runs: [RunTimes], target: Int, _ stream: inout RandomStream) -> [Double] {
    let size = (least + runs.count - 1) / runs.count * runs.count
    guard runs.contains(where: { $0.times[target].isFinite }) else {
      return Array(repeating: .infinity, count: size)
    }
    guard runs.contains(where: { $0.times[target].isInfinite }) else {
      return (0..<size).map { runs[$0 % runs.count].times[target] }
    }
    var times: [Double] = []
    while times.count < size {
      for first in stream.shuffled(runs) {
        var (run, sum) = (first, 0.0)
        while run.times[target].isInfinite {
          sum += run.spent
          run = runs[stream.below(runs.count)]
        }
        times.append(sum + run.times[target])
      }
    }
    return times
  }

  /// That of a cell.
  func stream(problem: String, optimizer: String) -> RandomStream {
    let name = Checksum.text(of: "\(problem) \(optimizer)")
    return RandomStream(seed: seed, stream: UInt64(name, radix: 36) ?? 0)
  }
}
