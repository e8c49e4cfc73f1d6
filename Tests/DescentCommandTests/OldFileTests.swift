import DescentKit
import Foundation
import Testing

@testable import DescentCommand

/// Files that version 0.1.0 wrote are read for ever, as what they were. The values are those that
/// stand in them as text.
struct OldFileTests {
  private static let folder = CatalogueAgreementTests.root
    .appending(path: "Tests/Fixtures/version-0.1")

  private func text(_ name: String) throws -> String {
    try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
  }

  @Test func recording() throws {
    let race = try #require(
      try RecordingFile.read(Array(text("trajectories.json").utf8)).first)
    #expect(race.function.specification.description == "booth")
    #expect(race.clock == .steps && race.budget == "3 steps" && race.entrants.count == 2)
    #expect(race.names?.map(\.description) == ["sgd:lr=0.05", "adamw:lr=0.1"])
    let (sgd, adam) = (race.trajectories[0], race.trajectories[1])
    #expect(sgd.outcome == Outcome(.budgetSpent, "3 steps"))
    // (x + 2y − 7)² + (2x + y − 5)² at (0, 1) is 25 + 16.
    #expect(sgd.values == [41, 0.809999999999999, 0.33209999999999973, 0.2657610000000001])
    #expect(sgd.point(3) == [1.363, 2.6340000000000003] && sgd.cumulated[.gradients][3] == 3)
    #expect(
      adam.optimizer.description == "adam:lr=0.1,weight-decay=0.01,decay=decoupled")
    #expect(adam.gradientNorms[1] == 35.67900452741508)
  }

  @Test func raceFile() throws {
    let request = try RaceFile(text("race.yaml"), path: "race.yaml").request
    #expect(request.functions?.map(\.specification.description) == ["booth"])
    #expect(
      request.optimizers?.map(\.specification.description) == ["sgd:lr=0.05", "adamw:lr=0.1"])
    let said = RaceSettings.all.compactMap { setting in
      setting.spelling(in: request).map { (setting.name, $0) }
    }
    #expect(
      Dictionary(uniqueKeysWithValues: said) == [
        "start": "0,1", "steps": "3", "size": "640x360", "levels": "log:12",
        "title": "Two on a bowl", "note": "2: turn", "format": "svg", "output": "race",
        "label": "Plain,-", "color": "#0055cc,-",
      ])
  }

  @Test func studyFile() throws {
    let file = try StudyFile(text("study.yaml"), path: "study.yaml")
    let study = try file.request.study()
    #expect(
      study.functions.map(\.specification.description)
        == ["booth", "rosenbrock", "rosenbrock:n=4"])
    #expect(study.optimizers.map(\.specification.description) == ["bfgs", "adam:lr=0.1"])
    #expect(study.starts == [.standard, .random(1), .random(2)] && study.seeds == 2)
    #expect(study.plan.budget.steps == 30 && study.plan.stopRules.gradientNorm == 1e-6)
    #expect(study.plan.timeLimit == .seconds(5))
  }

  /// The cells of each row by the names of its columns; quotes stand around whole cells.
  private func rows(_ table: String) -> [[String: String]] {
    let lines = table.split(separator: "\n").map { line in
      line.matches(of: /(?:^|,)(?:"([^"]*)"|([^,"]*))/).map { String($0.1 ?? $0.2 ?? "") }
    }
    return lines.dropFirst().map { cells in
      Dictionary(uniqueKeysWithValues: zip(lines[0], cells))
    }
  }

  /// What the store holds, as the tables that were written of it say: later tables may have more
  /// columns.
  @Test func storeAndTables() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // SQLite leaves files beside a store that is read.
    let copy = folder.appending(path: "study.sqlite")
    try FileManager.default.copyItem(at: Self.folder.appending(path: "study.sqlite"), to: copy)
    let store = try StudyStore(reading: copy.path)
    let runs = try store.runs()
    try store.close()
    #expect(runs.count == 4 && runs.map(\.problem.start).contains(.random(1)))
    #expect(runs.allSatisfy { $0.version == "0.1.0" && $0.trajectory.keepsIterates })
    let bfgs = try #require(runs.first { $0.name == "bfgs" && $0.problem.start == .standard })
    #expect(bfgs.trajectory.point(0) == [-8, -5] && bfgs.trajectory.counts[.gradients] == 8)
    for file in try InterchangeFormat.standard.files(runs).files {
      let old = rows(try text(file.path))
      let now = rows(String(decoding: file.bytes, as: UTF8.self))
      #expect(old.count == now.count && old.count >= 4)
      for (old, now) in zip(old, now) {
        #expect(old == now.filter { old.keys.contains($0.key) })
      }
    }
  }
}
