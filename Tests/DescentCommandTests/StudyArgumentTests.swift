import ArgumentParser
import DescentKit
import Foundation
import Testing

@testable import DescentCommand

/// What is wrong with a call of bench or merge is told before anything is made.
@Suite struct StudyArgumentTests {
  private static func failure(_ line: String) async throws -> (code: Int32, message: String) {
    let error = try await #require(throws: (any Error).self) {
      let words = try Arguments.prepared(line.split(separator: " ").map(String.init))
      var command = try Descent.parseAsRoot(words)
      if var bench = command as? any AsyncParsableCommand { return try await bench.run() }
      try command.run()
    }
    return Failure.describe(error)
  }

  @Test(arguments: [
    ("bench mgj", 64, "did you mean mgh"),
    ("bench mgh --optimizer bgfs", 64, "did you mean"),
    ("bench mgh --optimizer adam:lr=-1", 64, "lr"),
    ("bench mgh --starts tenx", 64, "tenx"),
    ("bench mgh --starts random:0", 64, "random:0"),
    ("bench mgh --seeds 0", 64, "a whole number from 1"),
    ("bench mgh --steps -1", 64, "a whole number from 0"),
    ("bench mgh --budget zero", 64, "zero"),
    ("bench mgh --shard 4/3", 64, "expected a share as 1/3, 2/3 or 3/3"),
    ("bench mgh --shard 0/3", 64, "expected a share"),
    ("bench mgh --shard 1", 64, "expected a share"),
    ("bench mgh --jobs 0", 64, "a whole number from 1"),
    ("bench mgh --submit slrum", 64, "did you mean slurm?"),
    ("bench mgh --submit slurm --shards 0", 64, "a whole number from 1"),
    ("bench mgh --submit slurm --shard 1/3", 64, "expected no --shard"),
    ("bench mgh --shards 3", 64, "--shards takes --submit"),
    ("bench mgh --file no/such.yaml", 66, "cannot read 'no/such.yaml'"),
    ("bench mgh --store /dev/null/a.sqlite", 73, "/dev/null"),
    ("bench mgh --store /dev/null", 73, "'/dev/null' cannot be written"),
    ("merge no.sqlite --store /dev/null/a.sqlite", 66, "there is no store 'no.sqlite'"),
    ("merge a.sqlite", 64, "--store"), ("merge --store a.sqlite", 64, "<stores>"),
    ("export no.sqlite", 66, "there is no store 'no.sqlite'"),
    ("report no.sqlite", 66, "there is no store 'no.sqlite'"),
  ])
  func isTold(line: String, code: Int32, said: String) async throws {
    let (actual, message) = try await Self.failure(line)
    #expect(actual == code && message.contains(said), "\(actual) \(message)")
    #expect(!message.contains("\n"))
  }

  /// Only what the scheduler decides is left out of what its tasks are given.
  @Test(arguments: [
    ("bench mgh --submit slurm --optimizer bfgs", "mgh --optimizer bfgs"),
    ("bench --store a.sqlite --jobs=2 mgh --shards 3 --dry-run", "mgh"),
    ("bench --submit=slurm -- -x^2 --store", "-- -x^2 --store"),
    ("bench mgh --seeds 3 --timed --store=b", "mgh --seeds 3 --timed"),
  ])
  func tasksHaveTheGivenArguments(given: String, left: String) throws {
    let words = given.split(separator: " ").map(String.init)
    let bench = try Bench.parse(["beale", "--jobs", "2", "--shards", "3", "--submit", "slurm"])
    let study = Study(
      functions: [Beale()], optimizers: try GivenOptimizer.list("bfgs,adam"),
      plan: Study.plan(Budget(steps: 1)))
    let shared = try bench.sharded(study, words)
    #expect(shared.arguments == left.split(separator: " ").map(String.init))
    // No share is empty.
    #expect((shared.shards, shared.workers) == (2, 2))
    #expect(shared.program.hasPrefix("/"))
  }

  @Test(arguments: [
    (0, "0 s"), (119, "119 s"), (120, "2 min"), (3601, "61 min"), (7200, "2 h 0 min"),
    (11_100, "3 h 5 min"),
  ])
  func timesLeftAreReadable(seconds: Int, text: String) {
    #expect(Console.text(ofSeconds: seconds) == text)
  }

  /// What cannot be read is told, and the others are merged; a store is merged into itself too.
  @Test func mergeDoesWhatItCan() async throws {
    let folder = NSTemporaryDirectory() + "descent-test-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (one, all) = (folder + "/new/one.sqlite", folder + "/all.sqlite")
    let study = Study(
      functions: [Beale()], optimizers: try GivenOptimizer.list("bfgs,adam"),
      plan: Study.plan(Budget(steps: 1)))
    let store = try StudyStore(writingTo: one)
    try await study.run(into: store)
    try store.close()
    let (code, message) = try await Self.failure(
      "merge \(folder)/no.sqlite \(one) \(one) --store \(all)")
    #expect(code == 66 && message == "there is no store '\(folder)/no.sqlite'")
    for words in [[all, "--store", all], [one, all, "--store", one]] {
      try Merge.parse(words).run()
    }
    for path in [one, all] { #expect(try StudyStore(reading: path).count() == 2) }
    let (none, _) = try await Self.failure("merge \(folder)/no.sqlite --store \(folder)/n.sqlite")
    #expect(none == 66 && !FileManager.default.fileExists(atPath: folder + "/n.sqlite"))
  }
}
