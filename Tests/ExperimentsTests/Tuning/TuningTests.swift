import Objectives
import Optimizers
import RealModule
import Specifications
import Testing

@testable import Experiments

/// Searches for settings, and what they find.
struct TuningTests {
  private static func request(
    _ optimizers: String, on functions: String, steps: Int = 100, trials: Int = 12,
    searches: Int = 1, by method: SearchMethod = .random
  ) throws -> TuningRequest {
    var request = TuningRequest()
    request.optimizers = try GivenOptimizer.list(optimizers)
    request.functions = try FunctionSelection(functions).functions
    request.run.steps = steps
    (request.trials, request.searches, request.method) = (trials, searches, method)
    return request
  }

  /// All that is told of a result.
  private static func text(_ result: TuningResult) -> String {
    result.optimizers.flatMap { tuned in
      tuned.searches.joined().map {
        "\($0.trial) \($0.evaluations) \($0.optimizer.specification) \($0.tuning) \($0.test)"
      }
    }.joined(separator: "\n")
  }

  @Test(arguments: SearchMethod.all.map(\.name))
  func workersChangeNothing(name: String) async throws {
    let tuning = try Self.request(
      "adam,bfgs,momentum:lr=0.001", on: "rosenbrock,beale,booth", searches: 2,
      by: SearchMethod(spelling: name)
    ).tuning()
    let one = try await tuning.run(workers: 1)
    let two = try await tuning.run(workers: 2)
    #expect(Self.text(one) == Self.text(two))
    for tuned in one.optimizers {
      #expect(tuned.searches.count == 2)
      for search in tuned.searches {
        #expect(search.map(\.trial) == Array(1...12))
        #expect(zip(search, search.dropFirst()).allSatisfy { $1.tuning <= $0.tuning })
        #expect(zip(search, search.dropFirst()).allSatisfy { $0.evaluations <= $1.evaluations })
        #expect(search[0].optimizer.specification == tuned.space.optimizer.specification)
      }
      #expect(tuned.tuned.tuning <= tuned.given.tuning)
    }
  }

  /// What is told of the best is what a study of the best says, and what it may not see is in no
  /// score of a trial.
  @Test func scoresAreThoseOfTheRunsThatAreKept() async throws {
    let tuning = try Self.request("sgd,adam", on: "rosenbrock,beale,booth,himmelblau").tuning()
    let result = try await tuning.run()
    let runs = try await tuning.testStudy(result).run()
    #expect(Set(runs.map(\.problem)) == Set(tuning.problems.test.problems))
    for tuned in result.optimizers {
      for point in [tuned.given, tuned.tuned] {
        let own = runs.filter { $0.trajectory.optimizer == point.optimizer.settings.specification }
        #expect(own.count == 2)
        let scores = own.map { run in
          Double.log10(
            max(1e-12, (run.trajectory.values.min() ?? 0) - (run.trajectory.minimum ?? 0)))
        }
        #expect(abs(scores.reduce(0, +) / 2 - point.test) <= 1e-12)
      }
    }
  }

  /// With a rate of 1/4 gradient descent on Σ xᵢ² halves x and quarters f in each step; with 0 it
  /// stays.
  @Test(arguments: [("sgd:lr=0.25", 3.0, true), ("sgd:lr=0", 200, false)])
  func scoresByHand(optimizer: String, work: Double, falls: Bool) async throws {
    var request = try Self.request(optimizer, on: "sphere:n=2", steps: 20, trials: 1)
    request.test = try FunctionSelection("sphere:n=3").functions
    let sphere = request.functions![0]
    let excess = sphere.value(at: sphere.start)
    let plain = try await request.tuning().run().optimizers[0]
    let expected = Double.log10(excess) - (falls ? 20 * .log10(4) : 0)
    #expect(abs(plain.given.tuning - expected) <= 1e-9)
    // A little above the third quarter.
    request.run.target = excess / 64 * 1.001
    let timed = try await request.tuning().run().optimizers[0]
    #expect(timed.given.tuning == work)
  }

  @Test func whatHasNothingToSearchRunsAsItIs() async throws {
    let result = try await Self.request("trf", on: "rosenbrock,beale", trials: 5).tuning().run()
    let points = result.optimizers[0].searches[0]
    #expect(points.count == 5)
    #expect(Set(points.map(\.evaluations)).count == 1)
  }

  @Test func wrongRequestsAreToldInALine() throws {
    func message(_ change: (inout TuningRequest) throws -> Void) throws -> String {
      var request = try Self.request("adam", on: "rosenbrock,beale")
      try change(&request)
      do {
        _ = try request.tuning()
        return ""
      } catch {
        return "\(error)"
      }
    }
    #expect(try message { _ in } == "")
    #expect(try message { $0.functions = [] }.hasPrefix("on is missing"))
    #expect(try message { $0.optimizers = nil }.contains("expected one or more"))
    #expect(
      try message { $0.ranges = [try SettingRange(spelling: "beta3=0..0.9")] }
        .contains("did you mean"))
    #expect(
      try message { $0.ranges = [try SettingRange(spelling: "beta1=0..2")] }
        .contains("beta1=2 is not accepted"))
    #expect(
      try message { $0.ranges = try ["lr=1..2", "lr=1..3"].map(SettingRange.init(spelling:)) }
        .contains("'lr' twice"))
    #expect(
      try message { request in
        request.functions = try FunctionSelection("mlp,beale").functions
        request.run.target = 0.1
      }.contains("needs a known minimum"))
  }

  /// Where δ is searched too, and may be large beside √s, Adam can do what momentum does: after as
  /// many trials it is not worse but for what differs between searches.
  @Test func tunedAdamIsNotWorseThanTunedMomentum() async throws {
    var request = try Self.request(
      "adam,momentum",
      on: "quadratic:n=5,condition=100,quadratic:n=5,condition=1000,rosenbrock,booth", steps: 200,
      trials: 60, searches: 5)
    request.ranges = [try SettingRange(spelling: "epsilon=1e-8..100")]
    let result = try await request.tuning().run(workers: 2)
    let found = result.optimizers.map { $0.searches.map { $0[59].tuning }.sorted() }
    #expect(found[0][2] <= found[1][3], "medians against upper quartiles: \(found)")
    // The settings that are usual are far behind.
    #expect(found[0][2] < result.optimizers[0].given.tuning - 1)
  }
}
