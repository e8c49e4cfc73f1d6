import ArgumentParser
import DescentKit
import Testing

@testable import DescentCommand

/// What is said of a bad value: the value, and what was expected or meant.
struct MessageTests {
  private func message(_ line: String) throws -> String {
    let error = try #require(
      throws: (any Error).self,
      performing: {
        let words = line.split(separator: " ").map(String.init)
        let command = try Descent.parseAsRoot(words)
        _ = try (command as? Race)?.request()
      })
    let (code, message) = Failure.describe(error)
    #expect(code == 64)
    return message
  }

  @Test(arguments: ["sgd", "adam:lr=0.1"]) func optimizersAreNoFunctions(name: String) throws {
    #expect(try message("race beale \(name)").contains("'\(name)' is an optimizer, not a function"))
  }

  /// Where one name belongs a list is told to be one, whatever it lists.
  @Test(arguments: [
    ("run beale --optimizer sgd,adam", "sgd,adam", "2 optimizers", "sgd"),
    (
      "run beale --optimizer sgd:lr=0.1,adam:lr=1", "sgd:lr=0.1,adam:lr=1", "2 optimizers",
      "sgd:lr=0.1"
    ),
    ("run beale,booth", "beale,booth", "2 functions", "beale"),
    ("evaluate beale,sphere:n=3,booth", "beale,sphere:n=3,booth", "3 functions", "beale"),
    ("measure beale,booth", "beale,booth", "2 functions", "beale"),
    ("show beale,booth", "beale,booth", "2 names", "beale"),
    ("show sgd,step(0.1)", "sgd,step(0.1)", "2 names", "sgd"),
  ])
  func oneNameIsNoList(line: String, list: String, kind: String, first: String) async throws {
    let error = try await #require(throws: SpecificationError.self) {
      var command = try Descent.parseAsRoot(line.split(separator: " ").map(String.init))
      if var measure = command as? any AsyncParsableCommand { return try await measure.run() }
      try command.run()
    }
    #expect(
      error.description
        == "'\(list)' is a list of \(kind); expected one, as \(first) (a race takes several)")
  }

  /// The catalogue's functions come before suites of the same name.
  @Test(arguments: SuiteCatalogue.all.filter { !FunctionCatalogue.names.contains($0.name) })
  func suitesAreNoFunctions(suite: Suite) throws {
    let message = try message("race \(suite.name)")
    #expect(message.hasPrefix("'\(suite.name)' is a suite of \(suite.functions.count) functions"))
    #expect(suite.functions.prefix(3).allSatisfy(message.contains), "\(message)")
    #expect(throws: SpecificationError.self) { try FunctionName.function(suite.name) }
    #expect(throws: SpecificationError.self) { try Show.Subject(suite.name) }
  }

  @Test(arguments: List.Kind.allCases) func listsAreNoNames(list: List.Kind) {
    let error = #expect(throws: SpecificationError.self) { try Show.Subject(list.rawValue) }
    #expect(error?.description.contains("'descent list \(list.rawValue)' shows") == true)
  }

  /// Names of closed sets, wherever they are: the nearest, or all where none is near.
  @Test(arguments: [
    ("race --layout gird", "grid"), ("race --theme drak", "dark"),
    ("race --palette virids", "viridis"), ("race --background grey", "gray"),
    ("race --encoder tile", "tiles"), ("race --format gfi", "gif"),
    ("race --overlay momentun", "momentum"), ("race --levels lgo", "log"),
    ("race --window fti", "fit"), ("race --clock step", "steps"),
    ("race --clock evaluations:gradient=2", "gradients"), ("race --plane princpal", "principal"),
    ("race --plane randon", "random"), ("race --plane throgh", "through"),
    ("race --plane pionts:1/2/3", "points"), ("race --starts gird:3x3", "grid"),
    ("race --budget gradient=3", "gradients"), ("render --layout figur", "figure"),
    ("lecture --theme ligt", "light"), ("list optimisers", "optimizers"),
    ("list overlay", "overlays"), ("list format", "formats"),
    ("list --format markdwn", "markdown"), ("run --format jsno", "json"),
    ("show --format tabel", "table"), ("evaluate --format jso", "json"),
  ])
  func namesAreSuggested(line: String, meant: String) throws {
    let message = try message(line)
    #expect(message.contains("did you mean \(meant)?"), "\(message)")
    let wrong = line.split(separator: " ").last.map(String.init) ?? ""
    #expect(message.contains(wrong.prefix { !":=".contains($0) }), "\(message)")
  }

  /// Settings of optimizers are no options; the message says where they belong.
  @Test(arguments: [
    ("lr", "lr"), ("learning-rate", "lr"), ("beta1", "beta1"), ("wd", "weight-decay"),
  ])
  func settingsFollowTheirOptimizer(option: String, key: String) throws {
    let message = try message("run beale --\(option) 0.1")
    #expect(message.hasSuffix("as in --optimizer NAME:\(key)=..."), "\(message)")
  }

  /// What begins with a minus may have been meant for an expression.
  @Test(arguments: ["-q", "-2x", "-x+2y"]) func expressionsFollowTwoDashes(option: String) throws {
    #expect(
      try message("run \(option)")
        == "Unknown option '\(option)'; an expression that begins with a minus follows two dashes, "
        + "as in -- \(option)")
    #expect(try message("run --x").hasSuffix("'--x'"))
  }

  /// One letter is near to no name of two.
  @Test func shortNamesAreNotNear() throws {
    #expect(Suggestion.nearest(to: "1", among: ["bb", "cg", "lm"]).isEmpty)
    #expect(Suggestion.nearest(to: "bc", among: ["bb", "cg", "lm"]) == ["bb"])
  }

  @Test(arguments: [
    (["help", "race", "nosuch"], "'nosuch' is one word too many; expected help race"),
    (["help", "rase"], "unknown command 'rase'; did you mean race?"),
    (["race", "--output", ""], "--output '' is empty; expected a value"),
    (["race", "--output="], "--output= has no value; expected one after the equals sign"),
  ])
  func emptyAndSuperfluousWordsAreRefused(arguments: [String], expected: String) async throws {
    let error = try #require(throws: (any Error).self) {
      try Descent.requireCommand(Arguments.prepared(arguments))
    }
    let (code, message) = Failure.describe(error)
    #expect(code == 64 && message == expected, "\(message)")
  }

  @Test func whereNoneIsNearAllAreNamed() throws {
    let message = try message("race --layout hexagons")
    #expect(message.contains("'hexagons'"))
    #expect(message.hasSuffix("expected one of: standard, grid, figure"))
  }

  @Test(arguments: [
    ("steps:gradients=2", "steps have no weights"), ("evaluations:2", "'2' is no weight"),
    ("evaluations:gradients=x", "the weight 'x' of gradients is none; expected a whole number"),
    ("evaluations:values=0,gradients=0,hessians=0,products=0", "no weight is above 0"),
    ("evaluations:", "'' is no weight; expected one as in gradients=2"),
  ])
  func weightsOfClocksAreTold(clock: String, said: String) throws {
    let message = try message("race --clock \(clock)")
    #expect(message.contains("'\(clock)'") && message.contains(said), "\(message)")
  }

  /// What is no number, and what lies outside: both are told the range.
  @Test(arguments: [
    ("race --steps", "a whole number from 0 to 100000000", "-1"),
    ("race --seed", "a whole number from 0 to 18446744073709551615", "-1"),
    ("race --target", "a number, 0 or more", "nan"),
    ("race --gradient-tolerance", "a number, 0 or more", "-0.5"),
    ("race --idle-steps", "a whole number from 1 to 100000000", "0"),
    ("race --seeds", "a whole number from 1 to 10000", "10001"),
    ("race --fps", "a whole number from 1 to 240", "0"),
    ("race --frames", "a whole number from 1 to 100000", "0"),
    ("race --duration", "a number from 0.01 to 3600", "3601"),
    ("race --width", "a number from 10 to 2000", "9.9"),
    ("race --jobs", "a whole number from 1 to 256", "257"),
    ("measure --seeds", "a whole number from 1 to 10000", "0"),
    ("show --steps", "a whole number from 1 to 1000000", "0"),
  ])
  func rangesAreTold(line: String, range: String, outside: String) throws {
    for value in ["abc", "1e2x", outside] {
      let message = try message("\(line) \(value)")
      #expect(
        message.contains("'\(value)'") && message.hasSuffix("expected \(range)"), "\(message)")
    }
  }

  /// Help still says what may be given, and what is so unless it is.
  @Test(arguments: [
    "(values: standard, grid, figure; default: standard)", "(values: color, gray; default: color)",
    "(values: light, dark, projector; default: light)", "(default: 25)", "(default: 0)",
    "(values: tiles, libpng; default: tiles)", "(values: viridis,",
  ])
  func helpNamesValues(text: String) {
    let help = Race.helpMessage(columns: 1000)
    #expect(help.contains(text))
  }
}
