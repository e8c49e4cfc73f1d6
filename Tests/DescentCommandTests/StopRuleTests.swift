import ArgumentParser
import DescentKit
import Testing

@testable import DescentCommand

/// The commands end a run by the same rules, so that it ends alike in all of them.
struct StopRuleTests {
  @Test(arguments: [
    ([], StopRules(idleSteps: 100)), (["--idle-steps", "7"], StopRules(idleSteps: 7)),
    (["--target", "0.1"], StopRules(targetExcess: 0.1, idleSteps: 100)),
    (["--gradient-tolerance", "1e-3"], StopRules(gradientNorm: 1e-3, idleSteps: 100)),
  ])
  func runsEndAlike(options: [String], rules: StopRules) throws {
    let function = try FunctionName.function("booth")
    func command<Command: ParsableCommand>(_ name: String) throws -> Command {
      try #require(try Descent.parseAsRoot([name, "booth"] + options) as? Command)
    }
    let (run, measure, race) = (
      try command("run") as RunCommand, try command("measure") as Measure,
      try command("race") as Race
    )
    #expect(try run.plan(for: function).stopRules == rules)
    #expect(try measure.plan(for: function).stopRules == rules)
    #expect(try race.request().plan().problems.map(\.plan.stopRules) == [rules])
  }
}
