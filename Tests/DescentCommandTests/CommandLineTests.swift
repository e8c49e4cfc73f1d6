import ArgumentParser
import DescentKit
import Foundation
import Testing

@testable import DescentCommand

/// Bad input gives a usage error before anything runs.
@Suite struct CommandLineTests {
  @Test(arguments: [
    "evaluate beal", "evaluate beale --at 1", "evaluate beale --at nan,1",
    "evaluate beale --at 1,x",
    "evaluate rosenbrock:n=0", "evaluate rosenbrock:k=3", "run beale --optimizer adm",
    "run beale --optimizer adam:lr=-1", "run beale --start inf,0", "run beale --steps -1",
    "run beale --budget zero", "run beale --budget grad=5", "run beale --record 1,x",
    "run beale --optimizer adam:lr=power(0.1,rr=2)", "run beale --optimizer adam:lr=0.1,lr=0.2",
    "show nothing", "show adam:bogus=1", "run saddle --target 0.1", "run beale --idle-steps 0",
    "run rosenbrock:n=1000000 --optimizer bfgs", "run beale --target -1", "run beale --format yaml",
    "list function",
  ])
  func isRefused(_ line: String) throws {
    let error = #expect(throws: (any Error).self) {
      var command = try Descent.parseAsRoot(line.split(separator: " ").map(String.init))
      try command.run()
    }
    let (code, message) = Failure.describe(try #require(error))
    #expect(code == 64)
    #expect(!message.isEmpty && !message.contains("\n"))
  }

  @Test(arguments: [
    "race rosenbrock:n=3 --plane x1,x4", "race --plane y1,y2", "race --plane coordinates:0,1",
    "race --plane points:0,0/1,1/2,2", "race --plane points:0,0,0/1,0,0/0,1,0",
    "race x^2 --plane principal", "race --size 10x10", "race --overlay gradients",
    "race --overlay step,momenta", "race --jobs 0", "race --fps 0",
    "race --fps 60 --format gif", "race --layout figure --overlay rate",
    "race --layout figure --width 20", "race --layout figure --size 4000x360 --width 60",
    "race --starts random:9000000000000000000", "race --starts grid:9223372036854775807x9",
    "race --color #+12345", "race --clock evaluations:gradients=0", "race --still 400",
    "race --still -1 --format svg", "race --still step:301 --format svg",
    "race --still gradient:3 --clock steps --format svg", "race --still minute:3 --format svg",
    "race --still step:x --format svg", "race --still step:-1 --format svg",
    "race --frames 30 --duration 3", "race --duration 3600 --fps 240",
    "race --save Package.swift", "race beale --window=0:1",
  ])
  func isNotDrawn(_ line: String) async throws {
    await #expect(throws: (any Error).self) {
      let command = try Descent.parseAsRoot(line.split(separator: " ").map(String.init))
      var race = try #require(command as? Race)
      race.output = NSTemporaryDirectory() + "descent-never-written"
      try await race.run()
    }
    let path = NSTemporaryDirectory() + "descent-never-written"
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  /// Pictures of what has no extent, or nearly too much of it.
  @Test(arguments: [
    ["0*x+5", "--start", "0.1"], ["0*x+0*y+5"],
    ["1.7e308*sin(1000*x)*cos(y)", "--start", "0.1,0.1", "--levels", "1e308"],
    ["1e308*(x^2+y^2):minimum=0", "--start", "0.1,1.1"], ["x^2+y^2", "--window=0:1e-300,0:1e-300"],
    ["x-y", "--start", "1e300,-1e300"], ["beale", "--layout", "figure", "--width", "60"],
    ["booth", "booth"],
  ])
  func strangeRacesAreDrawn(_ race: [String]) async throws {
    let path = NSTemporaryDirectory() + "descent-test-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let line =
      ["race"] + race + [
        "--optimizer", "sgd:lr=1e-310,adam:lr=0.1", "--steps", "2", "--size", "640x480",
        "--format", "svg,html,sheet", "--output", path,
      ]
    try await #require(try Descent.parseAsRoot(line) as? Race).run()
    let files = try FileManager.default.contentsOfDirectory(atPath: path)
    #expect(files.contains("still.svg") && files.contains("sheet.png"))
    #expect(files.count { $0.hasSuffix(".html") } == race.prefix { !$0.hasPrefix("-") }.count)
  }

  /// A race into a folder, again over itself, and never over a foreign file.
  @Test func aRaceWritesAndReplacesItsFiles() async throws {
    let path = NSTemporaryDirectory() + "descent-test-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let line = ["race", "booth", "--steps", "5", "--size", "640x480", "--output", path]
    for _ in 0..<2 {
      let race = try #require(try Descent.parseAsRoot(line) as? Race)
      try await race.run()
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: path)
    #expect(Set(["poster.png", "trajectories.json", "frame-0000.png"]).isSubset(of: files))
    let foreign = path + "/descent.json"
    try FileManager.default.removeItem(atPath: foreign)
    await #expect(throws: (any Error).self) {
      let race = try #require(try Descent.parseAsRoot(line) as? Race)
      try await race.run()
    }
  }
}
