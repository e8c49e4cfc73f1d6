import DescentKit
import Testing

/// Paths that were made elsewhere stand in a race beside ours.
@Suite struct RecordedPathTests {
  private func path(on function: String, _ text: String = "x,y\n1,1\n3,0.5\n") throws -> Trajectory
  {
    let source = ImportSource(["my method.csv": Array(text.utf8)])
    return try ImportRequest(source, function: function).read().runs[0].trajectory
  }

  @Test func aRaceOfPathsIsReadAgain() throws {
    let race = try #require(try RacePlan("beale", optimizers: "adam", steps: 3).run().first)
    let both = try RaceRecording(paths: [path(on: "beale")], beside: race)
    let text = "\(both.json)"
    let read = try RaceRecording(reading: JSONReader(try JSON(parsing: Array(text.utf8))))
    #expect(read.entrants.map { $0[0].optimizer.description } == ["adam", "my-method"])
    #expect(read.entrants[1][0].title == "my method")
    #expect(read.entrants[1][0].point(1) == [3, 0.5])
  }

  @Test func pathsOnAnotherFunctionAreRefused() throws {
    let race = try #require(try RacePlan("beale", optimizers: "adam", steps: 3).run().first)
    let error = #expect(throws: SpecificationError.self) {
      try RaceRecording(paths: [path(on: "booth")], beside: race)
    }
    #expect(error?.description == "a path is on booth; expected beale, as the others are")
  }
}
