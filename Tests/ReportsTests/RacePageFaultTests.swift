import DescentKit
import Foundation
import Synchronization
import Testing

@Suite struct RacePageFaultTests {
  /// A race of a function that is not known here is not drawn, and that is told once.
  @Test func racesThatAreNotDrawnAreTold() async throws {
    let study = Study(
      functions: [try FunctionName.function("beale")],
      optimizers: try GivenOptimizer.list("bfgs"), plan: Study.plan(Budget(steps: 5)))
    let run = try #require(try await study.run().first)
    let foreign = ["mystery-1", "mystery-2"].map { name in
      StudyRun(
        StudyProblem(Specification(name: name)), name: run.name, plan: run.plan, basis: run.basis,
        trajectory: run.trajectory, version: run.version)
    }
    let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let warnings = Warnings()
    try await StudyReport([run] + foreign, named: "s").write(into: folder.path, reporter: warnings)
    let told = warnings.all.withLock { $0 }.filter { $0.contains("races") }
    #expect(told.count == 1)
    #expect(told.first?.hasPrefix("2 of 3 races are not drawn; mystery-1: ") == true, "\(told)")
  }

  /// Keeps what it is warned of.
  private final class Warnings: Reporter {
    let all = Mutex<[String]>([])
    func progress(of work: String, _ done: Int, of total: Int) {}
    func finish(_ work: String) {}
    func say(_ message: String) {}
    func warn(_ message: String) { all.withLock { $0.append(message) } }
  }
}
