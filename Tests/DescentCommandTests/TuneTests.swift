import DescentKit
import Foundation
import Testing

@testable import DescentCommand

/// `descent tune` writes what it found, or says in a line why not.
struct TuneTests {
  private static func run(_ line: String, in folder: String) async throws {
    let words = "\(line) --store \(folder)/t.sqlite --output \(folder)/out"
      .split(separator: " ").map(String.init)
    let arguments = try Arguments.prepared(words)
    try Descent.requireCommand(arguments)
    let command = try #require(try Descent.parseAsRoot(arguments) as? Tune)
    try await command.run()
  }

  private static func inFolder<Result>(
    _ body: (String) async throws -> Result
  ) async throws -> Result {
    let path = NSTemporaryDirectory() + "descent-tune-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try await body(path)
  }

  /// The same files for any number of workers, and in the store the test runs of given and tuned
  /// settings alone.
  @Test(arguments: ["random", "sobol", "halving"])
  func workersChangeNoFile(search: String) async throws {
    let files = ["curve.csv", "curve.png", "curve.svg"]
    let contents = try await [1, 2].asyncMap { jobs in
      try await Self.inFolder { folder in
        try await Self.run(
          "tune adam momentum:lr=0.01 --on rosenbrock beale booth --trials 7 --seeds 2 --steps 60 "
            + "--search \(search) --jobs \(jobs)", in: folder)
        let store = try StudyStore(reading: folder + "/t.sqlite")
        let runs = try store.runs()
        #expect(Set(runs.map(\.problem.name)) == ["beale"])
        #expect(runs.count == 4)
        try store.close()
        let written = try FileManager.default.contentsOfDirectory(atPath: folder + "/out")
        #expect(Set(written) == Set(files + ["descent.json"]))
        return try files.map { try Data(contentsOf: URL(filePath: "\(folder)/out/\($0)")) }
      }
    }
    #expect(contents[0] == contents[1])
    let rows = String(decoding: contents[0][0], as: UTF8.self).split(separator: "\n")
    // 2 optimizers, 2 searches, 7 trials.
    #expect(rows.count == 1 + 28)
    #expect(
      rows[0] == "optimizer,search,trial,evaluations,tuning_score,test_score,best")
  }

  @Test(arguments: [
    ("tune adm --on beale", "did you mean adam"),
    ("tune adam --on belae", "did you mean beale"),
    ("tune adam --on beale --over beta1=0..3", "beta1=3 is not accepted"),
    ("tune adam --on beale --over learning=0..3", "unknown setting of adam 'learning'"),
    ("tune adam --on beale --test beale", "--test: 'beale' is in --on too"),
    ("tune adam --on beale --trials 0", "whole number from 1"),
    ("tune adam --on beale --search halvin", "halving"),
    ("tune adam", "--on"),
  ])
  func mistakesAreToldInALine(line: String, part: String) async throws {
    try await Self.inFolder { folder in
      do {
        try await Self.run(line, in: folder)
        Issue.record("\(line) was accepted")
      } catch {
        let (code, message) = Failure.describe(error)
        #expect(code == 64)
        #expect(message.contains(part), "\(message)")
        #expect(!message.contains("\n"))
      }
      let left = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(left.isEmpty)
    }
  }
}

extension Sequence {
  fileprivate func asyncMap<Result>(
    _ body: (Element) async throws -> Result
  ) async throws -> [Result] {
    var results: [Result] = []
    for element in self { results.append(try await body(element)) }
    return results
  }
}
