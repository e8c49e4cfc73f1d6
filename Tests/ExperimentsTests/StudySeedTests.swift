import Objectives
import Optimizers
import Specifications
import Testing

@testable import Experiments

/// A run that is the same with every seed is made once for some of them; what comes out is what
/// each of the runs would have been.
struct StudySeedTests {
  private static let specifications = [
    "rosenbrock", "noisy(sphere,sigma=0.1)", "mean((y-a*x1^2)^2,batch=5)", "logistic-regression",
  ]

  @Test(arguments: specifications, [1, 2])
  func runsOfAllSeedsAreThoseMadeAlone(specification: String, workers: Int) async throws {
    let study = Experiments.Study(
      functions: [try FunctionName.function(specification), try FunctionName.function("beale")],
      optimizers: try GivenOptimizer.list("adam:lr=0.1,svrg:lr=0.01,bfgs"),
      starts: [.standard, .random(1)], seeds: 3,
      plan: Experiments.Study.plan(Budget(steps: 20), seed: 5))
    let runs = try await study.run(workers: workers)
    #expect(runs.count == study.count)
    for (i, run) in runs.enumerated() {
      let alone = study.cell(i).run(version: DescentVersion.current)
      // NaN, as a rate before the first step, is not equal to itself.
      #expect("\(run.trajectory.json)" == "\(alone.trajectory.json)")
      #expect(run.key == alone.key)
      #expect(run.trajectory.seed == 5 + UInt64(i % 3))
    }
  }

  /// Where answers depend on the seed, so do the runs.
  @Test(arguments: ["noisy(sphere,sigma=0.1)", "mean((y-a*x1^2)^2,batch=5)"])
  func randomFunctionsHaveARunASeed(specification: String) async throws {
    let study = Experiments.Study(
      functions: [try FunctionName.function(specification)],
      optimizers: try GivenOptimizer.list("adam:lr=0.1"), seeds: 4,
      plan: Experiments.Study.plan(Budget(steps: 20)))
    let runs = try await study.run()
    #expect(Set(runs.map { $0.trajectory.values.last }).count == 4)
  }
}
