import Experiments

/// Which excess of a run is told along the way.
public enum ExcessKind: String, Hashable, Sendable, CaseIterable {
  /// The lowest so far. A run that diverges keeps it.
  case best
  /// That of the iterate. A run that has diverged or failed counts as infinite.
  case current
}

extension StudyRun {
  /// The excess at each entry; nil where min f is not known.
  public func excesses(_ kind: ExcessKind) -> [Double]? {
    guard let minimum = trajectory.minimum else { return nil }
    let excesses = trajectory.values.map { $0 - minimum }
    guard kind == .best else { return excesses }
    var lowest = Double.infinity
    return excesses.map { excess in
      if excess.isFinite { lowest = min(lowest, excess) }
      return lowest
    }
  }
}

extension StudyGrid<StudyRun> {
  /// Median and quartiles of the excess of the runs of a cell against work; nil where no run tells
  /// both.
  public func excess(
    _ kind: ExcessKind, problem: Int, optimizer: Int, on axis: WorkAxis, per unit: WorkUnit = .plain
  ) -> RunBand<Double>? {
    let runs = self[problem, optimizer].compactMap { run -> RunBand<Double>.Run? in
      let trajectory = run.trajectory
      guard trajectory.count > 0, axis.isKnown(of: trajectory), let values = run.excesses(kind)
      else { return nil }
      let divisor = unit.divisor(dimension: trajectory.dimension)
      return RunBand.Run(
        clocks: values.indices.map { axis.work(of: trajectory, at: $0) / divisor }, values: values,
        isBroken: kind == .current && trajectory.isBroken)
    }
    return runs.isEmpty ? nil : RunBand(runs)
  }

  /// The lowest value that any of the runs found, by problem; none where none is finite.
  package var lowestValues: [StudyProblem: Double] {
    var lowest: [StudyProblem: Double] = [:]
    for run in elements {
      guard let value = run.trajectory.values.lazy.filter(\.isFinite).min() else { continue }
      lowest[run.problem] = min(lowest[run.problem] ?? .infinity, value)
    }
    return lowest
  }
}
