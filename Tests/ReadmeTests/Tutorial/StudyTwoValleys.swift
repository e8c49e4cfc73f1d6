import DescentKit

/// From which share of twenty starts each method comes within 1e-6 of a minimum with at most 200
/// gradients.
func studyTwoValleys() async throws -> [(name: String, share: Double)] {
  let study = Study(
    functions: [TwoValleys()], optimizers: try GivenOptimizer.list("adam:lr=0.1,bfgs"),
    starts: try StudyStarts(spelling: "random:20").starts, plan: Study.plan(Budget(steps: 500)))
  let table = StudyTable(try await study.run(workers: 2))
  let times = HittingTimes(table, to: TargetSet(.absolute, [1e-6]), on: .gradients)
  return zip(table.optimizers, times.dataProfiles()).map { ($0, $1.share(at: 200)) }
}
