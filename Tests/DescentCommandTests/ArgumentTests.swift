import ArgumentParser
import DescentKit
import Foundation
import Testing

@testable import DescentCommand

/// What is said twice, or to no use, and what a file and the command line say together.
struct ArgumentTests {
  private func words(_ line: String) -> [String] { line.split(separator: " ").map(String.init) }

  /// A file with a race, which is removed afterwards.
  private func inFile<Result>(_ text: String, _ body: (String) async throws -> Result) async throws
    -> Result
  {
    let path = NSTemporaryDirectory() + "descent-race-\(UUID().uuidString).yaml"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(text.utf8).write(to: URL(filePath: path))
    return try await body(path)
  }

  @Test(arguments: [
    ("race --start 1,2 --start 2,1", "start"), ("race --start=1,2 --start 2,1", "start"),
    ("measure booth --steps 3 --seeds 2 --steps=3", "steps"),
    ("show sgd --format json --format=table", "format"),
    ("run --optimizer adam --optimizer sgd", "optimizer"),
  ])
  func whatIsSaidTwiceIsAnError(line: String, option: String) throws {
    let failure = #expect(throws: Failure.self) { try Arguments.prepared(words(line)) }
    #expect(failure?.code == .usage)
    #expect(failure?.message == "--\(option) is given more than once; expected one")
  }

  @Test(arguments: [
    "race --optimizer sgd --optimizer adam --label A --label B --color - --color - --overlay step "
      + "--overlay tails",
    "evaluate beale --at 1,2 --at 2,1", "race booth -- --start --start",
  ])
  func whatRepeatsMayBeSaidAgain(line: String) throws {
    #expect(try Arguments.prepared(words(line)) == words(line))
  }

  /// An expression may begin with a minus; what is none is left to the parser.
  @Test(arguments: [
    ("-x", true), ("-x+y", true), ("-x^2", true), ("-2*x", true), ("-sin(x)", true),
    ("-h", false), ("-q", false), ("-2x", false), ("-", false), ("-1", false), ("-1e3", false),
    ("--steps", false),
  ])
  func expressionsAreNoOptions(argument: String, isExpression: Bool) throws {
    let expected = isExpression ? " " + argument : argument
    #expect(try Arguments.prepared(["race", argument]) == ["race", expected])
  }

  @Test(arguments: [
    ("race --still 3", "--still"), ("race --still 3 --format html,gif", "--still"),
    ("race --width 80", "--width"), ("race --fps 50 --format svg,html", "--fps"),
    ("race --encoder libpng --format gif", "--encoder"),
    ("race --frames 30 --format html", "--frames"),
    ("race --duration 3 --format html", "--duration"),
    ("race booth --start 1,2 --starts grid:2x2", "--start"),
    ("render --still 3", "--still"), ("lecture --still 3", "--still"),
    ("show adam --steps 5", "--steps"), ("show power(0.1) --steps 5", "--steps"),
    ("race --overlay step,,tails", "The value 'step,,tails' is invalid"),
  ])
  func whatHasNoUseIsAnError(line: String, option: String) async throws {
    let error = try await #require(throws: (any Error).self) {
      var command = try Descent.parseAsRoot(words(line))
      if let render = command as? Render { return try render.race.request.requireUse() }
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    }
    let (code, message) = Failure.describe(error)
    #expect(code == 64)
    #expect(message.hasPrefix(option) && !message.contains("\n"), "\(message)")
  }

  /// The other side: where there is one that makes use of it.
  @Test(arguments: [
    "--still 3 --format pdf,html", "--width 80 --layout figure", "--width 80 --format svg",
    "--fps 50", "--fps 50 --format tex", "--title A --format gif", "--title none --format html",
    "--frames 30", "--duration 3 --format gif", "--frames 9 --format svg", "--fps 50 --format gif",
    "--fps 25 --format svg", "--encoder libpng",
  ])
  func whatHasSomeUseIsNone(line: String) throws {
    let race = try #require(try Descent.parseAsRoot(words("race " + line)) as? Race)
    try race.race.request.requireUse()
  }

  private static let file = """
    functions: [booth, beale]
    optimizers:
      - {optimizer: sgd, label: A}
      - {optimizer: adam, color: "#0055CC"}
    start: [[1, 2], [0, 0]]
    overlay: [step, tails]
    steps: 9
    """

  /// Setting by setting, with what belongs to it.
  @Test(arguments: [
    ("--steps 5 --theme dark", ["steps"]), ("--optimizer adam", ["optimizers", "label", "color"]),
    ("--label=B", ["label"]), ("himmelblau", ["functions", "start"]), ("--start 3,4", ["start"]),
    ("--starts grid:3x3", ["start"]), ("--overlay scale", ["overlay"]), ("", []),
  ])
  func theCommandLineTakesThePlaceOfTheFile(line: String, replaced: [String]) throws {
    let file = try RaceFile(Self.file, path: "race.yaml").request
    let race = try #require(try Descent.parseAsRoot(["race"] + words(line)) as? Race)
    let given = try race.request()
    let kept = file.keys.subtracting(replaced)
    #expect(file.keys(beside: given) == kept)
    let both = file.replaced(by: given)
    #expect(both.keys == kept.union(given.keys))
    for setting in RaceSettings.all {
      let source = kept.contains(setting.name) ? file : given
      #expect(setting.spelling(in: both) == setting.spelling(in: source), "\(setting.name)")
    }
  }

  /// What shows only where keys meet names the line too, if the file says it.
  @Test(arguments: [
    ("function: rosenbrock:n=3\nsteps: 3\nstart: 1,2", "", 3, "start: "),
    ("start: [[1, 2], [3, 4]]\nfunction: booth", "", 1, "start '1,2/3,4' has 2 points"),
    ("steps: 3\nstart: 1,2,3", "himmelblau --start 1", nil, "--start: "),
    ("function: saddle\ntarget: 0.1", "", 2, "target needs a known minimum"),
    ("target: 0.1", "saddle", 1, "target needs a known minimum"),
    ("start: 1,2\nstarts: random:3", "", 1, "start and starts exclude each other"),
    ("palette: gray\nbackground: gray", "", 1, "palette and background gray"),
    ("steps: 2\nstill: 3", "", 2, "still has no use"),
    ("function: x^2\nplane: principal\nsteps: 1", "", 2, "plane for x^2: "),
    ("steps: 3\nclock: evaluations:gradients=0", "--optimizer sgd", 2, "clock evaluations"),
    ("steps: 3", "--still 3", nil, "--still has no use"),
    ("steps: 1\nstarts: grid:200x200", "", 2, "starts with 40000 points"),
  ])
  func faultsBetweenKeysNameTheLine(
    text: String, given: String, line: Int?, said: String
  ) async throws {
    try await inFile(text) { path in
      let arguments = ["race", "--file", path, "--output", path + ".d"] + words(given)
      let error = try await #require(throws: (any Error).self) {
        let race = try Descent.parseAsRoot(try Arguments.prepared(arguments)) as? Race
        try await #require(race).run()
      }
      let (code, message) = Failure.describe(error)
      #expect(code == (line == nil ? 64 : 65))
      let place = line.map { "\(path):\($0): " } ?? ""
      #expect(message.hasPrefix(place + said), "\(message)")
    }
  }
}
