import ArgumentParser
import DescentKit
import Foundation
import Testing

@testable import DescentCommand

/// A recorded race is drawn again without being run.
@Suite struct RenderTests {
  /// A folder that is removed afterwards.
  private func inFolder(_ body: (String) async throws -> Void) async throws {
    let path = NSTemporaryDirectory() + "descent-render-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try await body(path)
  }

  private func run(_ arguments: [String]) async throws {
    var command = try Descent.parseAsRoot(arguments)
    if var asynchronous = command as? any AsyncParsableCommand {
      try await asynchronous.run()
    } else {
      try command.run()
    }
  }

  @Test(arguments: [
    ["booth", "--optimizer", "sgd,newton", "--clock", "gradients"],
    ["x^4-x^2", "--optimizer", "adam,newton", "--title", "x"],
    ["rosenbrock:n=4", "--optimizer", "adam,bfgs", "--title", "x", "--plane", "principal"],
    ["x^4+y^2", "--optimizer", "adam", "--title", "none", "--layout", "grid"],
    ["saddle", "--optimizer", "sgd:lr=5,momentum", "--start", "1,1e-300"],
  ])
  func theFilmIsThatOfTheRace(_ race: [String]) async throws {
    try await inFolder { path in
      let drawing = ["--size", "640x480"] + race.drop { $0 != "--title" }
      let run = race.prefix { $0 != "--title" } + ["--steps", "6", "--output", path + "/race"]
      try await self.run(["race"] + run + drawing)
      try await self.run(
        ["render", path + "/race/trajectories.json", "--output", path + "/again"] + drawing)
      let names = try FileManager.default.contentsOfDirectory(atPath: path + "/race").sorted()
      #expect(names.count > 6)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: path + "/again").sorted() == names)
      for name in names {
        #expect(
          FileManager.default.contentsEqual(
            atPath: "\(path)/race/\(name)", andPath: "\(path)/again/\(name)"), "\(name)")
      }
    }
  }

  @Test func aMissingFileIsSaid() async throws {
    let error = await #expect(throws: (any Error).self) {
      try await run(["render", "/nowhere/trajectories.json"])
    }
    #expect(Failure.describe(try #require(error)).code == 66)
  }

  static let sample = """
    {"function":"booth","clock":"steps","budget":"1 steps","trajectories":[{"function":"booth",\
    "dimension":2,"optimizer":"sgd","title":"SGD","seed":0,"minimum":0,"start":[0,0],\
    "outcome":"budget spent","reason":"1 steps","stationaryPoint":null,"counts":{"values":0,\
    "gradients":1,"hessians":0,"products":0,"samples":0},"step":[0,1],"x":[[0,0],[0.3,0.3]],\
    "value":[74,60],"excess":[74,60],"gradientNorm":[40,30],"gradients":[0,1],"values":[0,0],\
    "hessians":[0,0],"products":[0,0],"learningRate":[0.01,0.01]}]}
    """

  @Test(arguments: [
    ("{", "{{", "line 1, column 2: expected a key in quotes"),
    ("\"trajectories\":[{", "\"trajectories\":[],\"other\":[{", "no trajectories; expected one"),
    ("\"x\":", "\"y\":", "trajectories[0]: 'x' is missing"),
    ("[0.3,0.3]", "[0.3,\"a\"]", "trajectories[0].x[1][1]"),
    ("[0.3,0.3]", "[0.3]", "trajectories[0].x[1]: 1 numbers; expected 2"),
    ("\"seed\":0", "\"seed\":-1", "trajectories[0].seed"),
    ("\"step\":[0,1]", "\"step\":0", "trajectories[0].step: expected an array"),
    ("\"clock\":\"steps\"", "\"clock\":\"hours\"", "clock: 'hours' is unknown; expected one of"),
    ("{\"function\":\"booth\"", "{\"function\":\"boot\"", "did you mean booth"),
    ("{\"function\":\"booth\",\"clock\"", "{\"function\":\"beale\",\"clock\"", "expected 'beale'"),
  ])
  func badDataAreNamed(_ right: String, _ wrong: String, _ message: String) async throws {
    try await inFolder { path in
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true)
      let file = path + "/trajectories.json"
      let range = try #require(Self.sample.range(of: right))
      let text = Self.sample.replacingCharacters(in: range, with: wrong)
      try Data(text.utf8).write(to: URL(fileURLWithPath: file))
      let error = #expect(throws: (any Error).self) { try Render.recordings(file) }
      let (code, said) = Failure.describe(try #require(error))
      #expect(code == 65)
      #expect(said.hasPrefix(file) && !said.contains("\n"))
      #expect(said.contains(message), "\(said)")
      try Data(Self.sample.utf8).write(to: URL(fileURLWithPath: file))
      #expect(try Render.recordings(file).map(\.trajectories.count) == [1])
    }
  }
}
