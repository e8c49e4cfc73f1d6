import Objectives
import Optimizers
import Testing

@testable import Experiments

/// What is read off recorded crossings is what all steps would tell.
struct CrossingTests {
  /// COCO's 51 targets, 10^2 to 10^-8, and shares of the start's excess.
  private static let levels = (0...50).map { Crossings.absolute.rungs[20 + 4 * $0] }
  private static let shares = [1e-1, 1e-3, 1e-5, 1e-7]

  private static func times(_ run: Trajectory) throws -> [Int?] {
    let excesses = try (0..<run.count).map { try #require(run.excess($0)) }
    let goals = levels + shares.map { $0 * excesses[0] }
    return goals.map { goal in excesses.firstIndex { $0 <= goal }.map { run.steps[$0] } }
  }

  @Test(arguments: ["beale", "rosenbrock", "sphere:n=5", "bbob-f8:n=3", "himmelblau"])
  func timesAreExact(_ function: String) throws {
    let function = try FunctionName.function(function)
    for optimizer in ["bfgs", "adam:lr=0.1", "sgd:lr=0.0005", "cg", "momentum:lr=0.001"] {
      let settings = try OptimizerCatalogue.settings(optimizer)
      var plan = Study.plan(Budget(steps: 2000))
      let crossings = try descend(function, with: settings, plan: plan)
      plan.cadence = .all
      let all = try descend(function, with: settings, plan: plan)
      #expect(crossings.count <= all.count)
      #expect(try Self.times(crossings) == Self.times(all), "\(optimizer)")
    }
  }
}

struct DeadlineTests {
  @Test(arguments: [(0.02, "0.02 s"), (600, "600 s"), (0.001, "0.001 s"), (1e7, "10000000 s")])
  func limitsAreTold(seconds: Double, text: String) {
    #expect(Duration.seconds(seconds).text == text)
  }

  @Test func endsOnceTheTimeIsOver() {
    let deadline = Deadline(.milliseconds(5))
    let start = ContinuousClock.now
    while !deadline.isOver() {}
    let taken = ContinuousClock.now - start
    #expect(taken >= .milliseconds(5) && taken < .seconds(5))
    let late = Deadline(.seconds(1000))
    #expect((0..<10_000).allSatisfy { _ in !late.isOver() })
  }

  @Test(arguments: [false, true]) func endsWithItsTaskIfItIsToldTo(isCancellable: Bool) async {
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      let deadline = Deadline(.seconds(1000), isCancellable: isCancellable)
      return (0..<10_000).contains { _ in deadline.isOver() }
    }
    #expect(await task.value == isCancellable)
  }
}
