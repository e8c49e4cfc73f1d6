import DescentKit
import Foundation
import Testing

@Suite struct StudyReportTests {
  private static func runs() async throws -> [StudyRun] {
    let study = Study(
      functions: try ["rosenbrock", "beale", "sphere:n=5"].map(FunctionName.function),
      optimizers: try GivenOptimizer.list("bfgs,adam:lr=0.1,gauss-newton"),
      starts: [.standard, .tenfold], seeds: 2, plan: Study.plan(Budget(steps: 150)))
    return try await study.run(workers: 2)
  }

  /// Numbers of the tables against the runs themselves.
  @Test func tablesTellTheRuns() async throws {
    let runs = try await Self.runs()
    var request = ReportRequest()
    request.axis = .gradients
    request.targets = try TargetSet(spelling: "1e-2,1e-6")
    let tables = StudyReport(runs, named: "s", request).tables()
    let csv = Dictionary(uniqueKeysWithValues: tables.map { ($0.name, $0.table.csv) })
    let summary = try #require(csv["summary"])
    for name in ["bfgs", "adam:lr=0.1", "gauss-newton"] {
      let own = runs.filter { $0.name == name }
      let reached = own.count { run in
        run.trajectory.values.contains { $0 - (run.trajectory.minimum ?? .nan) <= 1e-6 }
      }
      let share = String(format: "%.2f [", Double(reached) / 12)
      let line = try #require(summary.split(separator: "\n").first { $0.hasPrefix(name) })
      #expect(line.contains(share), "\(line), \(share)")
    }
    // sphere is no sum of residuals here unless it says so; failures are rows like others.
    let outcomes = try #require(csv["outcomes"])
    let total = outcomes.split(separator: "\n").dropFirst().flatMap {
      $0.split(separator: ",").dropFirst().compactMap { Int($0) }
    }.reduce(0, +)
    // Both seeds make the same run, which counts once.
    #expect(total * 2 == runs.count)
    #expect(csv["defects"] == nil)
  }

  /// Two seeds of what is not random are one run; of what is, two.
  @Test func repetitionsCountOnce() async throws {
    let study = Study(
      functions: try ["beale", "noisy(sphere,sigma=0.1)"].map(FunctionName.function),
      optimizers: try GivenOptimizer.list("adam:lr=0.1"), seeds: 3,
      plan: Study.plan(Budget(steps: 20)))
    let report = StudyReport(try await study.run(), named: "s")
    let row = try #require(report.summary.table.csv.split(separator: "\n").last)
    #expect(row.hasPrefix("adam:lr=0.1,4,"), "\(row)")
    #expect(report.cautions.contains { $0.hasPrefix("2 runs repeat others") })
  }

  @Test func axesThatNoRunTellsAreToldSo() async throws {
    var request = ReportRequest()
    request.axis = .seconds
    let report = StudyReport(try await Self.runs(), named: "s", request)
    #expect(report.isEmpty)
    #expect(report.cautions.contains { $0.contains("does not tell its work") })
  }

  @Test func minimaThatAreNoneAreTold() async throws {
    let function = try FunctionName.function("(x-1)^2+y^2+3")
    let study = Study(
      functions: [function], optimizers: try GivenOptimizer.list("bfgs"),
      plan: Study.plan(Budget(steps: 50)))
    let run = try #require(try await study.run().first)
    let trajectory = run.trajectory
    let text = "\(trajectory.json)".replacing("\"minimum\":3,", with: "\"minimum\":4,")
    #expect(text.contains("\"minimum\":4,"))
    let wrong = StudyRun(
      run.problem, name: run.name, plan: run.plan, basis: .given,
      trajectory: try Trajectory(reading: JSONReader(try JSON(parsing: Array(text.utf8)))),
      version: run.version)
    let report = StudyReport([wrong], named: "s")
    let defects = try #require(report.tables().first { $0.name == "defects" })
    #expect(defects.table.csv.contains(",4,as given,3"))
    #expect(report.cautions.contains { $0.contains("below the recorded minimum") })
  }

  @Test func filesAreWritten() async throws {
    let runs = try await Self.runs()
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    var request = ReportRequest()
    request.races = 2
    request.plot.formats = [.svg]
    try await StudyReport(runs, named: "s", request).write(into: folder.path, workers: 2)
    func text(_ name: String) throws -> String {
      try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }
    let summary = try text("summary.md")
    for name in ["ecdf.svg", "performance-profile.svg", "data-profile.svg", "ranks.svg"] {
      #expect(summary.contains("](\(name))"))
      #expect(try text(name).hasPrefix("<?xml"))
    }
    #expect(try text("summary.tex").contains("\\toprule"))
    let races = try FileManager.default.contentsOfDirectory(
      atPath: folder.appendingPathComponent("races").path)
    #expect(races.count == 2)
  }
}

@Suite struct TextTableTests {
  @Test func formsOfOneTable() {
    var table = TextTable(["a", "b_1"], numeric: [1])
    table.add(["x, y", "1%"])
    #expect(table.csv == "a,b_1\n\"x, y\",1%\n")
    #expect(table.markdown == "| a | b_1 |\n| --- | --- |\n| x, y | 1% |")
    #expect(table.text == "a     b_1\nx, y   1%")
    #expect(table.latex.contains("a & b\\_1 \\\\\n\\midrule\nx, y & 1\\% \\\\"))
    #expect(table.latex.hasPrefix("\\begin{tabular}{lr}"))
  }
}
