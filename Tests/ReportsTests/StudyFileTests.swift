import DescentKit
import Foundation
import Testing

@Suite struct StudyFileTests {
  @Test func keysAreRead() throws {
    let file = try StudyFile(
      """
      functions: ["rosenbrock:n=2/5", beale]
      optimizers: [bfgs, "adam:lr=0.1"]
      starts: standard,10x
      seeds: 3
      budget: gradients=100
      """, path: "study.yaml")
    let study = try file.request.study()
    #expect(
      study.functions.map { "\($0.specification)" } == ["rosenbrock", "rosenbrock:n=5", "beale"])
    #expect(study.optimizers.map { "\($0.specification)" } == ["bfgs", "adam:lr=0.1"])
    #expect(study.starts == [.standard, .tenfold])
    #expect(study.count == 3 * 2 * 2 * 3)
    #expect(study.plan.budget[.gradients] == 100)
  }

  @Test(arguments: [
    ("functions: [beale]\nstep: 3", "study.yaml:2: unknown key 'step'; did you mean steps"),
    ("functions: [beal]", "study.yaml:1: unknown function or suite 'beal'; did you mean beale"),
    ("functions: [beale]\nstarts: 5x", "study.yaml:2: the value '5x' is invalid for 'starts'"),
    ("optimizers: [adm]", "study.yaml:1: unknown optimizer 'adm'"),
    ("functions: []", "study.yaml:1: the list is empty"),
    ("- 3", "study.yaml:1: expected keys and values"),
  ])
  func faultsAreTold(text: String, message: String) {
    let error = #expect(throws: RequestFileError.self) { try StudyFile(text, path: "study.yaml") }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
  }

  @Test func commandTakesThePlaceOfTheFile() throws {
    let file = try StudyFile("steps: 5\nseeds: 2\noptimizers: bfgs", path: "study.yaml").request
    var given = StudyRequest()
    given.run.steps = 7
    let request = file.replaced(by: given)
    #expect((request.run.steps, request.seeds) == (7, 2))
    #expect(request.optimizers?.count == 1)
  }
}

@Suite struct FunctionSelectionTests {
  @Test(arguments: [
    ("bbob:n=2/5/10,instance=1..15", 24 * 3 * 15), ("bbob:instances=1..2/7", 24 * 3),
    ("rosenbrock:n=2/10", 2), ("beale,himmelblau", 2), ("x^2+y^2", 1), ("mgh", 35),
  ])
  func wordsMeanSoMany(word: String, count: Int) throws {
    #expect(try FunctionSelection(word).functions.count == count)
  }

  @Test func functionsThatDoNotTakeASettingAreLeftOut() throws {
    let selection = try FunctionSelection("classics:n=7")
    #expect(selection.functions.count > 5)
    #expect(selection.functions.allSatisfy { $0.dimension == 7 })
    #expect(selection.omitted.contains("beale"))
  }

  @Test(arguments: [
    ("mghh", "unknown function or suite 'mghh'; did you mean mgh"),
    ("bbob:q=3", "unknown parameter of bbob-f24 'q'"), ("valey", "did you mean valley"),
  ])
  func faultsAreTold(word: String, message: String) {
    let error = #expect(throws: SpecificationError.self) { try FunctionSelection(word) }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }

  @Test func properties() throws {
    let valleys = try FunctionSelection("valley").functions
    #expect(valleys.count > 3)
    #expect(valleys.allSatisfy { $0.tags.contains(.valley) })
  }

  /// What cannot be meant is told in one line, never a trap.
  @Test(arguments: [
    ("rosenbrock:n=-9223372036854775808..9223372036854775807", "n"),
    ("bbob:n=2..99999,instance=1..99999", "functions; expected at most 1000000"),
    ("self.txt", "file within a file"), ("beale\r\nrosenbrok # here", ":2:"),
  ])
  func listsAndRangesThatCannotBe(word: String, message: String) throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).txt").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let isList = word.contains("self") || word.contains("\n")
    let text = word.replacing("self.txt", with: path)
    if isList { try Data(text.utf8).write(to: URL(fileURLWithPath: path)) }
    let error = #expect(throws: SpecificationError.self) {
      try FunctionSelection(isList ? path : text)
    }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
    #expect(error?.description.contains("\n") == false)
  }

  @Test func listsMayHaveWindowsLineEnds() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).txt").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data("beale\r\n# none\r\nrosenbrock:n=2/5\r\n".utf8).write(
      to: URL(fileURLWithPath: path))
    let names = try FunctionSelection(path).functions.map { "\($0.specification)" }
    #expect(names == ["beale", "rosenbrock", "rosenbrock:n=5"])
  }

  /// A function that takes one of two values is there with it, and the other is told.
  @Test func refusedCombinationsAreTold() throws {
    let selection = try FunctionSelection("bbob:n=2/3,instance=0/1")
    #expect(selection.functions.count == 48)
    #expect(selection.omitted.contains("bbob-f1:n=2,instance=0"))
  }
}

