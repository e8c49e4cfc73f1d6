import Experiments
import Foundation
import LinearAlgebra
import Objectives
import Optimizers
import Output
import Specifications
import Storage
import Synchronization
import Testing

@Suite struct StudyStoreTests {
  private static func study(_ optimizers: String = "adam:lr=0.1,bfgs,gauss-newton") throws -> Study
  {
    Study(
      functions: try ["rosenbrock", "beale", "noisy(sphere,sigma=0.1)", "x^4+y^2"]
        .map(FunctionName.function),
      optimizers: try GivenOptimizer.list(optimizers), starts: [.standard, .tenfold, .random(1)],
      seeds: 2, plan: Study.plan(Budget(steps: 60)))
  }

  @Test func runsComeBackToTheLastDigit() async throws {
    try await withFolder { folder in
      let study = try Self.study()
      let store = try StudyStore(writingTo: folder + "/a.sqlite")
      let progress = try await study.run(into: store, workers: 2)
      #expect(progress.made == study.count)
      let direct = try await study.run()
      let kept = Dictionary(uniqueKeysWithValues: try store.runs().map { ($0.key, $0) })
      #expect(kept.count == direct.count)
      for (i, run) in direct.enumerated() {
        #expect(study.cell(i).key == run.key)
        let stored = try #require(kept[run.key])
        // NaN, as a rate before the first step, is not equal to itself.
        #expect("\(stored.trajectory.json)" == "\(run.trajectory.json)")
        #expect((stored.name, stored.plan, stored.basis) == (run.name, run.plan, run.basis))
      }
      let again = try await study.run(into: store)
      #expect((again.made, again.known) == (0, study.count))
    }
  }

  @Test func sharesMakeTheWhole() async throws {
    try await withFolder { folder in
      let study = try Self.study("cg,sgd")
      let whole = try StudyStore(writingTo: folder + "/whole.sqlite")
      try await study.run(into: whole)
      let merged = try StudyStore(writingTo: folder + "/merged.sqlite")
      for i in [2, 3, 1] {
        let part = try StudyStore(writingTo: folder + "/\(i).sqlite")
        try await study.run(into: part, shard: Shard(i, of: 3), workers: 2)
        let (added, differing) = try merged.merge(part)
        #expect((added, differing) == (try part.count(), 0))
      }
      #expect(try merged.runs().map(\.key) == whole.runs().map(\.key))
      #expect(
        try merged.runs().map { "\($0.trajectory.json)" }
          == whole.runs().map { "\($0.trajectory.json)" })
    }
  }

  /// Whoever is merged stays as it is, itself too; a run is kept once.
  @Test func mergingTwiceAddsNothing() async throws {
    try await withFolder { folder in
      let store = try StudyStore(writingTo: folder + "/new/a.sqlite")
      let study = try Self.study("bfgs")
      #expect(try study.progress(into: nil).made == study.count)
      try await study.run(into: store, shard: Shard(1, of: 2))
      let progress = try study.progress(into: store)
      #expect((progress.made, progress.known) == (study.count / 2, study.count / 2))
      let runs = try store.runs().map(\.key)
      let itself = try StudyStore(reading: folder + "/new/a.sqlite")
      let other = try StudyStore(writingTo: folder + "/b.sqlite")
      for (target, added) in [(store, 0), (other, runs.count), (other, 0)] {
        let (count, differing) = try target.merge(itself)
        #expect((count, differing) == (added, 0))
      }
      #expect(try store.runs().map(\.key) == runs)
      #expect(try other.runs().map(\.key) == runs)
    }
  }

  @Test func orderIsThatOfNumbers() async throws {
    try await withFolder { folder in
      let functions = ["rosenbrock:n=10", "rosenbrock", "rosenbrock:n=5"]
      let study = Study(
        functions: try functions.map(FunctionName.function),
        optimizers: try GivenOptimizer.list("bfgs"), plan: Study.plan(Budget(steps: 5)))
      let store = try StudyStore(writingTo: folder + "/a.sqlite")
      try await study.run(into: store)
      #expect(
        try store.runs().map(\.problem.name)
          == ["rosenbrock", "rosenbrock:n=5", "rosenbrock:n=10"])
    }
  }

  /// A run that its time limit ends has as many times as entries, and the limit to its fraction.
  @Test func timedRunsKeepTheirLimit() async throws {
    try await withFolder { folder in
      var plan = Study.plan(Budget(steps: 1_000_000))
      (plan.isTimed, plan.timeLimit) = (true, .milliseconds(20))
      let study = Study(
        functions: [try FunctionName.function("rosenbrock:n=300")],
        optimizers: try GivenOptimizer.list("bfgs"), plan: plan)
      #expect(study.workers(8) == 1)
      let store = try StudyStore(writingTo: folder + "/a.sqlite")
      try await study.run(into: store)
      let run = try #require(try store.runs().first)
      #expect(run.trajectory.outcome == Outcome(.failed, "took longer than 0.02 s"))
      #expect(run.plan.contains("at most 0.02 s"))
      #expect(run.trajectory.seconds.count == run.trajectory.count)
    }
  }

  /// Before the second run is begun, the first is in the store: the second waits for that.
  @Test func runsAreWrittenWhileOthersGoOn() async throws {
    try await withFolder { folder in
      let study = Study(
        functions: try ["sphere", "rosenbrock"].map(FunctionName.function),
        optimizers: try GivenOptimizer.list("bfgs"), plan: Study.plan(Budget(steps: 5)))
      let store = try StudyStore(writingTo: folder + "/a.sqlite")
      let between = WaitingReporter(store)
      #expect(try await study.run(into: store, reporter: between).made == 2)
      #expect(between.count.withLock { $0 } == 1)
    }
  }

  /// Points of two seeds are two problems, whose runs stand beside each other.
  @Test func drawnStartsTellTheirSeed() async throws {
    try await withFolder { folder in
      let store = try StudyStore(writingTo: folder + "/a.sqlite")
      for seed: UInt64 in [0, 7] {
        let study = Study(
          functions: [try FunctionName.function("beale")],
          optimizers: try GivenOptimizer.list("bfgs"), starts: [.random(1)],
          plan: Study.plan(Budget(steps: 5), seed: seed))
        try await study.run(into: store)
      }
      let runs = try store.runs()
      #expect(runs.map(\.problem.name) == ["beale from random-1", "beale from random-1@7"])
      #expect(runs[0].trajectory.point(0) != runs[1].trajectory.point(0))
    }
  }

  @Test(arguments: ["standard", "10x", "random-3", "random-3@18446744073709551615", "elsewhere"])
  func startsAreReadAsTheyAreWritten(text: String) throws {
    #expect(try StudyStart(spelling: text).spelling == text)
  }

  @Test(arguments: [
    "random-0", "random-", "random-1@", "random-1@x", "random-1@-1", "random-1@2@3",
  ])
  func otherStartsAreErrors(text: String) {
    #expect(throws: SpecificationError.self) { try StudyStart(spelling: text) }
  }
}

/// Lets no second run begin before a store has some, and counts them then. Where none ever comes,
/// that ends after a minute.
private final class WaitingReporter: Reporter {
  private let store: StudyStore
  let count = Mutex(0)

  init(_ store: StudyStore) { self.store = store }

  func progress(of work: String, _ done: Int, of total: Int) {
    guard done == 1 else { return }
    for _ in 0..<3000 where count.withLock({ $0 == 0 }) {
      usleep(20_000)
      let found = (try? store.count()) ?? -1
      count.withLock { $0 = found }
    }
  }

  func finish(_ work: String) {}
  func say(_ message: String) {}
  func warn(_ message: String) {}
}
