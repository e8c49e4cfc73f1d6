import DescentKit

/// Four methods on the two valleys, as pictures and a recording in a folder.
func raceTwoValleys(into folder: String) async throws {
  try await extending(functions: [TwoValleys.self]) {
    let race = try RacePlan(
      "two-valleys", optimizers: "sgd:lr=0.02,momentum:lr=0.02,adam:lr=0.1,newton", steps: 120
    ).run()
    try await RaceDrawing(race).write(into: folder)
  }
}