@Suite struct StudyRequestTests {
  private static func request(_ optimizers: String) throws -> StudyRequest {
    var request = StudyRequest()
    request.functions = try FunctionName.functions("beale,beale,rosenbrock,rosenbrock:n=2")
    request.optimizers = try GivenOptimizer.list(optimizers)
    return request
  }

  @Test func eachFunctionIsThereOnce() throws {
    #expect(try Self.request("bfgs").study().count == 2)
  }

  @Test(arguments: [
    ("bfgs,adam,bfgs", "'bfgs' is there twice"), ("adam:lr=0.1,adam:lr=0.10", "is the same as"),
  ])
  func optimizersAreThereOnce(optimizers: String, message: String) {
    let error = #expect(throws: SettingError.self) { try Self.request(optimizers).study() }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }

  @Test func tooManyRunsAreTold() throws {
    var request = try Self.request("bfgs")
    request.starts = try StudyStarts(spelling: "random:1000000")
    request.seeds = 1_000_000
    let error = #expect(throws: SpecificationError.self) { try request.study() }
    #expect(
      error?.description.contains("2000000000000 runs") == true, "\(error?.description ?? "")")
  }
}

@Suite struct StudyColumnTests {
  /// A column is what the settings are, whatever it was called.
  @Test func columnsAreBySettings() async throws {
    func runs(_ function: String, _ optimizer: String) async throws -> [StudyRun] {
      try await Study(
        functions: [try FunctionName.function(function)],
        optimizers: try GivenOptimizer.list(optimizer), plan: Study.plan(Budget(steps: 5))
      ).run()
    }
    let runs = try await runs("beale", "adam:lr=0.1") + runs("sphere", "adam:lr=0.10,bfgs")
    let table = StudyTable(runs)
    #expect(table.optimizers == ["adam:lr=0.1", "bfgs"])
    #expect(table[0, 0].count == 1 && table[1, 0].count == 1)
    let page = StudyPage(runs).html
    #expect(page.contains("adam:lr=0.1") && !page.contains("\"adam:lr=0.10\""))
  }

  /// A run that could make no step is a failure where others of its problem tell the axis.
  @Test(arguments: [WorkAxis.samples, .epochs])
  func failuresCountOnEveryAxis(axis: WorkAxis) async throws {
    let runs = try await StudySamples.mixed().filter {
      $0.problem.function.name == "linear-regression"
    }
    let failed = runs.filter { $0.trajectory.steps.last == 0 }
    #expect(failed.count == 4 && failed.allSatisfy { !axis.isKnown(of: $0.trajectory) })
    let times = HittingTimes(StudyTable(runs), to: TargetSet(.found, [0.5]), on: axis)
    #expect(times.leftOut.isEmpty)
    #expect(times.grid[0, 2].map(\.times) == Array(repeating: [.infinity], count: 4))
    let alone = HittingTimes(StudyTable(failed), to: TargetSet(.found, [0.5]), on: axis)
    #expect(alone.leftOut.map(\.count) == [4])
  }
}
