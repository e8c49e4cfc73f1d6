import DescentKit
import Foundation
import Testing

@testable import DescentCommand
@testable import Output
@testable import Rendering

/// `docs/formats.md` lists the keys that are written: all of them, and no others.
struct FormatTests {
  /// The names in the first cells of a section's table.
  private func documented(_ section: String) throws -> Set<String> {
    let page = try CatalogueAgreementTests.text("docs/formats.md")
    let sections = page.split(separator: "\n## ").filter { $0.hasPrefix(section + "\n") }
    let rows = try #require(sections.first).split(separator: "\n").filter { $0.hasPrefix("| `") }
    return Set(
      rows.flatMap { row in
        let cell = row.dropFirst(2).prefix { $0 != "|" }
        return cell.split(separator: "`").map(String.init).filter {
          $0.contains(where: \.isLetter)
        }
      })
  }

  /// The keys of objects and of those within, but for diagnostics, whose names are an optimizer's.
  private func keys(_ json: JSON) -> Set<String> {
    switch json {
    case .object(let members):
      members.reduce(into: []) { keys, member in
        keys.insert(member.key)
        if member.key != "diagnostics" { keys.formUnion(self.keys(member.value)) }
      }
    case .array(let values): values.reduce(into: []) { $0.formUnion(keys($1)) }
    default: []
    }
  }

  private func run() throws -> Trajectory {
    var plan = Plan(budget: Budget(steps: 3), isDetailed: true)
    plan.isTimed = true
    return try descend(
      Booth(), with: OptimizerCatalogue.settings("nesterov:lr=0.01"), plan: plan)
  }

  private func runOverData() throws -> Trajectory {
    try descend(
      FunctionCatalogue.function("linear-regression:batch=5"), with: SGD(), steps: 2)
  }

  @Test func recordings() throws {
    let json = try run().json
    let overData = try runOverData().json
    #expect(try keys(.array([json, overData])) == documented("Recording"))
    #expect(json.description.contains("\"schema\":\(Trajectory.schema),"))
  }

  @Test func races() throws {
    let recording = RaceRecording(
      function: Booth(), clock: RaceClock.usual(for: [try run()]), budget: "3 steps",
      entrants: [[try run()]], names: [Specification(name: "adamw")])
    guard case .object(let members) = recording.json else {
      Issue.record("no object")
      return
    }
    #expect(Set(members.map(\.key)) == (try documented("Race")))
  }

  @Test func folders() throws {
    let manifest = OutputManifest(files: [:], subject: "nothing")
    let json = try JSON(parsing: manifest.encoded())
    #expect(try keys(json) == documented("Folder"))
  }

  @Test func functions() throws {
    let names = FunctionCatalogue.all.map { $0.name } + ["f(w,b)=max(abs(w)-1,0)+b^2", "log(x)"]
    let shown = try names.map { try Show.Subject($0).json }
    #expect(try keys(.array(shown)) == documented("Functions"))
  }

  @Test func optimizersAndSchedules() throws {
    var list = List()
    list.kind = .optimizers
    let optimizers = list.json
    list.kind = .schedules
    #expect(try keys(.array([optimizers, list.json])) == documented("Optimizers"))
    list.kind = .suites
    #expect(try keys(list.json) == documented("Suites"))
    list.kind = .overlays
    #expect(try keys(list.json) == documented("Overlays"))
    list.kind = .formats
    #expect(try keys(list.json) == documented("Formats"))
    list.kind = .columns
    #expect(try keys(list.json) == documented("Columns"))
    list.kind = .charts
    #expect(try keys(list.json) == documented("Charts"))
    list.kind = .settings
    #expect(try keys(list.json) == documented("Settings"))
  }

  /// The keys that a schema allows, its parts' too.
  private func properties(_ schema: JSON) -> Set<String> {
    switch schema {
    case .object(let members):
      members.reduce(into: []) { names, member in
        if member.key == "properties", case .object(let keys) = member.value {
          names.formUnion(keys.map(\.key))
          for key in keys { names.formUnion(properties(key.value)) }
        } else {
          names.formUnion(properties(member.value))
        }
      }
    case .array(let values): values.reduce(into: []) { $0.formUnion(properties($1)) }
    default: []
    }
  }

  @Test func schemasHaveTheKeysThatAreDocumented() throws {
    let recording = try documented("Recording")
    #expect(properties(FileSchema.run.json) == recording)
    #expect(
      try properties(FileSchema.trajectories.json) == recording.union(documented("Race")))
    #expect(try properties(FileSchema.measure.json) == documented("Measurement"))
    let catalogues = try documented("Functions").union(documented("Optimizers"))
    let shownAlone: Set = [
      "criticalPoints", "domainNote", "kind", "x", "eigenvalues",
    ]
    let others = try ["Suites", "Overlays", "Charts", "Formats", "Columns", "Settings"]
      .reduce(into: Set<String>()) { $0.formUnion(try documented($1)) }
    #expect(
      properties(FileSchema.list.json)
        == catalogues.subtracting(shownAlone).union(others))
    let topics = ExpressionFunction.language.map(\.topic)
    #expect(properties(FileSchema.show.json) == catalogues.union(topics))
  }

  @Test func measurements() async throws {
    var objects: [JSON] = []
    for name in ["booth", "mlp:data=moons(n=20)"] {
      let function = try FunctionCatalogue.function(name)
      let study = Study(
        of: function, from: function.start, optimizers: try GivenOptimizer.list("adam"),
        plan: Plan(budget: Budget(steps: 40)))
      let groups = try await study.results().groups
      let text = MeasureTable([("adam", groups[0])]).text(.json)
      objects.append(try JSON(parsing: Array(text.utf8)))
    }
    #expect(try keys(.array(objects)) == documented("Measurement"))
  }

  private func columns(_ csv: String) -> [String] {
    csv.prefix { $0 != "\n" }.split(separator: ",").map(String.init)
  }

  @Test func tables() throws {
    let steps = columns(TrajectoryCSV.text(try run()))
    #expect(try Set(steps.dropLast(2)) == documented("Steps of a run"))
    #expect(steps.suffix(2) == ["x1", "x2"])
    let named = columns(TrajectoryCSV.text(try run(), names: VariableNames(["w", "b"])))
    #expect(named.dropLast(2) == steps.dropLast(2) && named.suffix(2) == ["w", "b"])
    let excess = columns(ExcessCSV.text([NamedRuns("nesterov", [try run()])], version: "1"))
    #expect(try Set(excess) == documented("Excess"))
  }
}
