import RealModule

/// What a target costs an optimizer on a problem, by all its runs there.
public struct ExpectedTime: Hashable, Sendable {
  /// ERT: all that the runs spent until they reached the target, or in all where they did not, over
  /// the number of those that did; the mean where all did, infinite where none did (A. Auger and N.
  /// Hansen, "Performance evaluation of an advanced local search evolutionary algorithm", CEC
  /// 2005; N. Hansen, A. Auger, S. Finck and R. Ros, INRIA research report 7215, 2010).
  public let value: Double
  /// The runs that reached the target.
  public let reached: Proportion
  /// The quartiles of the times, where a run that did not reach the target took infinitely long.
  public let quartiles: Quartiles

  /// - Parameters:
  ///   - runs: at least one.
  ///   - target: the place of the target.
  public init(_ runs: [RunTimes], target: Int) {
    let times = runs.map { $0.times[target] }
    let successes = times.count(where: \.isFinite)
    let spent = runs.reduce(0) { $0 + min($1.times[target], $1.spent) }
    value = successes == 0 ? .infinity : spent / Double(successes)
    reached = Proportion(successes, of: runs.count)
    quartiles = Quartiles(times)
  }
}

extension HittingTimes {
  /// What a target costs an optimizer on a problem; nil where it was not run there.
  public func expectedTime(problem: Int, optimizer: Int, target: Int) -> ExpectedTime? {
    let runs = grid[problem, optimizer]
    return runs.isEmpty ? nil : ExpectedTime(runs, target: target)
  }
}
