import Objectives
import Specifications
import Testing

@testable import Experiments

/// What is searched on and what is tested on never meet.
struct TuningProblemTests {
  private static func problems(
    _ on: String, test: String? = nil, starts: String? = nil
  ) throws -> TuningProblems {
    try TuningProblems(
      on: FunctionSelection(on).functions, test: test.map { try FunctionSelection($0).functions },
      starts: starts.map { try StudyStarts(spelling: $0).starts })
  }

  @Test(
    arguments: [
      (
        "bbob-f1:n=2,instance=1..5", nil,
        "bbob-f1 bbob-f1:instance=2 bbob-f1:instance=3", "bbob-f1:instance=4 bbob-f1:instance=5"
      ),
      ("beale,booth,himmelblau", nil, "beale himmelblau", "booth"),
      ("beale", "random:3", "beale from random-1|beale from random-2", "beale from random-3"),
      (
        "beale,booth", "standard,10x", "beale booth", "beale from 10x|booth from 10x"
      ),
    ] as [(String, String?, String, String)])
  func someAreSetAside(on: String, starts: String?, tuning: String, test: String) throws {
    let problems = try Self.problems(on, starts: starts)
    func names(_ text: String) -> [String] {
      text.split(separator: text.contains("|") || text.contains("from") ? "|" : " ").map(
        String.init)
    }
    #expect(problems.tuning.problems.map(\.name) == names(tuning))
    #expect(problems.test.problems.map(\.name) == names(test))
  }

  /// A single function has starts of its own for each part.
  @Test func aSingleFunctionIsSplitByStarts() throws {
    let problems = try Self.problems("rosenbrock")
    let (tuning, test) = (problems.tuning.problems, problems.test.problems)
    #expect(tuning.count == 5 && test.count == 5)
    #expect(Set(tuning).isDisjoint(with: test))
    let points = (problems.tuning.starts + problems.test.starts).map {
      $0.point(of: Rosenbrock())
    }
    #expect(Set(points).count == 10)
  }

  @Test func sharedProblemsAreAnError() throws {
    let error = #expect(throws: SettingError.self) {
      try Self.problems("beale,booth,bbob-f1:n=2", test: "sphere,bbob-f1:n=2,instance=1,booth")
    }
    #expect(error?.setting == "test")
    #expect(try #require(error).description.contains("and 1 more are in on too"))
    let problems = try Self.problems("bbob-f1:n=2,instance=1..2", test: "bbob-f1:n=2,instance=3..4")
    #expect(problems.tuning.functions.count == 2 && problems.test.functions.count == 2)
  }
}
