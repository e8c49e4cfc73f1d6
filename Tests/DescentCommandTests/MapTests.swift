import ArgumentParser
import DescentKit
import Foundation
import Testing

@testable import DescentCommand

/// `descent map` writes pictures and tables, or says in a line why not.
@Suite struct MapTests {
  private static func run(_ line: String) async throws {
    let arguments = try Arguments.prepared(line.split(separator: " ").map(String.init))
    try Descent.requireCommand(arguments)
    var command = try Descent.parseAsRoot(arguments)
    if var asynchronous = command as? any AsyncParsableCommand {
      try await asynchronous.run()
    } else {
      try command.run()
    }
  }

  private static func inFolder(_ body: (String) async throws -> Void) async throws {
    let path = NSTemporaryDirectory() + "descent-map-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try await body(path)
  }

  /// The files of each kind of map are the same for any number of workers.
  @Test(arguments: [
    ("basins himmelblau --optimizer newton,sgd:lr=0.01", ["newton", "sgd"]),
    (
      "basins three-hump-camel --optimizer adam:lr=0.1,adam:lr=0.2",
      ["adam-lr-0.1", "adam-lr-0.2"]
    ),
    ("basins himmelblau --window=0:1,2:4 --theme dark", ["newton"]),
    ("stability --steps 20", ["stability"]),
    ("tuning --steps 20 --theme projector", ["tuning"]),
  ])
  func workersChangeNoFile(line: String, names: [String]) async throws {
    try await Self.inFolder { path in
      var contents: [[Data]] = []
      for jobs in [1, 2] {
        let folder = path + "-\(jobs)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await Self.run(
          "map \(line) --size 12x9 --jobs \(jobs) --format png,csv,svg --output \(folder)")
        let files = names.flatMap { name in ["png", "csv", "svg"].map { "\(name).\($0)" } }
        let written = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(Set(written) == Set(files + ["descent.json"]))
        contents.append(
          try files.map { try Data(contentsOf: URL(filePath: folder + "/" + $0)) })
      }
      #expect(contents[0] == contents[1])
    }
  }

  /// A row a start, its end among those that the table tells.
  @Test func basinsAreTold() async throws {
    let map = try BasinMap(Himmelblau(), Newton(), columns: 8, rows: 8)
    let basins = try await map.computed()
    let rows = String(decoding: BasinCSV.bytes(basins), as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: ",")
    }
    #expect(rows.count == 65 && rows.allSatisfy { $0.count == 6 })
    #expect(rows[0].joined(separator: ",") == "x,y,end,steps,end x,end y")
    let table = BasinTable.text(basins, named: "newton")
    for end in Set(rows.dropFirst().map { String($0[2]) }) {
      let starts = rows.dropFirst().count { $0[2] == end }
      let line = table.split(separator: "\n").first { line in
        line.split(separator: " ").first.map(String.init) == end
      }
      #expect(try #require(line).contains(" \(starts) "))
    }
  }

  /// What is wrong is told in a line that names it.
  @Test(arguments: [
    ("map basin", "basin"), ("map himmelblau", "himmelblau"),
    ("map basins himmelblu", "himmelblau"), ("map basins rosenbrock:n=3", "n=3"),
    ("map basins noisy(himmelblau)", "noise"), ("map basins --optimizer svrg", "svrg"),
    ("map basins --optimizer gauss-newton", "gauss-newton"), ("map basins --size 9", "9"),
    ("map basins --size 5000x9", "4096"), ("map basins --window=fit", "fit"),
    ("map basins --window=1:0,2:3", "x0:x1"), ("map basins --steps 0", "1"),
    ("map basins --format gif", "gif"), ("map stability --over lr=0.1..1", "two settings"),
    ("map stability --over lr=0.1..1 --over condition=1..3", "condition"),
    ("map tuning --optimizer bfgs", "--over"), ("map tuning --optimizer sgd,adam", "sgd,adam"),
    ("map tuning --over lr=1..0.1 --over momentum=0..1", "LOW"),
    ("map tuning --over lr=0.1..1 --over momentun=0..1", "momentum"),
    ("map tuning beale --over lr=0.1..1 --over momentum=0..0.5 --start 1", "start"),
    ("map tuning beale --batch 3", "batch"),
  ])
  func mistakesAreTold(line: String, word: String) async throws {
    try await Self.inFolder { path in
      let error = await #expect(throws: (any Error).self) {
        try await Self.run(line + " --output \(path)")
      }
      let (code, message) = Failure.describe(try #require(error))
      #expect(code == 64 && message.contains(word) && !message.contains("\n"), "\(message)")
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }

  /// Nothing is searched that nobody could read.
  @Test func foldersAreOpenedBeforeSearches() async throws {
    try await Self.inFolder { path in
      try Data().write(to: URL(filePath: path))
      let options = try ParameterOptions.parse(["--output", path])
      let map = try options.parameterMap(
        "rosenbrock", "momentum", size: CellCount(columns: 8, rows: 8))
      let error = await #expect(throws: (any Error).self) {
        try await options.write(
          map, kind: "tuning", named: "tuning",
          searching: {
            Issue.record("searched")
            return []
          }, table: { _, _ in "" })
      }
      #expect(Failure.describe(try #require(error)).code == 73)
    }
  }

  @Test func foldersThatCannotBeFilledAreTold() async throws {
    try await Self.inFolder { path in
      try Data().write(to: URL(filePath: path))
      let error = await #expect(throws: (any Error).self) {
        try await Self.run("map basins --size 8x8 --output \(path)")
      }
      #expect(Failure.describe(try #require(error)).code == 73)
    }
  }
}
