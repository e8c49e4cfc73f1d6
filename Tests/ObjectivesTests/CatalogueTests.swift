import Foundation
import LinearAlgebra
import Objectives
import Specifications
import Testing

@Suite struct FunctionCatalogueTests {
  static let specifications =
    FunctionCatalogue.names
    + FunctionCatalogue.enlarged
    + ["quadratic:n=7,condition=50", "quadratic:angle=30", "quadratic:n=6,rotation=householder"]
    + ["rastrigin:n=3", "mgh-11:m=99", "mgh-20:n=12", "mgh-26:n=10", "mgh-27:n=3"]
    + ["mgh-35:n=10,m=10"]
    + (1...24).map { "bbob-f\($0):n=5,instance=2" }

  @Test func namesAndAliasesAreDistinct() {
    let names = FunctionCatalogue.names + FunctionCatalogue.all.flatMap { $0.card.aliases.keys }
    #expect(Set(names).count == names.count)
  }

  /// Each alias is its function, with the settings that it stands for, each other than by default.
  @Test(arguments: FunctionCatalogue.aliases.keys.sorted())
  func aliasesAreFunctions(_ alias: String) throws {
    let entry = try #require(FunctionCatalogue.aliases[alias])
    let type = entry.entry
    let function = try FunctionCatalogue.function(alias)
    #expect(Swift.type(of: function) == type)
    let meant = Specification(name: type.name, settings: entry.settings)
    #expect(try function.specification == type.init(meant).specification)
    #expect(function.specification.settings.map(\.key) == meant.settings.map(\.key))
  }

  /// Each file of a family's folder that holds a card holds a function of the catalogue.
  @Test func everyFileIsInTheCatalogue() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Objectives/Functions")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    let files = try paths.filter { path in
      guard path.hasSuffix(".swift") else { return false }
      let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      return text.contains("static let card = ")
    }
    // A kind of network has its file, and stands in the angles of its function's type.
    let types = FunctionCatalogue.all.map { type in
      "\(type)".split(whereSeparator: "<>".contains).last.map { "\($0).swift" } ?? ""
    }
    #expect(
      files.compactMap { $0.split(separator: "/").last.map(String.init) }.sorted() == types.sorted()
    )
  }

  @Test(arguments: specifications)
  func printingAndParsingAgree(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    let printed = function.specification.description
    // What is made of another tells it, also where it is the usual one.
    #expect(printed == text || type(of: function).keys.first == "of")
    #expect(try FunctionCatalogue.function(printed).specification.description == printed)
  }

  @Test(arguments: specifications)
  func cardsFit(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    #expect(function.domain.count == function.dimension)
    #expect(function.start.count == function.dimension)
    for (x, range) in zip(function.start, function.domain) { #expect(range.contains(x)) }
  }

  @Test(arguments: [
    "rosenbrok", "rosenbrock:m=3", "rosenbrock:n=1", "rosenbrock:n=2.5", "rosenbrock-extended:n=3",
    "quadratic:condition=0.5", "quadratic:n=3,angle=10", "quadratic:angle=10,rotation=householder",
    "bbob-f1:n=1", "bbob-f1:n=1001", "bbob-f1:instance=0", "bbob-f1:instance=9600001", "bbob-f25",
    "quadratic:condition=nan", "beale:n=2", "", ":n=2", "rosenbrock:n=99999999999999999999",
  ])
  func badSpecificationsAreRefused(_ text: String) {
    #expect(throws: SpecificationError.self) { try FunctionCatalogue.function(text) }
  }

  /// Settings made in code count as much as those of a specification; whole turns are exact.
  @Test func settingsMadeInCodeCount() throws {
    let point = [0.7, -1.1]
    let turned = try FunctionCatalogue.function("quadratic:angle=30")
    #expect(try Quadratic(angle: 30).value(at: point) == turned.value(at: point))
    #expect(try Quadratic(angle: 360e9).value(at: point) == Quadratic().value(at: point))
    let long = try FunctionCatalogue.function("quadratic:n=3,condition=50")
    #expect(try Quadratic(n: 3, condition: 50).value(at: [1, 2, 3]) == long.value(at: [1, 2, 3]))
  }

  @Test func badSettingsAreRefusedInCodeToo() {
    #expect(throws: SpecificationError.self) { try Quadratic(n: 0) }
    #expect(throws: SpecificationError.self) { try Quadratic(n: 3, angle: 30) }
    #expect(throws: SpecificationError.self) { try Quadratic(condition: .nan) }
    #expect(throws: SpecificationError.self) { try Quadratic(angle: 10, rotation: .householder) }
  }

}

extension FunctionCatalogue {
  /// Each function of any number of variables with a few more than by default.
  static let enlarged: [String] = all.compactMap { type in
    let usual = type.init().dimension
    return (5...12).lazy.filter { $0 != usual }.map { "\(type.name):n=\($0)" }
      .first { text in (try? function(text))?.specification.description == text }
  }
}
