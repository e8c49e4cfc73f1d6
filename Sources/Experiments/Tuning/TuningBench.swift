import Output

/// Makes the runs of trials.
struct TuningBench: Sendable {
  let plan: Plan
  let score: TuningScore
  let workers: Int
  let reporter: any Reporter

  /// What trials come to on problems, in their order.
  func outcomes(
    _ trials: [PlannedTrial], on part: TuningProblems.Part
  ) async throws -> [TrialOutcome] {
    let studies = trials.map { trial in
      var plan = plan
      plan.budget = plan.budget.divided(by: trial.divisor)
      return Study(
        functions: part.functions, optimizers: [trial.optimizer], starts: part.starts, plan: plan)
    }
    let problems = part.functions.count * part.starts.count
    let score = score
    let runs = try await Parallel.results(
      of: trials.count * problems, workers: workers, named: "runs", reporter: reporter
    ) { i in
      let (trial, problem) = i.quotientAndRemainder(dividingBy: problems)
      let run = studies[trial].cell(problem).trajectory()
      return TrialOutcome(
        score: score.score(of: run, divisor: trials[trial].divisor),
        evaluations: run.counts.evaluations)
    }
    return trials.indices.map { trial in
      let own = runs[(trial * problems)..<((trial + 1) * problems)]
      return TrialOutcome(
        score: TuningScore.mean(own.map(\.score)),
        evaluations: own.reduce(0) { $0 + $1.evaluations })
    }
  }
}
