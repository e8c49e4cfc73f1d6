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
    public enum Reason: String, Error, CaseIterable {
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
    let cells = table.problems.indices.map { p in
      let isTold = table.optimizers.indices.contains { o in
        table[p, o].contains { axis.isKnown(of: $0.trajectory) }
      }
      return table.optimizers.indices.map { o in
        table[p, o].enumerated().map { place, run in
          Self.times(run, place, targets, lowest[run.problem], on: axis, isTold, per: unit)
        }
      }
    }
    let told = cells.map { row in row.map { $0.compactMap { try? $0.get() } } }
    let rows = told.indices.filter { row in told[row].contains { !$0.isEmpty } }
    grid = StudyGrid(
      rows.map { table.problems[$0] }, table.optimizers, rows.map { told[$0] })
    leftOut = table.problems.indices.flatMap { p in
      table.optimizers.indices.flatMap { o in
        Self.leftOut(cells[p][o], table.problems[p], table.optimizers[o])
      }
    }
  }

  /// - Parameters:
  ///   - lowest: the lowest value that any run found on the problem; nil for none.
  ///   - isTold: whether any run of the problem tells the axis; one that could not make a step is
  ///     a failure on it then.
  private static func times(
    _ run: StudyRun, _ place: Int, _ targets: TargetSet, _ lowest: Double?, on axis: WorkAxis,
    _ isTold: Bool, per unit: WorkUnit
  ) -> Result<RunTimes, LeftOut.Reason> {
    let run = run.trajectory
    guard run.count > 0 else { return .failure(.empty) }
    guard let goal = RunTimes.Goal(targets.scale, of: run, lowest: lowest) else {
      return .failure(.unknownMinimum)
    }
    guard axis.isKnown(of: run) || isTold && run.steps.last == 0 else {
      return .failure(.unknownWork)
    }
    return .success(RunTimes(run, targets, goal, on: axis, per: unit, place: place))
  }

  private static func leftOut(
    _ cell: [Result<RunTimes, LeftOut.Reason>], _ problem: StudyProblem, _ optimizer: String
  ) -> [LeftOut] {
    LeftOut.Reason.allCases.compactMap { reason in
      let count = cell.count { run in
        if case .failure(reason) = run { true } else { false }
      }
      return count == 0
        ? nil : LeftOut(problem: problem, optimizer: optimizer, reason: reason, count: count)
    }
  }
}
