import Experiments

/// The runs of optimizers on one function, and what they come to: a study of one function.
///
///     let study = Study(functions: [function], optimizers: optimizers, seeds: 50, plan: plan)
///     let groups = try await study.results(workers: 2).groups
///     let measured = MeasuredRuns(zip(optimizers.map(\.specification.description), groups).map {
///       (name: $0, runs: $1) })
public struct MeasuredRuns: Sendable {
  /// In the order of the optimizers.
  public let groups: [Group]
  /// What runs had to reach.
  public let targets: TargetSet
  /// What work is counted in.
  public let axis: WorkAxis
  private let table: StudyTable

  /// The runs of one optimizer.
  public struct Group: Sendable {
    /// What its user calls it.
    public let name: String
    /// At least one; they differ in seed and start.
    public let runs: [StudyRun]
    /// What they come to, whatever their start.
    public let summary: SeedSummary

    /// The recordings.
    public var trajectories: [Trajectory] { runs.map(\.trajectory) }
  }

  /// - Parameters:
  ///   - groups: what users call the optimizers, and the runs of each, at least one.
  ///   - targets: what runs had to reach; relative ones are each start's own.
  ///   - axis: what work is counted in.
  public init(
    _ groups: [(name: String, runs: [StudyRun])], to targets: TargetSet = .usual,
    on axis: WorkAxis = .steps
  ) {
    let table = StudyTable(columns: groups)
    let times = Self.times(table, to: targets, on: axis)
    (self.targets, self.axis, self.table) = (targets, axis, table)
    self.groups = zip(groups, times).map { group, times in
      Group(
        name: group.name, runs: group.runs,
        summary: SeedSummary(group.runs.map(\.trajectory), times))
    }
  }

  /// When the runs of each optimizer reached the targets, on another axis.
  public func times(on axis: WorkAxis) -> [[RunTimes]] {
    Self.times(table, to: targets, on: axis)
  }

  /// Those of each optimizer from all starts.
  private static func times(
    _ table: StudyTable, to targets: TargetSet, on axis: WorkAxis
  ) -> [[RunTimes]] {
    let grid = HittingTimes(table, to: targets, on: axis).grid
    return table.optimizers.indices.map { o in
      grid.problems.indices.flatMap { grid[$0, o] }
    }
  }
}
