import DescentKit
import Foundation
import Testing

@testable import DescentCommand

/// What `docs` and `docs/schemas` promise of files.
struct FileContractTests {
  @Test(arguments: FileSchema.allCases)
  func schemasAreWhatTheCommandPrints(_ schema: FileSchema) throws {
    let path = "docs/schemas/\(schema.rawValue).schema.json"
    let text = try CatalogueAgreementTests.text(path)
    #expect(text == schema.json.indented + "\n")
    #expect(try JSON(parsing: Array(text.utf8)) == schema.json)
    #expect(
      try CatalogueAgreementTests.text("docs/files.md").contains("(schemas/\(schema.rawValue)."))
  }

  @Test func everySchemaHasItsFile() throws {
    let folder = CatalogueAgreementTests.root.appending(path: "docs/schemas").path
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(files.sorted() == FileSchema.allCases.map { "\($0.rawValue).schema.json" }.sorted())
  }

  @Test(arguments: [
    ("schema: 2", "f.yaml:1: schema 2 is of a newer Descent; expected at most 1"),
    ("steps: 3\nschema: 0", "f.yaml:2: schema '0'; expected 1"),
    ("schema: one", "f.yaml:1: schema 'one'; expected 1"),
    ("schema: [1]", "f.yaml:1: expected a single value here"),
  ])
  func newerRequestFilesAreRefused(text: String, message: String) throws {
    let race = #expect(throws: RequestFileError.self) { try RaceFile(text, path: "f.yaml") }
    let study = #expect(throws: RequestFileError.self) { try StudyFile(text, path: "f.yaml") }
    for error in [race, study] {
      let description = try #require(error).description
      #expect(description.hasPrefix(message) && !description.contains("\n"))
    }
  }

  @Test func requestFilesMayTellTheirVersion() throws {
    let race = try RaceFile("schema: 1\nsteps: 3", path: "f.yaml").request
    #expect(race.run.steps == 3 && race.keys == ["steps"])
    #expect(try StudyFile("schema: 1\nsteps: 3", path: "f.yaml").request.run.steps == 3)
    #expect(try RaceFile.text(of: race) == "schema: 1\nsteps: 3\n")
  }

  @Test func changelogBeginsWithThisVersion() throws {
    let page = try CatalogueAgreementTests.text("CHANGELOG.md")
    let heading = try #require(page.firstMatch(of: /(?m)^## (\S+)/))
    #expect(String(heading.1) == DescentVersion.current)
  }
}
