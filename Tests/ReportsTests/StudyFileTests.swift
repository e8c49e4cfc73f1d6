import DescentKit
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
}
