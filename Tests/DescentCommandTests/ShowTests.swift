import DescentKit
import Foundation
import Testing

@testable import DescentCommand

@Suite struct ShowTests {
  private func members(_ text: String) throws -> [String: Any] {
    let data = Data(try Show.Subject(text).json.description.utf8)
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test func criticalPointsAreClassified() throws {
    let points = try #require(try members("himmelblau")["criticalPoints"] as? [[String: Any]])
    let kinds = points.compactMap { $0["kind"] as? String }
    #expect(kinds.count { $0 == "minimum" } == 4)
    #expect(kinds.count { $0 == "saddle" } == 4)
    #expect(kinds.count { $0 == "maximum" } == 1)
  }

  @Test(arguments: FunctionCatalogue.names)
  func everyFunctionIsShown(_ name: String) throws {
    let members = try members(name)
    for key in ["formula", "domain", "start", "minimumBasis", "tags", "source"] {
      #expect(members[key] != nil, "\(name) has no \(key)")
    }
    let text = try Description.text(Show.Subject(name).json)
    #expect(text.contains(name))
  }

  /// Half of the domain −5 to 5, a disc of a hundredth of π of it, all, and none.
  @Test(
    arguments: [
      ("log(x)", 50, 1), ("1/if(x^2+y^2<1,0,1)", .pi, 0.7), ("0/0", 100, 0),
    ] as [(String, Double, Double)])
  func holesOfTheDomainAreTold(_ text: String, percent: Double, within: Double) throws {
    let note = try #require(try members(text)["domainNote"] as? String)
    let counts = note.split(separator: " ").compactMap { Double($0) }
    try #require(counts.count == 2)
    #expect(abs(100 * counts[0] / counts[1] - percent) <= within, "\(note)")
  }

  @Test(arguments: ["x^2+y^2", "rosenbrock:n=1000", "log(1+x^2)"])
  func wholeDomainsHaveNoNote(_ text: String) throws {
    #expect(try members(text)["domainNote"] == nil)
  }

  @Test(arguments: LineSearchCatalogue.names) func lineSearchesAreShownToo(_ name: String) throws {
    #expect(try members(name)["reference"] != nil)
  }

  /// What has a name that something else has too is told.
  @Test func namesOfTwoThingsAreTold() {
    let names = [
      FunctionCatalogue.names, ScheduleCatalogue.names, LineSearchCatalogue.names,
      DataCatalogue.names, OptimizerCatalogue.names,
    ]
    var seen: Set<String> = []
    for name in names.joined() where !seen.insert(name).inserted {
      #expect(Show.Subject.note(on: name)?.contains("is a schedule too") == true, "\(name)")
    }
    #expect(seen.contains("plateau") && Show.Subject.note(on: "plateau") != nil)
    #expect(Show.Subject.note(on: "beale") == nil && Show.Subject.note(on: "cosine") == nil)
  }

  @Test func optimizersAndSchedulesAreShownToo() throws {
    #expect(try members("adam")["order"] as? Int == 1)
    #expect(try members("arc")["dependsOn"] as? [String] == ["the unit of f"])
    #expect(try members("arc")["independentOf"] as? [String] == ["the choice of axes"])
    let notes = try #require(try members("adam")["notes"] as? [String])
    let text = try Description.text(Show.Subject("adam").json)
    #expect(!notes.isEmpty && notes.allSatisfy(text.contains))
    for name in ScheduleCatalogue.names where !FunctionCatalogue.names.contains(name) {
      #expect(try members(name)["reference"] != nil, "\(name)")
    }
  }

  @Test func aNameOfTwoIsTheFunctionsUnlessItsSettingsAreTheSchedules() throws {
    #expect(try members("plateau")["domain"] != nil)
    #expect(try members("plateau(0.1)")["domain"] == nil)
    #expect(try members("plateau:patience=3")["reference"] != nil)
  }

  @Test(arguments: [
    "power(0.1,r=20)", "warmup(plateau,steps=3)", "constant", "cyclic:mode=triangular2",
  ])
  func schedulesAreDrawn(_ text: String) throws {
    let path = NSTemporaryDirectory() + "descent-show-\(UUID().uuidString).svg"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let arguments = ["show", text, "--picture", path, "--steps", "30"]
    let show = try #require(try Descent.parseAsRoot(arguments) as? Show)
    try show.run()
    let data = try #require(FileManager.default.contents(atPath: path))
    #expect(String(decoding: data, as: UTF8.self).contains("<svg"))
  }

  /// All that need no file.
  @Test(arguments: DataCatalogue.names.filter { $0 != "csv" && $0 != "idx" } + ["blobs:d=1"])
  func dataIsDrawn(_ text: String) throws {
    let path = NSTemporaryDirectory() + "descent-show-\(UUID().uuidString).svg"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let arguments = ["show", text, "--picture", path, "--title", "T"]
    try #require(try Descent.parseAsRoot(arguments) as? Show).run()
    let data = try #require(FileManager.default.contents(atPath: path))
    #expect(String(decoding: data, as: UTF8.self).contains("<svg"))
  }

  @Test func picturesAreDrawnOfTwoVariablesOnly() throws {
    let path = NSTemporaryDirectory() + "descent-show-\(UUID().uuidString).png"
    defer { try? FileManager.default.removeItem(atPath: path) }
    var show = try #require(try Descent.parseAsRoot(["show", "booth", "--picture", path]) as? Show)
    try show.run()
    let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47]
    #expect(FileManager.default.contents(atPath: path)?.prefix(4) == Data(signature))
    show.name = "rosenbrock:n=3"
    #expect(throws: Failure.self) { try show.run() }
  }
}
