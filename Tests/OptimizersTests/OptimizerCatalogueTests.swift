import Specifications
import Testing

@testable import Optimizers

/// Names, aliases, presets and printed settings of every method.
@Suite struct OptimizerCatalogueTests {
  /// Every name, alias and preset as a specification.
  static let texts = OptimizerCatalogue.all.flatMap { type in
    [type.name] + type.aliasSettings.keys.sorted()
      + type.presetNames.map { "\(type.name):preset=\($0)" }
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
    let presets = Set(OptimizerCatalogue.all.flatMap { $0.presetNames })
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
    var count = 0
    for type in OptimizerCatalogue.all {
      for name in type.presetSettings.keys where name.contains("/") {
        let parts = name.split(separator: "/").map(String.init)
        #expect(type.aliasSettings[parts[0]] != nil && type.presetNames.contains(parts[1]))
        count += 1
      }
    }
    #expect(count == 2)
  }

  @Test func namesAndAliasesAreDistinct() {
    let all = OptimizerCatalogue.names + OptimizerCatalogue.all.flatMap { $0.aliasSettings.keys }
    #expect(Set(all).count == all.count)
  }

  @Test(arguments: OptimizerCatalogue.names)
  func formulasAreTypeset(_ name: String) throws {
    let card = try #require(OptimizerCatalogue.type(named: name)).card
    let spelled = /<-|<=|>=|\^2|\^T|\b(theta|eps|alpha|beta|delta|lambda|sqrt|grad)\b|[^_]\s-\s/
    #expect(card.formula.firstMatch(of: spelled) == nil, "\(card.formula)")
    #expect(!card.title.isEmpty && !card.reference.isEmpty)
  }

  @Test(arguments: OptimizerCatalogue.names)
  func notesAreSentences(_ name: String) throws {
    let notes = try #require(OptimizerCatalogue.type(named: name)).card.notes
    #expect(notes.count <= 8 && Set(notes).count == notes.count)
    for note in notes {
      #expect(note.first?.isUppercase == true && note.hasSuffix("."), "\(note)")
      #expect(note.count < 250 && !note.contains("\n"), "\(note)")
      #expect(!note.contains("  ") && !note.hasSuffix(".."), "\(note)")
    }
  }

  /// A note that names a preset names one of the method's own.
  @Test func notesNamePresetsThatAreThere() {
    var count = 0
    for type in OptimizerCatalogue.all {
      for note in type.card.notes {
        for mention in note.matches(of: /preset=([a-z-]+)/) {
          count += 1
          #expect(type.presetNames.contains(String(mention.1)), "\(type.name): \(note)")
        }
      }
    }
    #expect(count > 20)
  }
}
