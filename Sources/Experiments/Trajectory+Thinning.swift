import LinearAlgebra

extension Trajectory {
  /// The same run with some of its entries alone.
  ///
  /// - Parameter entries: ascending places, the first and the last of all among them.
  func keeping(_ entries: [Int]) -> Trajectory {
    var run = self
    (run.steps, run.learningRates, run.cumulated) = (IntegerColumn(), RealColumn(), CountColumns())
    for i in entries {
      run.steps.append(steps[i])
      run.learningRates.append(learningRates[i])
      run.cumulated.append(cumulated[i])
    }
    run.values = entries.map { values[$0] }
    run.gradientNorms = entries.map { gradientNorms[$0] }
    if keepsIterates { run.coordinates = entries.flatMap(point) }
    if !evaluationCoordinates.isEmpty {
      run.evaluationCoordinates = entries.flatMap(evaluationPoint)
    }
    if !details.isEmpty { run.details = entries.map { details[$0] } }
    if !seconds.isEmpty { run.seconds = entries.map { seconds[$0] } }
    for figure in figures.indices {
      run.figures[figure].values = entries.map { figures[figure].values[$0] }
    }
    return run
  }
}

extension StudyRun {
  /// The same run with some of its entries alone: those that tell what is wanted of it, where there
  /// are too many runs for all.
  ///
  /// - Parameter entries: ascending places, the first and the last of all among them.
  package func keeping(_ entries: [Int]) -> StudyRun {
    StudyRun(
      problem, name: name, plan: plan, basis: basis, trajectory: trajectory.keeping(entries),
      version: version, revision: revision)
  }
}
