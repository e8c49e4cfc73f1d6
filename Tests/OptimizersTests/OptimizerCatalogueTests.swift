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

  /// A library, or who gave a form its rules, is called the same everywhere.
  @Test func presetsHaveTheNamesOfLibrariesAndForms() {
    let presets = Set(OptimizerCatalogue.all.flatMap { $0.card.presets.keys })
    #expect(
      presets == [
        "lecture", "paper", "torch", "optax", "keras", "pytorch-optimizer", "scipy", "cg-descent",
        "nocedal-wright", "levenberg", "marquardt", "nielsen", "dauphin",
      ])
  }

  /// What makes an alias what it is stays, whatever the preset.
  @Test(arguments: [
    ("tiger:preset=pytorch-optimizer", "sign-sgd:momentum=0.965,weight-decay=0.01,decay=decoupled"),
    (
      "tiger:preset=pytorch-optimizer,momentum=0.5,weight-decay=0",
      "sign-sgd:momentum=0.5,decay=decoupled"
    ),
    ("amsgrad:preset=optax", "adam:amsgrad=true,amsgrad-maximum=corrected"),
    ("adamw", "adam:weight-decay=0.01,decay=decoupled"),
    ("adamw:preset=torch", "adam:weight-decay=0.01,decay=decoupled"),
    ("adamw:preset=optax", "adam:weight-decay=0.0001,decay=decoupled,amsgrad-maximum=corrected"),
    ("adamw:preset=keras", "adam:preset=keras,weight-decay=0.004"),
    ("adamw:preset=keras,weight-decay=0.1", "adam:preset=keras,weight-decay=0.1"),
    ("nag:preset=torch", "nesterov:lr=0.001,form=reformulated,rate=outside"),
  ])
  func presetsUnderAnAlias(_ text: String, _ same: String) throws {
    try expectSameSettings(text, same)
  }

  /// Every entry names an alias and a preset that are there.
  @Test func aliasPresetsAreOfAliasesAndPresets() {
    for card in OptimizerCatalogue.all.map({ $0.card }) {
      let both = card.aliases.keys.flatMap { alias in card.presets.keys.map { "\(alias)/\($0)" } }
      #expect(Set(both).isSuperset(of: card.aliasPresets.keys))
    }
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

  @Test(arguments: OptimizerCatalogue.names)
  func notesAreSentences(_ name: String) throws {
    let notes = try #require(OptimizerCatalogue.type(named: name)).card.notes
    #expect(notes.count <= 4 && Set(notes).count == notes.count)
    for note in notes {
      #expect(note.first?.isUppercase == true && note.hasSuffix("."), "\(note)")
      #expect(note.count < 200 && note.allSatisfy { $0.isASCII && $0 != "\n" }, "\(note)")
      #expect(!note.contains("  ") && !note.hasSuffix(".."), "\(note)")
    }
  }

  /// A note that names a preset names one of the method's own.
  @Test func notesNamePresetsThatAreThere() {
    var count = 0
    for card in OptimizerCatalogue.all.map({ $0.card }) {
      for note in card.notes {
        for mention in note.matches(of: /preset=([a-z-]+)/) {
          count += 1
          #expect(card.presets[String(mention.1)] != nil, "\(card.name): \(note)")
        }
      }
    }
    #expect(count > 20)
  }
}
