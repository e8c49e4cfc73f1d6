import JSON
import Objectives
import Optimizers
import Testing

@testable import Experiments

struct TimeTests {
  private func run(
    _ optimizer: String, budget: Budget = Budget(steps: 30), cadence: Cadence = .all,
    isTimed: Bool = true
  ) throws -> Trajectory {
    var plan = Plan(budget: budget, cadence: cadence)
    plan.isTimed = isTimed
    return try descend(Rosenbrock(), with: OptimizerCatalogue.settings(optimizer), plan: plan)
  }

  /// All but the times is the same, to the digit, whatever ends the run.
  @Test(arguments: OptimizerCatalogue.names)
  func timingChangesNothingElse(_ name: String) throws {
    for budget in [Budget(steps: 30), Budget(gradients: 17)] {
      let plain = try run(name, budget: budget, isTimed: false)
      var timed = try run(name, budget: budget)
      #expect(plain.seconds.isEmpty)
      #expect(timed.seconds.count == timed.count)
      #expect(zip(timed.seconds, timed.seconds.dropFirst()).allSatisfy { $0 <= $1 })
      #expect(timed.seconds.first == 0 && (timed.count == 1 || timed.seconds.last ?? 0 > 0))
      timed.seconds = []
      #expect(timed.json.description == plain.json.description)
    }
  }

  @Test(arguments: [Cadence.logarithmic, .steps([3, 4, 11])])
  func everyEntryHasATime(cadence: Cadence) throws {
    let timed = try run("bfgs", budget: Budget(steps: 20), cadence: cadence)
    #expect(timed.seconds.count == timed.count && timed.count < 20)
  }

  /// More work takes more time: a hundred times the steps at least ten times as long.
  @Test func timesGrowWithTheWork() throws {
    let long = try run("adam", budget: Budget(steps: 20_000))
    #expect(long.seconds[20_000] > 10 * long.seconds[200])
  }

  @Test func timesAreReadAsTheyWereWritten() throws {
    let written = try run("adam")
    let json = try JSON(parsing: Array(written.json.description.utf8))
    #expect(try Trajectory(reading: JSONReader(json)) == written)
  }

  @Test(arguments: ["[]", "[0,1]", "[0,2,1]", "[-1,0,1]", "[0,1,\"inf\"]", "[0,1,2e9]"])
  func otherTimesAreErrors(_ times: String) throws {
    var trajectory = try run("sgd", budget: Budget(steps: 2))
    trajectory.seconds = [0, 1, 2]
    let text = trajectory.json.description
    #expect(text.contains("\"seconds\":[0,1,2]"))
    let broken = text.replacing("\"seconds\":[0,1,2]", with: "\"seconds\":\(times)")
    let json = try JSON(parsing: Array(broken.utf8))
    #expect(throws: JSONError.self) { try Trajectory(reading: JSONReader(json)) }
  }
}
