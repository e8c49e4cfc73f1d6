import DescentKit
import Foundation
import Testing

@testable import DescentCommand

/// Catalogue, folders, documents and `descent list` name the same things.
@Suite struct CatalogueAgreementTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// Each file that holds a card holds a method of the catalogue.
  @Test func optimizerFilesAreInTheCatalogue() throws {
    let folder = "Sources/Optimizers"
    let paths = try FileManager.default.subpathsOfDirectory(
      atPath: Self.root.appending(path: folder).path)
    let cards = try paths.filter { path in
      try path.hasSuffix(".swift") && Self.text("\(folder)/\(path)").contains("= OptimizerCard(")
    }
    let files = cards.compactMap { $0.split(separator: "/").last.map(String.init) }
    #expect(files.sorted() == OptimizerCatalogue.all.map { "\($0).swift" }.sorted())
  }

  @Test(arguments: [
    List.Kind.optimizers, .functions, .schedules, .searches, .data, .columns, .settings,
  ])
  func documentsAreWhatListPrints(_ kind: List.Kind) throws {
    var list = List()
    list.kind = kind
    let document = try Self.text("docs/\(kind.rawValue).md")
    #expect(document.hasSuffix("\n\n" + list.markdown + "\n"))
  }

  /// Tables are narrow, and each name in them leads to a heading, of which there is one.
  @Test(arguments: [List.Kind.optimizers, .functions, .schedules, .searches, .data])
  func namesLeadToTheirHeadings(_ kind: List.Kind) throws {
    let page = try Self.text("docs/\(kind.rawValue).md")
    let headings = page.matches(of: /(?m)^#+ (.+)$/).map { heading in
      heading.1.lowercased().filter { $0.isLetter || $0.isNumber || "- _".contains($0) }
        .replacing(" ", with: "-")
    }
    let links = page.matches(of: /\[[^\]]+\]\(#([^)]+)\)/).map { String($0.1) }
    #expect(!links.isEmpty)
    for link in Set(links) { #expect(headings.count { $0 == link } == 1, "\(link)") }
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("|") }
    #expect(rows.allSatisfy { $0.replacing("\\|", with: "").count { $0 == "|" } <= 4 })
  }

  @Test func chartsAreInTheirDocument() throws {
    var list = List()
    list.kind = .charts
    #expect(try Self.text("docs/races.md").contains("\n\n" + list.markdown + "\n\n"))
  }

  @Test func jsonListsEveryName() throws {
    for (kind, names) in [
      (List.Kind.optimizers, OptimizerCatalogue.names), (.functions, FunctionCatalogue.names),
      (.schedules, ScheduleCatalogue.names), (.searches, LineSearchCatalogue.names),
      (.data, DataCatalogue.names), (.suites, SuiteCatalogue.current.names),
      (.overlays, OverlayCatalogue.current.names), (.charts, ChartCatalogue.current.names),
      (.formats, FormatCatalogue.current.names),
    ] {
      var list = List()
      list.kind = kind
      let data = Data(list.json.description.utf8)
      let entries = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
      #expect(entries.compactMap { $0["name"] as? String } == names)
    }
  }

  @Test func everyOptimizerStatesItsParameters() throws {
    for type in OptimizerCatalogue.all {
      for parameter in type.parameterTable {
        #expect(!parameter.range.isEmpty && !parameter.summary.isEmpty, "\(type.name)")
        let text = "\(type.name):\(parameter.name)=\(parameter.default)"
        #expect(try OptimizerCatalogue.settings(text).specification.settings.isEmpty, "\(text)")
      }
      #expect(!type.card.reference.isEmpty)
    }
  }
}
