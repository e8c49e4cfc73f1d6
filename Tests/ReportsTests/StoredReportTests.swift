import Foundation
import Statistics
import Storage
import Testing

@testable import Experiments
@testable import Reports

/// Reports of stores, of whose runs only what is told stays in memory.
@Suite struct StoredReportTests {
  private static let targets = [
    TargetSet.usual, TargetSet(.relative, [0.3, 1e-5]), TargetSet(.found, [0.3, 1e-5]),
    TargetSet(.absolute, [3e-3]),
  ]

  /// Whatever the page keeps of the steps: all of them, fewer, the fewest.
  @Test(arguments: targets, [100_000, 3000, 500])
  func filesAreThoseOfTheWholeRuns(targets: TargetSet, limit: Int) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let runs = try await StudySamples.mixed()
    let store = try StudyStore(writingTo: folder.appendingPathComponent("s.sqlite").path)
    try store.add(runs)
    var request = ReportRequest()
    (request.targets, request.pageLimit, request.races) = (targets, limit, 0)
    request.plot.formats = [.svg]
    let stored = try #require(try StudyReport(of: store, named: "s", request))
    let whole = StudyReport(try store.runs(), named: "s", request)
    let names = ["stored", "whole"].map { folder.appendingPathComponent($0).path }
    try await stored.write(into: names[0])
    try await whole.write(into: names[1])
    let files = try FileManager.default.contentsOfDirectory(atPath: names[1]).sorted()
    #expect(files.contains("report.html") && files.contains("rates.csv"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: names[0]).sorted() == files)
    for file in files {
      let bytes = names.map { FileManager.default.contents(atPath: "\($0)/\(file)") }
      #expect(bytes[0] == bytes[1], "\(file)")
    }
  }

  @Test func storesWithoutRunsHaveNoReport() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try StudyStore(writingTo: folder.appendingPathComponent("s.sqlite").path)
    #expect(try StudyReport(of: store, named: "s") == nil)
  }
}
