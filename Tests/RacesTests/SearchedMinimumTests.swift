import Experiments
import JSON
import Objectives
import Races
import Testing

/// Races of an expression know its minimum, however the function comes into the race.
@Suite struct SearchedMinimumTests {
  private static let text = "(x-1)^2+3"

  private func expectKnown(_ function: (any TestFunction)?) {
    #expect(function?.minimum == 3 && function?.minimizers == [[1]])
  }

  @Test func inPlansByName() throws {
    let plan = try RacePlan(Self.text, optimizers: "sgd:lr=0.1", steps: 2)
    expectKnown(plan.problems.first?.function)
  }

  @Test func inRecordingsThatAreRead() throws {
    let plan = try RacePlan(Self.text, optimizers: "sgd:lr=0.1", steps: 2)
    let written = try #require(plan.run().first)
    #expect(written.trajectories.map(\.minimum) == [3])
    let json = try JSON(parsing: Array(written.json.description.utf8))
    expectKnown(try RaceRecording(reading: JSONReader(json)).function)
  }

  @Test func inRaceFiles() throws {
    let file = try RaceFile("function: \(Self.text)\noptimizer: sgd", path: "race.yaml")
    expectKnown(file.request.functions?.first)
  }
}
