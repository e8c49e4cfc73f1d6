import Experiments

/// When each run of a study reached each target: what all measures of studies are computed from.
///
/// A problem none of whose runs can be told is left out; so is each such run of others.
public struct HittingTimes: Sendable {
  /// What runs had to reach.
  public let targets: TargetSet
  /// What work is counted in.
  public let axis: WorkAxis
  /// By what it is divided.
  public let unit: WorkUnit
  /// The runs that could be told.
  public let grid: StudyGrid<RunTimes>
  /// Those that could not.
  public let leftOut: [LeftOut]

  /// Runs of one cell of the table that cannot be told, for one reason.
  public struct LeftOut: Hashable, Sendable {
    /// What was descended.
    public let problem: StudyProblem
    /// What its user calls the optimizer.
    public let optimizer: String
    /// Why they cannot.
    public let reason: Reason
    /// How many they are.
    public let count: Int

    /// Why a run cannot be told.
    public enum Reason: String, Sendable, CaseIterable {
      /// The targets are relative to min f.
      case unknownMinimum = "the minimum is not known"
      /// As time, of runs that were not timed.
      case unknownWork = "the run does not tell its work on this axis"
      /// It has not even its start.
      case empty = "nothing was recorded"
    }
  }

  /// - Parameters:
  ///   - table: the runs at hand; leave optimizers and problems out there.
  ///   - targets: what runs have to reach.
  ///   - axis: what work is counted in.
  ///   - unit: by what it is divided.
  public init(
    _ table: StudyTable, to targets: TargetSet, on axis: WorkAxis, per unit: WorkUnit = .plain
  ) {
    (self.targets, self.axis, self.unit) = (targets, axis, unit)
    let lowest = targets.scale == .found ? table.lowestValues : [:]
    var told: [[[RunTimes]]] = []
    var leftOut: [LeftOut] = []
    for p in table.problems.indices {
      var row: [[RunTimes]] = []
      for (o, optimizer) in table.optimizers.enumerated() {
        var times: [RunTimes] = []
        var reasons: [LeftOut.Reason: Int] = [:]
        for (place, run) in table[p, o].enumerated() {
          let trajectory = run.trajectory
          if trajectory.count == 0 {
            reasons[.empty, default: 0] += 1
          } else if let goal = RunTimes.Goal(
            targets.scale, of: trajectory, lowest: lowest[run.problem])
          {
            if axis.isKnown(of: trajectory) {
              times.append(
                RunTimes(trajectory, targets, goal, on: axis, per: unit, place: place))
            } else {
              reasons[.unknownWork, default: 0] += 1
            }
          } else {
            reasons[.unknownMinimum, default: 0] += 1
          }
        }
        row.append(times)
        leftOut += LeftOut.Reason.allCases.compactMap { reason in
          reasons[reason].map {
            LeftOut(
              problem: table.problems[p], optimizer: optimizer, reason: reason, count: $0)
          }
        }
      }
      told.append(row)
    }
    let rows = told.indices.filter { row in told[row].contains { !$0.isEmpty } }
    grid = StudyGrid(
      rows.map { table.problems[$0] }, table.optimizers, rows.map { told[$0] })
    self.leftOut = leftOut
  }

  /// The same of other runs.
  init(_ times: HittingTimes, _ grid: StudyGrid<RunTimes>) {
    (targets, axis, unit) = (times.targets, times.axis, times.unit)
    (self.grid, leftOut) = (grid, times.leftOut)
  }
}
