import Specifications
import Testing

@testable import Optimizers

/// Names, aliases, presets and printed settings of every method.
@Suite struct OptimizerCatalogueTests {
  /// Every name, alias and preset as a specification.
  static let texts = OptimizerCatalogue.all.flatMap { type in
    [type.name] + type.card.aliases.keys.sorted()
      + type.card.presets.keys.sorted().map { "\(type.name):preset=\($0)" }
  }

  @Test(arguments: texts)
  func parsesAndPrintsBack(_ text: String) throws {
    try expectPrintsBack(OptimizerCatalogue.settings(text))
  }

  private func expectPrintsBack<S: OptimizerSettings>(_ settings: S) throws {
    let printed = settings.specification
    for text in [printed.description, printed.nested] {
      let again = try OptimizerCatalogue.settings(text)
      #expect(again as? S == settings, "\(text)")
      #expect(again.specification == printed)
    }
  }

  @Test(arguments: OptimizerCatalogue.names)
  func defaultsPrintAsTheName(_ name: String) throws {
    let settings = try OptimizerCatalogue.settings(name)
    #expect(settings.changedSettings.isEmpty)
    #expect(settings.specification.name == name)
  }

  @Test func namesAndAliasesAreDistinct() {
    let all = OptimizerCatalogue.names + OptimizerCatalogue.all.flatMap { $0.card.aliases.keys }
    #expect(Set(all).count == all.count)
  }

  @Test(arguments: OptimizerCatalogue.names)
  func cardsAreASCII(_ name: String) throws {
    let card = try #require(OptimizerCatalogue.type(named: name)).card
    #expect(card.formula.utf8.count == card.formula.count)
    #expect(!card.title.isEmpty && !card.reference.isEmpty)
  }
}
