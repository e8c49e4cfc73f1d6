import DescentKit
import Foundation
import Testing

@testable import DescentCommand
@testable import Output
@testable import Rendering

/// What a folder holds is said in words, so that another race in its place can be told.
struct ReplacementTests {
  @Test(arguments: [
    (
      "booth --optimizer sgd,adam:lr=0.1 --start 1,2",
      "the race of sgd, adam:lr=0.1 on booth, start (1, 2), 3 steps"
    ),
    (
      "booth --optimizer sgd --seed 4 --start 1,2",
      "the race of sgd on booth, start (1, 2), 3 steps, seed 4"
    ),
    ("booth --optimizer sgd --starts grid:2x2", "the race of sgd on booth, 4 runs, 3 steps"),
    (
      "booth beale --optimizer sgd --start 1,2",
      "the race of sgd on booth, start (1, 2), 3 steps, and the race of sgd on beale, start "
        + "(1, 2), 3 steps"
    ),
  ])
  func racesAreSummedUp(line: String, subject: String) async throws {
    let path = NSTemporaryDirectory() + "descent-subject-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let words = "race \(line) --steps 3 --size 480x360 --format sheet --output \(path)"
    let race = try #require(
      try Descent.parseAsRoot(words.split(separator: " ").map(String.init)) as? Race)
    try await race.run()
    #expect(try OutputManifest(of: URL(filePath: path))?.subject == subject)
    // Drawn again it is the same race.
    let again = "render \(path)/trajectories.json --size 600x360 --format sheet --output \(path)"
    let render = try #require(
      try Descent.parseAsRoot(again.split(separator: " ").map(String.init)) as? Render)
    try await render.run()
    #expect(try OutputManifest(of: URL(filePath: path))?.subject == subject)
  }
}
