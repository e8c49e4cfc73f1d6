import DescentKit
import Foundation
import Testing

@testable import DescentCommand

@Suite struct OverlayCommandTests {
  private func race(_ more: String, into path: String) async throws {
    let line = "race booth --optimizer momentum,bfgs --steps 4 --size 480x360 --title none"
    let words = "\(line) \(more) --output \(path)".split(separator: " ").map(String.init)
    let command = try #require(try Descent.parseAsRoot(words) as? Race)
    try await command.run()
  }

  private func render(_ more: String, from path: String) async throws {
    let words = "render \(path)/trajectories.json --size 480x360 --title none \(more)"
    let command = try #require(
      try Descent.parseAsRoot(words.split(separator: " ").map(String.init)) as? Render)
    try await command.run()
  }

  /// Details are recorded where an overlay needs them, read again, and missed where there are none.
  @Test(arguments: [
    ("", false), ("--overlay tails,step,rate", false), ("--overlay rate --overlay matrix", true),
    ("--overlay gradient,momentum", true),
  ])
  func detailsAreRecordedWhereNeeded(options: String, isDetailed: Bool) async throws {
    let path = NSTemporaryDirectory() + "descent-overlay-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try await race(options, into: path)
    let recording = try Render.recordings("\(path)/trajectories.json")
    let counts = recording.flatMap(\.trajectories).map { ($0.details.count, $0.count) }
    for (details, entries) in counts { #expect(details == (isDetailed ? entries : 0)) }
    let again = "--overlay trials,step --output \(path)"
    if isDetailed {
      let frame = try Data(contentsOf: URL(fileURLWithPath: "\(path)/frame-0013.png"))
      try await render("\(options) --output \(path)", from: path)
      let again = try Data(contentsOf: URL(fileURLWithPath: "\(path)/frame-0013.png"))
      #expect(again == frame)
    } else {
      let error = await #expect(throws: SettingError.self) {
        try await render(again, from: path)
      }
      #expect(error?.description.contains("overlay trials") == true)
    }
  }

  @Test(arguments: ["gradients", "momentun", "stp"])
  func unknownOverlaysSuggest(name: String) throws {
    let error = #expect(throws: (any Error).self) {
      try Descent.parseAsRoot(["race", "--overlay", name])
    }
    let message = Failure.describe(try #require(error)).message
    let near = ["gradients": "gradient", "momentun": "momentum", "stp": "step"]
    let suggestion = try #require(near[name])
    #expect(message.contains(suggestion))
  }

  @Test func graphsHaveNoEllipses() async throws {
    let path = NSTemporaryDirectory() + "descent-graph-overlay-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    func race(_ overlays: String) async throws {
      let command = try #require(
        try Descent.parseAsRoot([
          "race", "x^4-x", "--optimizer", "bfgs", "--steps", "3", "--overlay", overlays, "--output",
          path,
        ]) as? Race)
      try await command.run()
    }
    let error = await #expect(throws: SettingError.self) { try await race("step,matrix") }
    #expect(error?.description.contains("overlay matrix") == true)
    #expect(!FileManager.default.fileExists(atPath: path))
    try await race("step,gradient,directions")
    #expect(FileManager.default.fileExists(atPath: path))
  }
}
