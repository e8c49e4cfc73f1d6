import DescentKit
import Testing

@testable import DescentCommand

/// Starts as people write them.
@Suite struct StartTests {
  private func starts(_ text: String, _ functions: String) throws -> [[Double]] {
    var request = RunRequest()
    request.start = try StartPoints(spelling: text)
    return try request.starts(
      for: functions.split(separator: " ").map { try FunctionCatalogue.function(String($0)) })
  }

  /// A stroke divides where the text has as many coordinates as a point, else it stands between
  /// points.
  @Test(arguments: [
    ("1/4,2", "beale", [[0.25, 2]]), ("1/4", "x^2", [[0.25]]), ("-1/4,2*3", "beale", [[-0.25, 6]]),
    ("1/4,2", "beale booth", [[0.25, 2], [0.25, 2]]),
    ("1,2/4,3", "beale booth", [[1, 2], [4, 3]]),
    ("1/4", "x^2 x^4", [[1], [4]]), ("1,2/4,5,6", "beale sphere:n=3", [[1, 2], [4, 5, 6]]),
  ])
  func strokesDivideOrSeparate(text: String, functions: String, points: [[Double]]) throws {
    #expect(try starts(text, functions) == points)
  }

  @Test(arguments: [("1,2/3,4", "beale"), ("1/0,2", "beale"), ("0/0", "x^2"), ("1/4,2", "x^2")])
  func otherStartsAreErrors(text: String, functions: String) {
    #expect(throws: SettingError.self) { try starts(text, functions) }
  }

  /// Points of a file keep what their strokes mean.
  @Test func filesHaveQuotients() throws {
    let file = "functions: [beale, booth]\nstart: [[1/4, pi], [1, 2]]"
    let start = try RaceFile(file, path: "race.yaml").request.run.start
    #expect(start?.spelling == "0.25,3.141592653589793/1,2")
  }

  @Test(arguments: ["--steps 1e2", "--steps 100", "--steps 1.0e2"])
  func stepsAreWholeNumbers(line: String) throws {
    let options = try RunOptions.parse(line.split(separator: " ").map(String.init))
    #expect(options.steps == 100)
  }

}
