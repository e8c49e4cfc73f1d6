import ArgumentParser
import DescentKit
import Foundation
import Testing

@testable import DescentCommand
@testable import Races

/// What is read and what options take, as users and shells give it.
@Suite struct InputTests {
  @Test func pipesAreRead() throws {
    let path = NSTemporaryDirectory() + "descent-pipe-\(UUID().uuidString)"
    #expect(mkfifo(path, 0o600) == 0)
    defer { unlink(path) }
    Thread.detachNewThread { try? Data("functions: booth\n".utf8).write(to: URL(filePath: path)) }
    let data = try InputFile.read(path, expected: "a race")
    #expect(String(decoding: data, as: UTF8.self) == "functions: booth\n")
  }

  @Test(arguments: ["/", "/nowhere/race.yaml", ""]) func whatCannotBeReadIsMissing(path: String) {
    let failure = #expect(throws: Failure.self) {
      try InputFile.read(path, expected: "a race")
    }
    #expect(failure?.code == .missingInput)
    #expect(failure?.message.hasPrefix("cannot read '\(path)': ") == true)
  }

  /// No option takes the next one for its value.
  @Test(arguments: [
    ["run", "--steps=", "--title=x"], ["race", "--title=", "beale"], ["race", "--output="],
  ])
  func emptyValuesAreTold(arguments: [String]) {
    let failure = #expect(throws: Failure.self) { try Arguments.prepared(arguments) }
    #expect(failure?.code == .usage)
    #expect(failure?.message.contains("has no value") == true)
  }

  @Test func anEmptyFileIsNoRace() async throws {
    await #expect(throws: Failure.self) {
      var race = try #require(try Descent.parseAsRoot(["race", "beale"]) as? Race)
      race.file = ""
      try await race.run()
    }
  }

  @Test(arguments: [["help", "nosuch"], ["nosuch"], ["help", "rac"]])
  func unknownCommandsAreTold(arguments: [String]) {
    #expect(throws: (any Error).self) { try Descent.requireCommand(arguments) }
  }

  @Test(arguments: [["help"], ["help", "race"], ["race"], ["--version"], []])
  func commandsAreKnown(arguments: [String]) throws {
    try Descent.requireCommand(arguments)
  }

  /// A value may begin with a minus.
  @Test func negativeNumbersAreValues() throws {
    let line = ["race", "--window", "-2:2,-1:3", "--levels", "-1,0,1", "--start", "-1,2"]
    let race = try #require(try Descent.parseAsRoot(line) as? Race)
    #expect(race.race.window?.spelling == "-2:2,-1:3")
    #expect(race.race.levels == .fixed([-1, 0, 1]))
  }

  @Test(arguments: ["adam:lr=0,05", "sgd,adam:beta1=0,9,lr=0.1"])
  func decimalCommasAreTold(list: String) {
    let error = #expect(throws: (any Error).self) { try OptimizerCatalogue.list(list) }
    #expect(error.map { "\($0)".contains("expected a point, as in") } == true)
  }

  /// Each page has a name of its own, whatever the functions are called.
  @Test(arguments: [
    (["x"], ["race.html"]), (["x", "y"], ["race-x.html", "race-y.html"]),
    (["x", "y", "x"], ["race-x-1.html", "race-y.html", "race-x-3.html"]),
    (["x", "x", "x-1"], ["race-1-x.html", "race-2-x.html", "race-3-x-1.html"]),
  ])
  func pagesHaveNamesOfTheirOwn(functions: [String], names: [String]) {
    #expect(RaceFormat.pageNames(of: functions) == names)
  }

  @Test func foldersOfManyFunctionsHaveShortNames() {
    #expect(FolderName.joined(["beale", "booth"]) == "beale-booth")
    let names = Array(repeating: "rosenbrock", count: 100)
    let many = [names, names.dropLast() + ["beale"]].map(FolderName.joined)
    #expect(many.allSatisfy { $0.hasPrefix("rosenbrock-and-99-more-") && $0.count < 40 })
    #expect(many[0] != many[1])
  }

  /// A method asks in its first step for what it asks for later: a clock that stands still shows
  /// then.
  @Test(arguments: OptimizerCatalogue.all.map { $0.name })
  func theFirstStepAsksForAll(optimizer: String) throws {
    let settings = try OptimizerCatalogue.settings(optimizer)
    let (first, later) = (
      try descend(Booth(), with: settings, steps: 1).counts,
      try descend(Booth(), with: settings, steps: 30).counts
    )
    for query in Query.evaluations {
      #expect((first[query] > 0) == (later[query] > 0), "\(query)")
    }
  }

  /// What cannot be drawn is told before the race is run: a race of so many steps never ends here.
  @Test(arguments: [
    ["rosenbrock:n=3", "--plane", "x1,x4"], ["rosenbrock:n=3", "--plane", "points:1/2/3"],
    ["rosenbrock:n=3", "--plane", "through"],
    ["x^2", "--plane", "principal"], ["x^2", "--overlay", "scale"],
    ["x^2", "--aspect", "equal"],
    ["booth", "--clock", "evaluations:values=0,gradients=0"],
  ])
  func planesAreTriedBeforeTheRace(race: [String]) async throws {
    let endless = ["--optimizer", "sgd:lr=1e-9", "--budget", "steps=1000000000000"]
    let line = ["race"] + race + endless
    let command = try #require(try Descent.parseAsRoot(line) as? Race)
    let error = await #expect(throws: SettingError.self) { try await command.run() }
    let option = try #require(race.first { $0.hasPrefix("--") })
    #expect("--" + (error?.setting ?? "") == option, "\(error?.description ?? "none")")
  }
}
